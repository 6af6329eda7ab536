package no.oppfolging.platform.messaging;

import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of news a message is: {@code no.oppfolging.meeting.MeetingSummoned.v1}. */
public record MessageType(String producer, String name, int major) {
    private static final Pattern FORM = Pattern.compile(
            "no\\.oppfolging\\.(?<producer>[a-z]+)\\.(?<name>[A-Z][A-Za-z0-9]*)\\.v(?<major>[1-9][0-9]?)");

    /** @throws IllegalArgumentException when the text is no type of ours */
    public static MessageType of(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("Not a message type: " + text));
    }

    static Optional<MessageType> read(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new MessageType(
                        match.group("producer"), match.group("name"), Integer.parseInt(match.group("major"))))
                : Optional.empty();
    }

    /** Where messages of this type are told: {@code oppfolging.meeting.v1}. */
    public String topic() {
        return "oppfolging." + producer + ".v" + major;
    }

    @Override
    public String toString() {
        return "no.oppfolging." + producer + "." + name + ".v" + major;
    }
}
