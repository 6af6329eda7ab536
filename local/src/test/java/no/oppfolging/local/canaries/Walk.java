package no.oppfolging.local.canaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import no.oppfolging.local.story.Backstage;
import no.oppfolging.platform.testing.ServiceName;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** People type canaries into every field that the services take, and what has texts is accepted. */
final class Walk {
    private static final String FLASH = "of-flash";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> EVERYBODY = List.of("ola", "kari", "hanne", "aud", "odd");

    private final List<Mapping> mappings;
    private final Typists typists;
    private final Canaries canaries;
    private final Filling filling;
    private final Map<String, UUID> cases;
    private final Set<String> accepted = new TreeSet<>();
    private final List<String> answers = new ArrayList<>();

    /**
     * @param right what fields hold in which one may not write what one likes
     * @param cases by whose they are
     */
    Walk(Backstage backstage, Typists typists, Canaries canaries, Map<String, Object> right, Map<String, UUID> cases) {
        this.mappings = Mapping.of(backstage);
        this.typists = typists;
        this.canaries = canaries;
        this.filling = new Filling(canaries, right);
        this.cases = cases;
    }

    /** Everybody's turn comes, and what they type is right and must be accepted. */
    void typeTexts() {
        Turn.ALL.forEach(this::typeRightly);
    }

    /** Everybody's turn comes: first each choice is no choice at all, then all is right and must be accepted. */
    void typeWrongChoicesAndTexts() {
        for (var turn : Turn.ALL) {
            if (!typeWrongChoices(turn)) {
                typeRightly(turn);
            }
        }
    }

    /** Whether one of them was accepted all the same. */
    private boolean typeWrongChoices(Turn turn) {
        var mapping = mappingOf(turn);
        var filled = filling.with(turn.knowing());
        var choices = new ArrayList<>(filled.fields(mapping));
        choices.removeAll(filled.texts(mapping));
        var taken = choices.stream().anyMatch(choice -> isAccepted(turn, mapping, filled.butWrong(choice)));
        if (taken) {
            accepted.add(mapping.toString());
        }
        return taken;
    }

    private void typeRightly(Turn turn) {
        var mapping = mappingOf(turn);
        var filled = filling.with(turn.knowing());
        await(turn, () -> isAccepted(turn, mapping, filled));
        accepted.add(mapping.toString());
    }

    private void await(Turn turn, Callable<Boolean> isAccepted) {
        try {
            Awaitility.await().atMost(PATIENCE).until(isAccepted);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(turn + " is not accepted, but " + answers.getLast(), e);
        }
    }

    private Mapping mappingOf(Turn turn) {
        var name = "POST " + turn.path();
        return mappings.stream()
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No service takes " + name));
    }

    private boolean isAccepted(Turn turn, Mapping mapping, Filling filled) {
        return turn.isInBrowser() ? isTakenFromForm(turn, mapping, filled) : isTaken(turn, mapping, filled);
    }

    private boolean isTaken(Turn turn, Mapping mapping, Filling filled) {
        var address = address(mapping, turn);
        var headers = Map.of(
                "If-Match", seen(turn.person(), mapping, address), "Idempotency-Key", Typists.encoded(key(mapping)));
        var answer = typists.post(turn.person(), mapping.service(), address, headers, filled.body(mapping));
        note(turn.person(), mapping, filled, answer.statusCode() + " " + answer.body());
        return answer.statusCode() / 100 == 2;
    }

    private boolean isTakenFromForm(Turn turn, Mapping mapping, Filling filled) {
        var page = address(turn.page(), turn);
        var form = typists.form(turn.person(), page, pattern(address(turn.path(), turn)));
        if (form.action().isEmpty()) {
            note(
                    turn.person(),
                    mapping,
                    filled,
                    "no such form on " + page + ": " + form.page().status());
            return false;
        }
        var fields = new HashMap<>(filled.form(mapping));
        form.hidden()
                .forEach((name, value) -> fields.merge(
                        name, value, (ours, hidden) -> filled.wrong().equals(name) ? ours : hidden));
        fields.put("commandId", key(mapping));
        var next = typists.submit(turn.person(), form, fields);
        note(turn.person(), mapping, filled, next.status() + " at " + next.uri().getPath());
        return next.status() == 200 && next.text().contains(FLASH);
    }

    /** What a command is recognised by is chosen by whoever sends it, too. */
    private String key(Mapping mapping) {
        return filling.canary(mapping, "key") + "/" + answers.size();
    }

    private void note(String person, Mapping mapping, Filling filled, String answer) {
        answers.add(person + " " + mapping + " [" + filled.wrong() + "] " + answer);
    }

    private String address(Mapping mapping, Turn turn) {
        return mapping.variables().stream()
                .reduce(
                        address(turn.path(), turn),
                        (path, name) -> path.replace(
                                "{" + name + "}", Filling.idOf(name).toString()));
    }

    private String address(String path, Turn turn) {
        return path.replace("{caseId}", caseOf(turn.about()).toString())
                .replace("{stage}", String.valueOf(turn.knowing().getOrDefault("stage", "")));
    }

    private UUID caseOf(String subject) {
        return Objects.requireNonNull(cases.get(subject));
    }

    /** Of an address in which something is not known yet. */
    private static String pattern(String address) {
        return address.replaceAll("\\{[^}]+}", "[0-9a-f-]{36}");
    }

    /** The version somebody has seen, where that is shown: at the address itself, or above it. */
    private String seen(String person, Mapping mapping, String address) {
        for (var above = address; above.startsWith("/api/cases/"); above = above.substring(0, above.lastIndexOf('/'))) {
            var shown = typists.get(person, mapping.service(), above);
            var version = shown.headers().firstValue("ETag");
            if (shown.statusCode() == 200 && version.isPresent()) {
                return ofPlan(person, mapping, above).orElse(version.get());
            }
        }
        return "\"0\"";
    }

    /** A plan says itself which version of it is seen. */
    private Optional<String> ofPlan(String person, Mapping mapping, String address) {
        var version = typists.read(person, mapping.service(), address)
                .path("plans")
                .path(0)
                .path("version");
        return mapping.service() == ServiceName.PLANS && version.isNumber()
                ? Optional.of("\"" + version.asLong() + "\"")
                : Optional.empty();
    }

    /** Whatever has not been typed into yet is, by everybody who is let in, though nothing right comes of it. */
    void typeNonsense() {
        var nonsense = new Nonsense(typists, filling, EVERYBODY, caseOf("kari"));
        nonsense.into(mappings);
        nonsense.askSignedOut(mappings);
    }

    void mustHaveBeenInEveryField() {
        var places = canaries.places();
        assertThat(mappings.stream()
                        .flatMap(mapping -> filling.fields(mapping).stream().map(field -> mapping + " " + field))
                        .filter(place -> !places.contains(place))
                        .collect(Collectors.toSet()))
                .as("fields in which nobody has typed anything")
                .isEmpty();
    }

    /** @param elsewhere what is not this walk's to have accepted */
    void mustHaveBeenInEveryText(Set<String> elsewhere) {
        assertThat(mappings.stream()
                        .filter(Mapping::posts)
                        .filter(mapping -> !filling.texts(mapping).isEmpty())
                        .map(Mapping::toString)
                        .filter(mapping -> !accepted.contains(mapping) && !elsewhere.contains(mapping))
                        .collect(Collectors.toSet()))
                .as("what has texts and was never accepted")
                .isEmpty();
    }
}
