package no.oppfolging.platform.messaging;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Whether news comes in and goes out; a service that neither hears nor tells is not ready. */
final class NewsHealth implements HealthIndicator {
    private static final Duration TOO_LONG = Duration.ofSeconds(30);

    private final ConcurrentMessageListenerContainer<String, byte[]> readers;
    private final Heartbeat heartbeat;

    NewsHealth(ConcurrentMessageListenerContainer<String, byte[]> readers, Heartbeat heartbeat) {
        this.readers = readers;
        this.heartbeat = heartbeat;
    }

    @Override
    public Health health() {
        if (!readers.isRunning()) {
            return Health.down()
                    .withDetail("missing", "The topics are not read")
                    .build();
        }
        var outOfReach = heartbeat.outOfReachFor();
        return outOfReach.compareTo(TOO_LONG) < 0
                ? Health.up().build()
                : Health.down()
                        .withDetail("missing", "No watermark could be told for " + outOfReach.toSeconds() + " seconds")
                        .build();
    }
}
