package no.oppfolging.platform.kernel;

import java.util.UUID;

/** Names a follow-up case (oppfølgingssak); an absorbed case keeps its id for ever. */
public record CaseId(UUID value) implements Identifier {
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
