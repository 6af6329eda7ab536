package no.oppfolging.notifications.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import no.oppfolging.platform.kernel.LegalDay;

/**
 * When a notice may be sent (sendetid): from 09:00 until 20:00 in Norway, Monday to Saturday, not on public holidays
 * and not on Christmas Eve.
 */
public final class SendingWindow {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(20, 0);
    private static final MonthDay CHRISTMAS_EVE = MonthDay.of(12, 24);

    private SendingWindow() {}

    public static boolean isOpen(Instant instant) {
        var there = instant.atZone(LegalDay.NORWAY);
        var time = there.toLocalTime();
        return isSendingDay(there.toLocalDate()) && !time.isBefore(OPENS) && time.isBefore(CLOSES);
    }

    /** The instant itself when it is open, else the next opening. */
    public static Instant next(Instant instant) {
        if (isOpen(instant)) {
            return instant;
        }
        var there = instant.atZone(LegalDay.NORWAY);
        var day = there.toLocalDate();
        if (!there.toLocalTime().isBefore(OPENS)) {
            day = day.plusDays(1);
        }
        while (!isSendingDay(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(OPENS).atZone(LegalDay.NORWAY).toInstant();
    }

    private static boolean isSendingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !MonthDay.from(day).equals(CHRISTMAS_EVE)
                && !PublicHolidays.include(day);
    }
}
