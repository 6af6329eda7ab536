package no.oppfolging.local.dryrun;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import no.oppfolging.platform.directory.EmploymentRules;
import no.oppfolging.platform.directory.MessageContents;
import no.oppfolging.platform.messaging.Message;

/**
 * What was said under an id (utsagn), and what comes of it. As bytes it is ordered by the id, then by when HR said it,
 * then by its content: so the first under an id is the same in whatever order the lines lie.
 */
final class Saying {
    private static final int BYTES_OF_AN_ID = 16;
    private static final int BYTES_OF_A_TIME = 12;
    private static final int BYTES_OF_A_HASH = 32;
    private static final int CONTENT = BYTES_OF_AN_ID + BYTES_OF_A_TIME;
    private static final int OUTCOME = CONTENT + BYTES_OF_A_HASH + 1;
    private static final byte ASKED = 0;
    private static final byte REFUSED = 1;

    private final byte[] bytes;

    private Saying(byte[] bytes) {
        this.bytes = bytes;
    }

    static Saying of(Message message) {
        var time = message.time();
        var broken = EmploymentRules.brokenBy(message);
        var outcome = broken.map(rule -> Rejection.of(message.id(), rule).toBytes())
                .orElseGet(() -> Told.of(message).toBytes());
        return new Saying(ByteBuffer.allocate(OUTCOME + outcome.length)
                .putLong(message.id().getMostSignificantBits())
                .putLong(message.id().getLeastSignificantBits())
                .putLong(time.getEpochSecond() ^ Long.MIN_VALUE)
                .putInt(time.getNano())
                .put(HexFormat.of().parseHex(MessageContents.of(message)))
                .put(broken.isPresent() ? REFUSED : ASKED)
                .put(outcome)
                .array());
    }

    static Saying fromBytes(byte[] bytes) {
        return new Saying(bytes);
    }

    byte[] toBytes() {
        return bytes;
    }

    UUID messageId() {
        var from = ByteBuffer.wrap(bytes);
        return new UUID(from.getLong(), from.getLong());
    }

    boolean isUnderTheIdOf(Saying other) {
        return Arrays.equals(bytes, 0, BYTES_OF_AN_ID, other.bytes, 0, BYTES_OF_AN_ID);
    }

    boolean saysTheSameAs(Saying other) {
        return Arrays.equals(bytes, CONTENT, OUTCOME - 1, other.bytes, CONTENT, OUTCOME - 1);
    }

    /** Whether it is refused whatever else is known. */
    boolean isRefused() {
        return bytes[OUTCOME - 1] == REFUSED;
    }

    /** What it {@link Told asks for}, or why it is {@link Rejection refused}; as bytes. */
    byte[] outcome() {
        return Arrays.copyOfRange(bytes, OUTCOME, bytes.length);
    }
}
