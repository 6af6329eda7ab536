package no.oppfolging.platform.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that waits, as a page shows it: where it lies, what it is and why it waits, never what it says.
 *
 * @param reason a slug: {@code hole}, {@code handler-failed}, {@code behind-another}, or what a handler waits for
 * @param failed whether a handler has a defect, which holds up what comes after it
 * @param readable whether its bytes are still kept, so that it can be tried again
 */
public record ParkedMessage(
        UUID id,
        Coordinates coordinates,
        UUID key,
        MessageType type,
        UUID messageId,
        String reason,
        boolean failed,
        int tries,
        Instant parkedAt,
        boolean readable) {}
