package no.oppfolging.platform.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Turns instants into the calendar days the law counts, which are Norwegian days. */
public final class LegalDay {
    public static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private LegalDay() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, NORWAY);
    }

    /** The first instant of a day; a day is not 24 hours twice a year. */
    public static Instant begins(LocalDate day) {
        return day.atStartOfDay(NORWAY).toInstant();
    }
}
