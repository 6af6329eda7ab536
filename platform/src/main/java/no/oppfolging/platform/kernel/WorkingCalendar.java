package no.oppfolging.platform.kernel;

import java.time.LocalDate;

/** Knows an employer's working days (virkedager): advice about when to act, never a reason to move a legal day. */
public interface WorkingCalendar {
    boolean isWorkingDay(LocalDate day);

    /**
     * The last working day that is the given day or before it; what is recommended when a deadline falls on a holiday.
     */
    default LocalDate lastWorkingDayUpTo(LocalDate day) {
        var candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.minusDays(1);
        }
        return candidate;
    }
}
