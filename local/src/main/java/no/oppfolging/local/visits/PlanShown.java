package no.oppfolging.local.visits;

import java.util.List;
import java.util.Optional;
import no.oppfolging.local.visits.Api.Answer;
import tools.jackson.databind.JsonNode;

/** The plan of a case, as whoever may read it is shown it. */
public record PlanShown(JsonNode body) {
    private static final int OK = 200;

    public int versions() {
        return versionsOf().size();
    }

    /** What is signed of a version. */
    public String digest(int version) {
        return versionsOf()
                .valueStream()
                .filter(shown -> shown.path("version").asInt() == version)
                .map(shown -> shown.path("digest").asString())
                .findFirst()
                .orElseThrow(() -> new WentWrong("The plan has no version " + version));
    }

    /** The ids of those who have signed a version. */
    public List<String> signatories(int version) {
        return versionsOf()
                .valueStream()
                .filter(shown -> shown.path("version").asInt() == version)
                .flatMap(shown -> shown.path("signatures").valueStream())
                .map(signature -> signature.path("person").asString())
                .toList();
    }

    /** The plan says which version of the stream a change of it must have seen. */
    public Answer toChange() {
        var version = plan().path("version").asLong();
        return new Answer(OK, body, Optional.of("\"" + version + "\""));
    }

    private JsonNode versionsOf() {
        return plan().path("versions");
    }

    private JsonNode plan() {
        return body.path("plans").path(0);
    }
}
