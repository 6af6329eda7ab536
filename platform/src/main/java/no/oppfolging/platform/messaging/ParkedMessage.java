package no.oppfolging.platform.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.OrganisationNumber;

/**
 * A message that waits, as a page shows it: where it lies, what it is and why it waits, never what it says.
 *
 * @param place where it stands in its producer's log; empty for what HR tells
 * @param hash the SHA-256 of its bytes, in hexadecimal
 * @param reason a slug: {@code hole}, {@code handler-failed}, {@code behind-another}, or what a handler waits for
 * @param failed whether a handler has a defect, which holds up what comes after it
 * @param tryAfter when it is tried again by itself, at the latest
 * @param readable whether its bytes are still kept, so that it can be tried again
 */
public record ParkedMessage(
        UUID id,
        Coordinates coordinates,
        OrganisationNumber organisation,
        UUID key,
        MessageType type,
        UUID messageId,
        Optional<Place> place,
        String hash,
        String reason,
        boolean failed,
        int tries,
        Instant parkedAt,
        Instant tryAfter,
        boolean readable) {
    TopicKey topicKey() {
        return new TopicKey(coordinates.topic(), key);
    }
}
