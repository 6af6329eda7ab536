package no.oppfolging.platform.kernel;

import java.util.UUID;

/** Names one request for a change; the same id asked again gets the first answer. */
public record CommandId(UUID value) implements Identifier {
    public static CommandId of(String text) {
        return new CommandId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
