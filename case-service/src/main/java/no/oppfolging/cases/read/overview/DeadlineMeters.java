package no.oppfolging.cases.read.overview;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.platform.eventlog.ViewTables;

/** How many deadlines stand how, by kind and outcome; counted at most once every few seconds. */
public final class DeadlineMeters implements MeterBinder {
    private static final long KEPT = Duration.ofSeconds(5).toNanos();

    private final ViewTables tables;
    private Map<Counted, Long> counts = Map.of();
    private long countedAt = System.nanoTime() - KEPT;

    public DeadlineMeters(ViewTables tables) {
        this.tables = tables;
    }

    private record Counted(Stage stage, Outcome outcome) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var stage : Stage.values()) {
            for (var outcome : Outcome.values()) {
                Gauge.builder("oppfolging.deadlines.outcomes", () -> count(new Counted(stage, outcome)))
                        .description("Deadlines by what has become of them")
                        .tag("kind", stage.name())
                        .tag("outcome", outcome.name())
                        .register(registry);
            }
        }
    }

    private synchronized long count(Counted counted) {
        var now = System.nanoTime();
        if (now - countedAt >= KEPT) {
            counts = all();
            countedAt = now;
        }
        return counts.getOrDefault(counted, 0L);
    }

    private Map<Counted, Long> all() {
        var all = new HashMap<Counted, Long>();
        tables.sql("select stage, outcome, count(*) from view.deadlines group by stage, outcome")
                .query(row -> {
                    all.put(
                            new Counted(Stage.valueOf(row.getString(1)), Outcome.valueOf(row.getString(2))),
                            row.getLong(3));
                });
        return all;
    }
}
