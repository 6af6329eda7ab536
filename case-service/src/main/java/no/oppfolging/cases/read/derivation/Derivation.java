package no.oppfolging.cases.read.derivation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.AbsenceKind;
import no.oppfolging.cases.domain.DayKind;
import no.oppfolging.cases.domain.Deadlines.Verdict;
import no.oppfolging.cases.domain.Duty.Condition;
import no.oppfolging.cases.domain.Duty.Owner;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;

/**
 * Why a deadline falls on its day (hvorfor denne datoen): the days that make the case, the law that was applied, and
 * how the day was counted.
 *
 * @param knownAt what was recorded by then is what this rests on
 * @param on the legal day it is told as of
 * @param caseId the case as it now stands; an absorbed one is told under its survivor
 * @param binds how absent the employee must be for the duty to bind
 * @param source where the law was read
 * @param counted the day the formula gives
 * @param due the same, or the first new sick day after it where the stage has resumed
 * @param exemptUntil when a duty that had been unnecessary came to apply again, after its day
 * @param workBy advice: the last working day up to {@code due}
 * @param outcome what has become of it; empty when another rule set than the one in use was asked for
 * @param weighed every rule set in the order they came into force; empty when one was asked for
 */
public record Derivation(
        Instant knownAt,
        LocalDate on,
        UUID caseId,
        Stage stage,
        Owner owner,
        Condition binds,
        LocalDate start,
        LocalDate end,
        int sickDays,
        int freeDays,
        int weeks,
        List<Period> periods,
        String ruleSet,
        String source,
        String legalBasis,
        List<WeighedRuleSet> weighed,
        String formula,
        LocalDate counted,
        LocalDate due,
        boolean resumed,
        Optional<LocalDate> exemptUntil,
        DayOfWeek weekday,
        LocalDate workBy,
        Optional<Outcome> outcome) {

    /**
     * Days in a row that were treated alike.
     *
     * @param freeDays how far the count of free days in a row has come at the end of them
     * @param source the record that decides them; empty where no record covers them
     */
    public record Period(
            LocalDate from,
            LocalDate to,
            DayKind kind,
            int grade,
            int freeDays,
            Decision decision,
            Optional<Source> source) {}

    /** What was decided about the days of a period. */
    public enum Decision {
        COUNT,
        /** Vacation or leave right after a day that counts. */
        COUNT_AS_SICK,
        /** Free, and not enough to end the case. */
        SAME_CASE,
        /** Free, and nothing after them is known yet. */
        SAME_CASE_IF_SICK_AGAIN,
        /** The sixteenth free day is among them. */
        END_THE_CASE
    }

    /** The record of HR's that decides the days, and the message that brought it in last. */
    public record Source(
            UUID absenceId, AbsenceKind kind, long revision, Optional<UUID> messageId, Instant recordedAt) {}

    /** How one rule set was weighed. */
    public record WeighedRuleSet(String ruleSet, Optional<LocalDate> due, Verdict verdict) {}
}
