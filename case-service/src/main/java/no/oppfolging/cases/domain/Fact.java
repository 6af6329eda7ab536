package no.oppfolging.cases.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Something other people did that a deadline turns on; it stays known when the deadlines of its case change. */
sealed interface Fact {
    LocalDate on();

    /** What a stage asks for was done; learned at the given instant, which may be long after. */
    record Done(Stage stage, UUID id, int version, LocalDate on, Instant learnedAt) implements Fact {
        boolean isSameAs(Done other) {
            return stage == other.stage && id.equals(other.id) && version == other.version;
        }
    }

    record DialogueMeetingAsked(Asker by, LocalDate on) implements Fact {}
}
