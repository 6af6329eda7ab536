package no.oppfolging.local.dryrun;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import no.oppfolging.cases.domain.Deadlines;
import no.oppfolging.platform.kernel.WorkingCalendar;

/**
 * The recommended day of each due day (anbefalt dato), looked up in the calendar once: many are due on the same day.
 */
final class WorkBy {
    private final WorkingCalendar calendar;
    private final Map<LocalDate, LocalDate> known = new HashMap<>();

    WorkBy(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    LocalDate of(LocalDate due) {
        return known.computeIfAbsent(due, day -> Deadlines.workBy(day, calendar));
    }
}
