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
    /** The byte before the record, four numbers and four ids, each with its length. */
    private static final int NUMBERS_AND_IDS = 1 + 4 * 12 + 4 * 20;

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(LeafRecord::sha256);

    public byte[] leaf() {
        var texts = new byte[][] {
            organisation.getBytes(StandardCharsets.UTF_8),
            eventName.getBytes(StandardCharsets.UTF_8),
            metadata.getBytes(StandardCharsets.UTF_8),
            payload.getBytes(StandardCharsets.UTF_8)
        };
        var record = ByteBuffer.allocate(NUMBERS_AND_IDS + lengthOf(texts));
        record.put((byte) 0);
        number(record, position);
        number(record, ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
        text(record, texts[0]);
        id(record, stream);
        number(record, version);
        id(record, caseId.orElse(null));
        text(record, texts[1]);
        number(record, revision);
        id(record, eventId);
        id(record, commandId);
        text(record, texts[2]);
        text(record, texts[3]);
        var digest = SHA_256.get();
        digest.update(record.array(), 0, record.position());
        return digest.digest();
    }

    private static int lengthOf(byte[][] texts) {
        var length = 0;
        for (var text : texts) {
            length += 4 + text.length;
        }
        return length;
    }

    private static void number(ByteBuffer record, long number) {
        record.putInt(8).putLong(number);
    }

    private static void id(ByteBuffer record, @Nullable UUID id) {
        if (id == null) {
            record.putInt(-1);
            return;
        }
        record.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static void text(ByteBuffer record, byte[] text) {
        record.putInt(text.length).put(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
