package no.oppfolging.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Set;
import java.util.function.DoubleSupplier;

/** What operations see of the news: how much waits and why, how far behind we are, how old each watermark is. */
final class MessagingMeters {
    private final ParkedMessages parked;
    private final MultiGauge parkedByReason;

    MessagingMeters(
            MeterRegistry registry,
            ParkedMessages parked,
            Watermarks watermarks,
            Set<String> producers,
            DoubleSupplier lag) {
        this.parked = parked;
        this.parkedByReason = MultiGauge.builder("oppfolging.messages.parked")
                .description("Messages that wait")
                .register(registry);
        for (var producer : producers) {
            Gauge.builder(
                            "oppfolging.watermarks.age",
                            watermarks,
                            known -> known.age(producer).toSeconds())
                    .description("How long ago a producer was known to have told everything")
                    .baseUnit("seconds")
                    .tag("producer", producer)
                    .register(registry);
        }
        Gauge.builder("oppfolging.inbox.lag", lag::getAsDouble)
                .description("Messages not read yet, on the partition that has most of them")
                .strongReference(true)
                .register(registry);
    }

    void countParked() {
        parkedByReason.register(
                parked.countsByReason().entrySet().stream()
                        .map(entry -> MultiGauge.Row.of(Tags.of("reason", entry.getKey()), entry.getValue()))
                        .toList(),
                true);
    }
}
