package no.oppfolging.notifications.channels;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import no.oppfolging.notifications.channels.Words.MeetingWords;

/**
 * A meeting for the recipient's calendar (RFC 5545): private, under its neutral title, with nobody's name and no
 * description. Its times are in UTC, so that no calendar has to know of our time zone.
 */
final class CalendarPart {
    static {
        // Before the library is first used: it is not to fetch time zones from the net.
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    }

    private CalendarPart() {}

    /**
     * @param sequence how often the meeting was told of before, so that a calendar sees which telling is the latest
     * @param place empty where it may not stand in a mail
     */
    static String of(UUID meeting, MeetingWords words, Optional<String> place, int sequence, Instant orderedAt) {
        var event = new VEvent(false);
        event.add(new Uid(meeting + "@oppfolging"))
                .add(new Sequence(sequence))
                .add(new DtStamp(orderedAt))
                .add(new DtStart<>(words.startsAt()))
                .add(new DtEnd<>(words.endsAt()))
                .add(new Summary(words.title()))
                .add(ImmutableClazz.PRIVATE);
        place.ifPresent(where -> event.add(new Location(where)));
        return new Calendar()
                .withProdId("-//Oppfolging//Innkalling//NO")
                .withDefaults()
                .withProperty(ImmutableMethod.PUBLISH)
                .withComponent(event)
                .getFluentTarget()
                .toString();
    }
}
