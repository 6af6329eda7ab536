package no.oppfolging.cases.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import no.oppfolging.platform.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** Something other people did that a deadline turns on; it stays known when the deadlines of its case change. */
sealed interface Fact {
    LocalDate on();

    /** The day by which it belongs to a case, should that turn out to be two. */
    default LocalDate belongsTo() {
        return on();
    }

    /** What a stage asks for was done; learned at the given instant, which may be long after. */
    record Done(Stage stage, UUID id, int version, LocalDate on, Instant learnedAt) implements Fact {
        boolean isSameAs(Done other) {
            return stage == other.stage && id.equals(other.id) && version == other.version;
        }
    }

    /** There is a plan to sign. */
    record PlanPresented(UUID planId, int version, LocalDate on) implements Fact {}

    /** A duty is clearly unnecessary, and the decision stands. */
    record Exempted(
            Stage stage,
            PersonalText reason,
            LocalDate on,
            @Nullable LocalDate reviewOn) implements Fact {
        /** Looked at again; it was decided when it was decided. */
        Exempted reviewed(PersonalText nowBecause, @Nullable LocalDate nextReviewOn) {
            return new Exempted(stage, nowBecause, on, nextReviewOn);
        }

        ExemptionEnded revoked(LocalDate revokedOn) {
            return new ExemptionEnded(stage, on, revokedOn);
        }

        boolean saysTheSameAs(PersonalText otherReason, @Nullable LocalDate otherReviewOn) {
            return reason.equals(otherReason) && Objects.equals(reviewOn, otherReviewOn);
        }
    }

    /** The employee sees the decision otherwise, and waits for an answer; it goes where the decision goes. */
    record Disputed(Stage stage, LocalDate decidedOn, LocalDate on) implements Fact {
        @Override
        public LocalDate belongsTo() {
            return decidedOn;
        }
    }

    /** A duty that was unnecessary until then is not any more; it was decided to be so when it was decided. */
    record ExemptionEnded(Stage stage, LocalDate decidedOn, LocalDate on) implements Fact {
        boolean excuses(LocalDate due) {
            return !decidedOn.isAfter(due) && on.isAfter(due);
        }

        @Override
        public LocalDate belongsTo() {
            return decidedOn;
        }
    }

    record DialogueMeetingAsked(Asker by, LocalDate on) implements Fact {}
}
