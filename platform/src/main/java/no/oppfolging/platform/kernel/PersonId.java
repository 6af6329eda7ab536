package no.oppfolging.platform.kernel;

import java.util.UUID;

/** A person's pseudonym (pseudonym): opaque, the same in every message, and never a national identity number. */
public record PersonId(UUID value) implements Identifier {
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
