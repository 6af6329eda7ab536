package no.oppfolging.cases.domain;

import java.time.LocalDate;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineFoundMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineLapsed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMissed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineNotRequired;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRecalculated;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineSet;
import org.jspecify.annotations.Nullable;

/**
 * How one stage of a case stands.
 *
 * @param counted the day the formula gives
 * @param due the day it is due: the counted one, or when it has resumed the first new sick day after it
 * @param explanation why it was missed, once somebody has said so
 * @param stood whether it is exempt, and its day has come and gone while the employee was away
 */
record FollowedDeadline(
        LocalDate counted,
        LocalDate due,
        String ruleSet,
        Outcome outcome,
        boolean receivedLate,
        @Nullable LatenessReason explanation,
        boolean stood) {

    static FollowedDeadline of(DeadlineSet event) {
        return open(event.due(), event.ruleSet(), event.receivedLate());
    }

    private static FollowedDeadline open(LocalDate due, String ruleSet, boolean receivedLate) {
        return new FollowedDeadline(due, due, ruleSet, Outcome.OPEN, receivedLate, null, false);
    }

    FollowedDeadline evolve(DeadlineEvent event) {
        return switch (event) {
            case DeadlineSet e -> of(e);
            case DeadlineRecalculated e -> open(e.due(), e.ruleSet(), e.receivedLate());
            case DeadlineRevived e ->
                new FollowedDeadline(counted, e.due(), e.ruleSet(), Outcome.OPEN, e.receivedLate(), null, false);
            case DeadlineMet _, DeadlineFoundMet _ -> settled(Outcome.MET);
            case DeadlineMissed _ -> settled(Outcome.MISSED);
            case DeadlineExempted _ -> settled(Outcome.EXEMPT);
            case DeadlineLapsed _ -> settled(Outcome.LAPSED);
            case DeadlineNotRequired _ -> settled(Outcome.NOT_REQUIRED);
        };
    }

    private FollowedDeadline settled(Outcome settled) {
        return new FollowedDeadline(counted, due, ruleSet, settled, receivedLate, explanation, false);
    }

    FollowedDeadline explained(LatenessReason because) {
        return new FollowedDeadline(counted, due, ruleSet, outcome, receivedLate, because, stood);
    }

    FollowedDeadline held() {
        return new FollowedDeadline(counted, due, ruleSet, outcome, receivedLate, explanation, true);
    }

    /** Unnecessary is known before the day comes; whether it mattered, when it has. */
    boolean isToBeJudged() {
        return outcome == Outcome.OPEN || (outcome == Outcome.EXEMPT && !stood);
    }

    boolean isOwed() {
        return outcome != Outcome.LAPSED && outcome != Outcome.NOT_REQUIRED;
    }

    boolean is(Outcome expected) {
        return outcome == expected;
    }

    boolean hasResumed() {
        return !due.equals(counted);
    }
}
