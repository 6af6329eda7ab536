package no.oppfolging.meetings.domain;

import java.util.UUID;
import no.oppfolging.platform.kernel.Identifier;

/** Names one meeting (møte) of a case; chosen by whoever summons to it. */
public record MeetingId(UUID value) implements Identifier {
    public static MeetingId of(String text) {
        return new MeetingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
