package no.oppfolging.notifications.channels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
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
     * @param from whom the mail is from, the organizer that a published event must have (RFC 5546, 3.2.1)
     */
    static String of(
            UUID meeting, MeetingWords words, Optional<String> place, int sequence, Instant orderedAt, String from) {
        var event = new VEvent(false);
        event.add(new Uid(meeting + "@oppfolging"))
                .add(new Sequence(sequence))
                .add(new DtStamp(orderedAt))
                .add(new DtStart<>(words.startsAt()))
                .add(new DtEnd<>(words.endsAt()))
                .add(new Organizer(URI.create("mailto:" + from)))
                .add(new Summary(words.title()))
                .add(ImmutableClazz.PRIVATE);
        place.ifPresent(where -> event.add(new Location(where)));
        return folded(new Calendar()
                .withProdId("-//Oppfølging//Innkalling//NO")
                .withDefaults()
                .withProperty(ImmutableMethod.PUBLISH)
                .withComponent(event)
                .getFluentTarget());
    }

    /** No line is longer than 75 octets (3.1). */
    private static String folded(Calendar calendar) {
        var lines = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString(StandardCharsets.UTF_8);
    }
}
