package no.oppfolging.platform.time;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes ids that sort by the time they were made (UUID version 7, RFC 9562 section 5.7), so that indexes stay warm. */
public final class Ids {
    private final Clock clock;

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        var random = ThreadLocalRandom.current();
        var high = (clock.millis() << 16) | 0x7000L | random.nextInt(0x1000);
        var low = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}
