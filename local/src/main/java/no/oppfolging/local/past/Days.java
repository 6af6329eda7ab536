package no.oppfolging.local.past;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.time.NorwegianCalendar;

/** Turns days that are counted from today into dates. */
record Days(LocalDate today) {
    private static final NorwegianCalendar CALENDAR = new NorwegianCalendar();
    private static final MonthDay CHRISTMAS_EVE = MonthDay.of(Month.DECEMBER, 24);

    LocalDate on(int day) {
        return today.plusDays(day);
    }

    /** The last day up to the given one on which people are at work, and mails are sent. */
    LocalDate atWork(int day) {
        var found = CALENDAR.lastWorkingDayUpTo(on(day));
        return MonthDay.from(found).equals(CHRISTMAS_EVE) ? CALENDAR.lastWorkingDayUpTo(found.minusDays(1)) : found;
    }

    Instant atWork(int day, LocalTime time) {
        return atWork(day).atTime(time).atZone(LegalDay.NORWAY).toInstant();
    }

    /** How a date is counted from today. */
    int count(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(today, date));
    }
}
