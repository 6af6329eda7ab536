package no.oppfolging.cases.read.decisions;

import java.time.LocalDate;
import java.util.Optional;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.platform.security.Sight;

/**
 * Something that was decided about a duty, or said of it (avgjørelse).
 *
 * @param by who did it, by pseudonym
 * @param reason why the duty is unnecessary; empty for whoever may not know
 * @param reviewOn when that is looked at again
 * @param words what one of the two says to it; empty for whoever may not read it, or not yet
 * @param explainedAs why a day was missed
 */
public record Decision(
        Stage stage,
        What what,
        LocalDate on,
        String by,
        String role,
        Optional<String> reason,
        Optional<LocalDate> reviewOn,
        Optional<String> words,
        Optional<LatenessReason> explainedAs) {
    /** The fields that only the two, and whoever stands in for the leader, see. */
    public static final String REASON = "reason";

    public static final String REVIEW = "reviewOn";

    public static final String WORDS = "words";

    /** What was decided. */
    public enum What {
        EXEMPTED,
        REVIEWED,
        REVOKED,
        DISPUTED,
        ANSWERED,
        EXPLAINED;

        /** Whether something was made of what had been decided before. */
        boolean isAboutAnother() {
            return this == REVIEWED || this == REVOKED || this == ANSWERED;
        }

        /** Whether one of the two tells the other in words of their own. */
        public boolean isSaid() {
            return this == DISPUTED || this == ANSWERED;
        }
    }

    /**
     * Without what somebody may not see.
     *
     * @param sealed whether the words are, by a hand-over
     */
    Decision seenBy(Sight sight, boolean sealed) {
        return new Decision(
                stage,
                what,
                on,
                by,
                role,
                reason.filter(_ -> sight.sees(REASON)),
                reviewOn.filter(_ -> sight.sees(REVIEW)),
                words.filter(_ -> sight.sees(WORDS) && !sealed),
                explainedAs);
    }
}
