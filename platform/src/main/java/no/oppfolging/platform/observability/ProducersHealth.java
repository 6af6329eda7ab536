package no.oppfolging.platform.observability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Watermarks;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the services whose news is waited for have been heard from lately; HR's system tells no watermarks. */
final class ProducersHealth implements HealthIndicator {
    private static final Duration LATELY = Duration.ofMinutes(2);
    private static final String HR = "hr";

    private final Set<String> producers;
    private final Watermarks watermarks;
    private final Clock clock;

    ProducersHealth(List<MessageHandler> handlers, Watermarks watermarks, Clock clock) {
        this.producers = new TreeSet<>(handlers.stream()
                .flatMap(handler -> handler.types().stream())
                .map(MessageType::producer)
                .filter(producer -> !producer.equals(HR))
                .toList());
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /** A service that waits for another is ready all the same, or one silent service would close them all. */
    @Override
    public Health health() {
        var missing = new ArrayList<String>();
        for (var producer : producers) {
            var until = watermarks.until(producer);
            if (until.equals(Instant.EPOCH)) {
                missing.add("Nothing has been heard from " + producer + "-service.");
            } else {
                var silent = Duration.between(until, clock.instant());
                if (silent.compareTo(LATELY) > 0) {
                    missing.add("Nothing has been heard from " + producer + "-service for " + silent.toSeconds()
                            + " seconds.");
                }
            }
        }
        return Missing.waiting(missing);
    }
}
