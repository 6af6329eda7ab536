package no.oppfolging.local.canaries;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.local.Visitor;
import no.oppfolging.platform.testing.ServiceName;

/** Something is typed where it does not belong, in one field of a request after another. */
final class Nonsense {
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403, 404, 405);
    private static final String VERSION = "version";

    /** Pages with a form that may be sent, whatever it is: one's own sign-out. */
    private static final Map<ServiceName, String> HOMES = Map.of(
            ServiceName.CASES, "/cases",
            ServiceName.MEETINGS, "/meetings",
            ServiceName.PLANS, "/plans",
            ServiceName.NOTIFICATIONS, "/notices");

    private final Typists typists;
    private final Filling filling;
    private final List<String> people;
    private final UUID caseId;

    Nonsense(Typists typists, Filling filling, List<String> people, UUID caseId) {
        this.typists = typists;
        this.filling = filling;
        this.people = people;
        this.caseId = caseId;
    }

    void into(List<Mapping> mappings) {
        for (var mapping : mappings) {
            filling.fields(mapping).forEach(field -> type(mapping, field));
            mapping.variables().forEach(variable -> type(mapping, variable));
            if (mapping.posts()) {
                type(mapping, VERSION);
            }
        }
    }

    /** Somebody asks for pages before they have signed in. */
    void askSignedOut(List<Mapping> mappings) {
        try (var stranger = new Visitor()) {
            for (var mapping : mappings) {
                if (mapping.isPage() && !mapping.posts()) {
                    var asked = Map.of("q", filling.canary(mapping, "signed out"));
                    stranger.open(typists.home().resolve(Typists.address(address(mapping, filling), asked)));
                }
            }
        }
    }

    /** Whoever is let in first has done it. */
    private void type(Mapping mapping, String field) {
        for (var person : people) {
            if (!NOT_LET_IN.contains(status(person, mapping, filling.butWrong(field)))) {
                return;
            }
        }
    }

    private int status(String person, Mapping mapping, Filling filled) {
        var address = address(mapping, filled);
        if (!mapping.posts()) {
            var asked = Typists.address(address, filled.form(mapping));
            return mapping.isPage()
                    ? typists.open(person, asked).status()
                    : typists.get(person, mapping.service(), asked).statusCode();
        }
        var key = filled.canary(mapping, "key");
        var version = filled.wrong().equals(VERSION) ? filled.canary(mapping, VERSION) : "0";
        if (!mapping.isPage()) {
            var headers =
                    Map.of("Idempotency-Key", Typists.encoded(key), "If-Match", "\"" + Typists.encoded(version) + "\"");
            var asked = Typists.address(address, filled.form(mapping));
            return typists.post(person, mapping.service(), asked, headers, filled.body(mapping))
                    .statusCode();
        }
        var fields = new HashMap<>(filled.form(mapping));
        fields.put("commandId", key);
        fields.put(VERSION, version);
        var page = typists.open(person, Objects.requireNonNull(HOMES.get(mapping.service())));
        return typists.submit(person, new Typists.Form(page, address, Map.of()), fields)
                .status();
    }

    private String address(Mapping mapping, Filling filled) {
        var address = mapping.path();
        for (var variable : mapping.variables()) {
            var value = variable.equals(filled.wrong())
                    ? Typists.encoded(filled.canary(mapping, variable))
                    : right(variable);
            address = address.replace("{" + variable + "}", value);
        }
        return address;
    }

    private String right(String variable) {
        return switch (variable) {
            case "caseId" -> caseId.toString();
            case "stage" -> "DM1";
            case "step" -> "pauses";
            default -> Filling.idOf(variable).toString();
        };
    }
}
