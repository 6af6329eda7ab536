package no.oppfolging.notifications.domain;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The twelve public holidays of Norway (helligdager). */
final class PublicHolidays {
    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 17), MonthDay.of(12, 25), MonthDay.of(12, 26));

    /** Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension, Whit Sunday and Monday: days after Easter. */
    private static final Set<Integer> AROUND_EASTER = Set.of(-3, -2, 0, 1, 39, 49, 50);

    private PublicHolidays() {}

    static boolean include(LocalDate day) {
        var daysAfterEaster = day.getDayOfYear() - easter(day.getYear()).getDayOfYear();
        return FIXED.contains(MonthDay.from(day)) || AROUND_EASTER.contains(daysAfterEaster);
    }

    /** Easter Sunday of the Gregorian calendar, by the rule known as Meeus, Jones and Butcher's. */
    static LocalDate easter(int year) {
        var golden = year % 19;
        var century = year / 100;
        var inCentury = year % 100;
        var moonCorrection = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        var lateMoon = (golden + 11 * epact + 22 * weekday) / 451;
        var day = epact + weekday - 7 * lateMoon + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
