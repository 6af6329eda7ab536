package no.oppfolging.cases.domain.contact;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the two keep contact (ønsket kontakt): by what, how often, on which days, and who gets in touch.
 *
 * @param everyDays the longest time between two contacts, in days
 * @param days none where any day will do
 */
public record ContactTerms(Set<ContactChannel> channels, int everyDays, Set<DayOfWeek> days, ContactPerson who) {
    public static final int LONGEST_RHYTHM = 31;

    public ContactTerms {
        channels = inOrder(ContactChannel.class, channels);
        days = inOrder(DayOfWeek.class, days);
    }

    private static <E extends Enum<E>> Set<E> inOrder(Class<E> type, Collection<E> some) {
        var ordered = EnumSet.noneOf(type);
        ordered.addAll(some);
        return Collections.unmodifiableSet(ordered);
    }
}
