package no.oppfolging.cases.domain;

import java.time.LocalDate;
import java.util.Optional;
import no.oppfolging.platform.kernel.LegalBasis;

/**
 * One thing a rule set demands (plikt): of whom, by when, and of which absences.
 *
 * @param source where we read it: the statutes themselves were not at hand
 */
public record Duty(Stage stage, Owner owner, Term term, Condition condition, LegalBasis legalBasis, String source) {

    /** Who owes it. */
    public enum Owner {
        EMPLOYER,
        EMPLOYEE,
        NAV
    }

    /** How absent the employee must be for the duty to bind. */
    public enum Condition {
        /** Helt eller delvis borte. */
        WHOLLY_OR_PARTLY_AWAY,
        /** Helt borte; for a graded absence only when someone asks for it. */
        WHOLLY_AWAY,
        /** Helt eller delvis borte; whoever is partly at work does by that what the duty asks for. */
        WHOLLY_AWAY_OR_ELSE_MET
    }

    /** When it is owed, at the latest. */
    public sealed interface Term {
        Optional<LocalDate> lastDay(LocalDate firstDayOfAbsence);
    }

    /** By the last day of a week of absence, the first day counted in: start + 7n − 1. */
    public record WithinWeeks(int weeks) implements Term {
        @Override
        public Optional<LocalDate> lastDay(LocalDate firstDayOfAbsence) {
            return Optional.of(firstDayOfAbsence.plusWeeks(weeks).minusDays(1));
        }
    }

    /** By the last day of a month of absence, the first day counted in. */
    public record WithinMonths(int months) implements Term {
        @Override
        public Optional<LocalDate> lastDay(LocalDate firstDayOfAbsence) {
            return Optional.of(firstDayOfAbsence.plusMonths(months).minusDays(1));
        }
    }

    /** So long before a meeting that Nav calls; the start of the absence says nothing about it. */
    public record WeeksBeforeNavsMeeting(int weeks) implements Term {
        @Override
        public Optional<LocalDate> lastDay(LocalDate firstDayOfAbsence) {
            return Optional.empty();
        }
    }

    /** When someone who may asks for it. */
    public record OnDemand() implements Term {
        @Override
        public Optional<LocalDate> lastDay(LocalDate firstDayOfAbsence) {
            return Optional.empty();
        }
    }
}
