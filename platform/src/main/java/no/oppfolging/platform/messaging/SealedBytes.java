package no.oppfolging.platform.messaging;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;

/** Keeps the bytes of a message unreadable at rest, under a key that belongs to what the message is about. */
final class SealedBytes {
    private final PersonalTexts texts;

    SealedBytes(PersonalTexts texts) {
        this.texts = texts;
    }

    String seal(UUID key, Coordinates coordinates, byte[] bytes) {
        var text = new PersonalText(subject(key), Base64.getEncoder().encodeToString(bytes));
        return texts.seal(text, Optional.empty(), Purpose.DRAFT, context(coordinates));
    }

    /** Empty when they have been erased. */
    Optional<byte[]> open(UUID key, Coordinates coordinates, String sealed) {
        var text = texts.open(subject(key), sealed, context(coordinates));
        return text.isErased()
                ? Optional.empty()
                : Optional.of(Base64.getDecoder().decode(text.text()));
    }

    private static PersonId subject(UUID key) {
        return new PersonId(DerivedId.of(key, "messages"));
    }

    private static String context(Coordinates coordinates) {
        return "message " + coordinates;
    }
}
