package no.oppfolging.platform.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a row of the log says, in one order of bytes; its hash is the row's leaf in the Merkle tree.
 *
 * <p>The record is each column in the order below as a four-byte big-endian length and the bytes; a column without a
 * value has the length FF FF FF FF. Numbers are eight bytes big-endian, ids sixteen bytes, text UTF-8, the time
 * microseconds since 1970 as a number. Leaf = SHA-256(0x00 ‖ record), RFC 9162 section 2.1.1. Test vectors in
 * {@code contracts/ledger/}.
 */
public record LeafRecord(
        long position,
        Instant recordedAt,
        String organisation,
        UUID stream,
        long version,
        Optional<UUID> caseId,
        String eventName,
        long revision,
        UUID eventId,
        UUID commandId,
        String metadata,
        String payload) {

    public byte[] leaf() {
        var digest = sha256();
        digest.update((byte) 0);
        number(digest, position);
        number(digest, ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
        text(digest, organisation);
        id(digest, stream);
        number(digest, version);
        id(digest, caseId.orElse(null));
        text(digest, eventName);
        number(digest, revision);
        id(digest, eventId);
        id(digest, commandId);
        text(digest, metadata);
        text(digest, payload);
        return digest.digest();
    }

    private static void number(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(12).putInt(8).putLong(number).flip());
    }

    private static void id(MessageDigest digest, @Nullable UUID id) {
        if (id == null) {
            digest.update(ByteBuffer.allocate(4).putInt(-1).flip());
            return;
        }
        digest.update(ByteBuffer.allocate(20)
                .putInt(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }

    private static void text(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
