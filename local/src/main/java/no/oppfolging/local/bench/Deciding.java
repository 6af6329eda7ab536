package no.oppfolging.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import no.oppfolging.local.bench.Clients.Operation;
import no.oppfolging.platform.testing.ServiceName;

/** Commands to streams picked at random: load, decide, append. */
final class Deciding {
    private Deciding() {}

    private interface Counting {
        void count(UUID tally);
    }

    /** A command to a stream picked at random: load, decide, append. */
    static void measure(Rounds rounds, Paths paths) {
        try (var loading = OurLog.alone(paths.postgres().freshDatabase(ServiceName.CASES), 0)) {
            var streams = new ArrayList<UUID>();
            for (var i = 0; i < rounds.scale().streams(); i++) {
                streams.add(rounds.nextId());
            }
            forAll(streams, paths.stock()::begin);
            forAll(streams, paths.ours()::begin);
            forAll(streams, loading::begin);
            Supplier<Operation> stock = () -> onAny(streams, paths.stock()::count);
            Supplier<Operation> cached = () -> onAny(streams, paths.ours()::count);
            Supplier<Operation> loaded = () -> onAny(streams, loading::count);
            rounds.warmMany(stock);
            rounds.warmMany(cached);
            rounds.warmMany(loaded);
            rounds.each(() -> {
                rounds.rateOfMany("load, decide, append", "stock", stock);
                rounds.rateOfMany("load, decide, append", "ours, cached", cached);
                rounds.rateOfMany("load, decide, append", "ours, loading", loaded);
            });
        }
        var stock = rounds.median("load, decide, append, events/s", "stock");
        rounds.tell(
                "load, decide, append: cached / stock",
                rounds.median("load, decide, append, events/s", "ours, cached") / stock,
                "≥ 9");
        rounds.tell(
                "load, decide, append: loading / stock",
                rounds.median("load, decide, append, events/s", "ours, loading") / stock,
                "≥ 5");
        rounds.tell(
                "load, decide, append: p99 in ms, loading",
                rounds.median("load, decide, append, p99 ms", "ours, loading"),
                "≤ 10");
    }

    private static Operation onAny(List<UUID> streams, Counting counting) {
        return () -> {
            counting.count(streams.get(ThreadLocalRandom.current().nextInt(streams.size())));
            return 1;
        };
    }

    private static void forAll(List<UUID> streams, Counting counting) {
        var next = new AtomicInteger();
        try (var many = Executors.newFixedThreadPool(Rounds.MANY)) {
            for (var i = 0; i < Rounds.MANY; i++) {
                many.execute(() -> {
                    for (var at = next.getAndIncrement(); at < streams.size(); at = next.getAndIncrement()) {
                        counting.count(streams.get(at));
                    }
                });
            }
        }
    }
}
