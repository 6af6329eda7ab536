package no.oppfolging.platform.messaging;

import java.util.Optional;
import java.util.UUID;

/** W3C Trace Context, whose trace id is the correlation id: so a trace survives the log, and days of waiting. */
public final class Trace {
    private Trace() {}

    /** The correlation id a {@code traceparent} carries. */
    public static Optional<UUID> correlationOf(String traceparent) {
        if (traceparent.length() != 55) {
            return Optional.empty();
        }
        var high = Long.parseUnsignedLong(traceparent, 3, 19, 16);
        var low = Long.parseUnsignedLong(traceparent, 19, 35, 16);
        return high == 0 && low == 0 ? Optional.empty() : Optional.of(new UUID(high, low));
    }

    /** @param span what is told: an event, or a notice */
    public static String parent(UUID correlation, UUID span) {
        return "00-%016x%016x-%016x-01"
                .formatted(
                        correlation.getMostSignificantBits(),
                        correlation.getLeastSignificantBits(),
                        span.getLeastSignificantBits());
    }
}
