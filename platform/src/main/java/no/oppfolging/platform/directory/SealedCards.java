package no.oppfolging.platform.directory;

import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;

/** Seals what identifies a person in the directory, and opens it for the answer alone. */
final class SealedCards {
    private final PersonalTexts texts;

    SealedCards(PersonalTexts texts) {
        this.texts = texts;
    }

    String seal(PersonId person, UUID messageId, String field, String text) {
        return texts.seal(
                new PersonalText(person, text), Optional.empty(), Purpose.IDENTITY, context(messageId, field));
    }

    PersonalText open(PersonId person, UUID messageId, String field, String sealed) {
        return texts.open(person, sealed, context(messageId, field));
    }

    private static String context(UUID messageId, String field) {
        return "directory_entries " + messageId + " " + field;
    }
}
