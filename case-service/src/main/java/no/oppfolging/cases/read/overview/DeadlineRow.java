package no.oppfolging.cases.read.overview;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import org.jspecify.annotations.Nullable;

/** A deadline of the overview as stored: what was set, what came of it, and what people have done and said. */
record DeadlineRow(
        UUID caseId,
        Stage stage,
        LocalDate dueOn,
        String ruleSet,
        String legalBasis,
        Outcome outcome,
        boolean receivedLate,
        boolean resumed,
        Notes notes) {

    /**
     * What people have done and said of it.
     *
     * @param factOn when what is owed was first done
     * @param reviewOn when the decision that the duty is unnecessary is looked at again
     * @param disputed whether the employee disagrees with the exemption, and waits for an answer
     */
    record Notes(
            @Nullable LocalDate factOn,
            @Nullable LocalDate reviewOn,
            @Nullable LatenessReason explainedAs,
            boolean disputed) {
        static final Notes NONE = new Notes(null, null, null, false);

        private Notes factOn(@Nullable LocalDate day) {
            return new Notes(day, reviewOn, explainedAs, disputed);
        }

        private Notes reviewOn(@Nullable LocalDate day) {
            return new Notes(factOn, day, explainedAs, disputed);
        }

        private Notes explainedAs(LatenessReason reason) {
            return new Notes(factOn, reviewOn, reason, disputed);
        }

        private Notes disputed(boolean now) {
            return new Notes(factOn, reviewOn, explainedAs, now);
        }
    }

    DeadlineRow settled(Outcome newOutcome, LocalDate due, @Nullable LocalDate fact) {
        var settled = notes.factOn(fact).reviewOn(null);
        return new DeadlineRow(caseId, stage, due, ruleSet, legalBasis, newOutcome, receivedLate, resumed, settled);
    }

    /** What had been done by then was too late, and stands beside the breach. */
    DeadlineRow missed(LocalDate due) {
        return settled(Outcome.MISSED, due, notes.factOn());
    }

    /** When what is owed was first done; in time or not is judged elsewhere. */
    DeadlineRow doneOn(LocalDate day) {
        return isOwed() && notes.factOn() == null ? noting(it -> it.factOn(day)) : this;
    }

    /** That it had been done was a mistake. */
    DeadlineRow notDone() {
        return isOwed() ? noting(it -> it.factOn(null)) : this;
    }

    DeadlineRow reviewOn(@Nullable LocalDate day) {
        return noting(it -> it.reviewOn(day));
    }

    DeadlineRow explainedAs(LatenessReason reason) {
        return noting(it -> it.explainedAs(reason));
    }

    DeadlineRow disputed(boolean now) {
        return noting(it -> it.disputed(now));
    }

    private boolean isOwed() {
        return outcome == Outcome.OPEN || outcome == Outcome.MISSED;
    }

    private DeadlineRow noting(UnaryOperator<Notes> change) {
        return new DeadlineRow(
                caseId, stage, dueOn, ruleSet, legalBasis, outcome, receivedLate, resumed, change.apply(notes));
    }
}
