package no.oppfolging.cases.domain;

import static java.util.Comparator.comparingInt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days with a kind (fravær), as the HR system now describes it.
 *
 * @param to the last day; absent while nobody knows it
 * @param grade how much of the work the person is away from, in percent; 0 where the kind is not sickness
 * @param reportedAt when the HR system came to say so
 */
public record Absence(
        UUID id, LocalDate from, @Nullable LocalDate to, AbsenceKind kind, int grade, Instant reportedAt) {

    /** Which of several records decides a day: first the better rank, then the later report; the rest breaks ties. */
    static final Comparator<Absence> WHAT_DECIDES_FIRST = comparingInt((Absence absence) -> absence.kind.rank())
            .thenComparing(Absence::reportedAt, Comparator.reverseOrder())
            .thenComparing(Absence::grade, Comparator.reverseOrder())
            .thenComparing(Absence::kind)
            .thenComparing(Absence::id);

    public Absence {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("An absence ends on the day it begins or later");
        }
        if (kind.isSickness() ? grade < 1 || grade > 100 : grade != 0) {
            throw new IllegalArgumentException("A sick day has a grade from 1 to 100, any other day 0: " + grade);
        }
    }

    /** Whether the HR system says it only once more; when it says so does not matter. */
    boolean saysTheSameAs(Absence other) {
        return id.equals(other.id)
                && from.equals(other.from)
                && Objects.equals(to, other.to)
                && kind == other.kind
                && grade == other.grade;
    }

    /** The last known day, which is the first one while no end is known. */
    LocalDate lastKnownDay() {
        return to == null ? from : to;
    }

    LocalDate lastDayWithin(LocalDate horizon) {
        return to == null ? horizon : to;
    }

    boolean isOpenEnded() {
        return to == null;
    }

    /** Back from a day on, and nobody says until when. */
    boolean isOpenReturn() {
        return kind == AbsenceKind.BACK_AT_WORK && to == null;
    }

    /** Whether it holds beside a return without an end: it began later, or is a return that was told to its end. */
    boolean outlasts(Absence openReturn) {
        return from.isAfter(openReturn.from) || (kind == AbsenceKind.BACK_AT_WORK && to != null);
    }
}
