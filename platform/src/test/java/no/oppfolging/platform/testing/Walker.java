package no.oppfolging.platform.testing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Authority.Row;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import no.oppfolging.platform.testing.Visitor.Shown;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Somebody who tries every endpoint: the doors for programs with a token, the pages at a browser. */
final class Walker {
    /** A version nobody has seen: whoever is let in changes nothing. */
    private static final String UNSEEN = "\"999999999\"";

    private final RunningService service;
    private final Scene scene;
    private final Optional<Someone> person;
    private @Nullable Visitor visitor;
    private @Nullable Shown home;
    private JsonNode lastBody = NullNode.getInstance();

    private Walker(RunningService service, Scene scene, Optional<Someone> person) {
        this.service = service;
        this.scene = scene;
        this.person = person;
    }

    static Walker ofPerson(RunningService service, Scene scene, Someone someone) {
        return new Walker(service, scene, Optional.of(someone));
    }

    static Walker ofRole(RunningService service, Scene scene, Role role) {
        return new Walker(
                service,
                scene,
                role == Role.SYSTEM
                        ? Optional.empty()
                        : Optional.of(scene.inRole(role, Employed.named("Stranger", "stranger"))));
    }

    /** The row that decides about an endpoint. */
    static Row rowOf(Authority table, String endpoint) {
        var rows = table.rows().stream()
                .filter(row -> row.endpoints().contains(endpoint))
                .toList();
        return rows.stream().filter(row -> row.command().isEmpty()).findFirst().orElseGet(() -> rows.getFirst());
    }

    /** A program has no browser. */
    boolean canTry(String endpoint) {
        return person.isPresent() || isForPrograms(endpoint);
    }

    /** The status of the answer. */
    int asks(String endpoint, String body) {
        var path = scene.pathOf(endpoint);
        return isForPrograms(endpoint) ? overHttp(endpoint, path, body) : atABrowser(endpoint, path);
    }

    /** What the last answer over HTTP said. */
    JsonNode lastBody() {
        return lastBody;
    }

    private int overHttp(String endpoint, String path, String body) {
        var answer = isRead(endpoint)
                ? person.map(someone -> service.get(someone, path)).orElseGet(() -> service.getAsProgram(path))
                : person.map(someone -> service.post(someone, path, Optional.of(UNSEEN), body))
                        .orElseGet(() -> service.postAsProgram(path, UNSEEN, body));
        lastBody = answer.body();
        return answer.status();
    }

    private int atABrowser(String endpoint, String path) {
        var browser = visitor();
        if (isRead(endpoint)) {
            return browser.open(path).status();
        }
        var fields = Map.of(
                "version",
                UNSEEN.replace("\"", ""),
                "commandId",
                UUID.randomUUID().toString());
        return browser.send(home(browser), path, fields).status();
    }

    /** Where forms get what proves that they come from here; once is enough for as long as one is signed in. */
    private Shown home(Visitor browser) {
        var known = home;
        if (known == null) {
            known = browser.open(scene.home());
            home = known;
        }
        return known;
    }

    private Visitor visitor() {
        var known = visitor;
        if (known == null) {
            known = service.visitor(person.orElseThrow());
            visitor = known;
        }
        return known;
    }

    static boolean isRead(String endpoint) {
        return endpoint.startsWith("GET ");
    }

    static boolean isForPrograms(String endpoint) {
        return endpoint.contains(" /api/");
    }
}
