package no.oppfolging.local.dryrun;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.messaging.BrokenRule;

/**
 * A message that was refused, and why (avvist melding). As bytes it is ordered by its id, those without one last, and
 * then by what is wrong with it.
 *
 * @param line tells apart two lines of which no id could be read; the same for the same bytes
 */
record Rejection(Optional<UUID> messageId, UUID line, BrokenRule broken) {
    private static final int BYTES_OF_AN_ID = 16;
    private static final UUID NOBODY = new UUID(0, 0);
    private static final UUID LINES = UUID.fromString("5d1a7f0c-8f0e-5a53-9a1e-0f3b6c2d4e11");

    static Rejection of(UUID messageId, BrokenRule broken) {
        return new Rejection(Optional.of(messageId), NOBODY, broken);
    }

    static Rejection of(Optional<UUID> messageId, byte[] line, BrokenRule broken) {
        return new Rejection(
                messageId, messageId.isPresent() ? NOBODY : DerivedId.of(LINES, new String(line, UTF_8)), broken);
    }

    byte[] toBytes() {
        var words = (broken.pointer() + "\0" + broken.rule()).getBytes(UTF_8);
        var bytes = ByteBuffer.allocate(1 + 2 * BYTES_OF_AN_ID + words.length);
        bytes.put((byte) (messageId.isPresent() ? 0 : 1));
        put(bytes, messageId.orElse(NOBODY));
        put(bytes.put(words), line);
        return bytes.array();
    }

    static Rejection fromBytes(byte[] bytes) {
        var from = ByteBuffer.wrap(bytes);
        var hasId = from.get() == 0;
        var id = id(from);
        var words = new byte[from.remaining() - BYTES_OF_AN_ID];
        from.get(words);
        var said = new String(words, UTF_8);
        var end = said.indexOf('\0');
        return new Rejection(
                hasId ? Optional.of(id) : Optional.empty(),
                id(from),
                new BrokenRule(said.substring(0, end), said.substring(end + 1)));
    }

    private static void put(ByteBuffer to, UUID id) {
        to.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(ByteBuffer from) {
        return new UUID(from.getLong(), from.getLong());
    }
}
