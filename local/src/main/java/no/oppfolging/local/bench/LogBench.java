package no.oppfolging.local.bench;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import no.oppfolging.local.Complaint;
import no.oppfolging.local.bench.Clients.Operation;
import no.oppfolging.local.bench.Clients.Result;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.LocalPostgres;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.time.Ids;

/** {@code bench log}: the log beside a plain table and beside Axon's own JDBC engine, in interleaved rounds. */
public final class LogBench {
    private static final Set<String> PARTS = Set.of("append", "decide", "load", "replay", "latency");
    private static final String USAGE = "bench log [--quick] [--only append,decide,load,replay,latency]";
    private static final int MANY = 64;
    private static final int LONG_STREAM = 1_000;
    private static final int A_FOLD = 5_000;
    private static final int A_SECOND = 500;

    private final Scale scale;
    private final Set<String> parts;
    private final PrintStream out;
    private final Measurements measured = new Measurements();
    private final Ids ids = new Ids(Clock.systemUTC());

    private LogBench(Scale scale, Set<String> parts, PrintStream out) {
        this.scale = scale;
        this.parts = parts;
        this.out = out;
    }

    /** Runs what the arguments ask for. */
    public static void run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty() || !arguments.getFirst().equals("log")) {
            throw new Complaint("Known is " + USAGE + ".");
        }
        var scale = Scale.WHOLE;
        var parts = PARTS;
        var rest = arguments.subList(1, arguments.size()).iterator();
        while (rest.hasNext()) {
            switch (rest.next()) {
                case "--quick" -> scale = Scale.QUICK;
                case "--only" -> parts = rest.hasNext() ? Set.of(rest.next().split(",", -1)) : Set.of("");
                default -> throw new Complaint("Known is " + USAGE + ".");
            }
        }
        if (!PARTS.containsAll(parts)) {
            throw new Complaint("Known is " + USAGE + ".");
        }
        new LogBench(scale, parts, out).run();
    }

    private void run() {
        var begun = System.nanoTime();
        var postgres = LocalPostgres.start();
        var oursDatabase = postgres.freshDatabase(ServiceName.CASES);
        try (postgres;
                var plain = new PlainTable(postgres.freshDatabase(ServiceName.PLANS));
                var stock = new StockLog(postgres.freshDatabase(ServiceName.MEETINGS));
                var ours = new OurLog(oursDatabase, scale.streams(), false)) {
            Surroundings.print(out, ours.sql());
            var paths = new Paths(postgres, plain, stock, ours, oursDatabase);
            part("append", () -> append(paths));
            part("decide", () -> decide(paths));
            part("load", () -> load(paths));
            part("replay", () -> replay(paths));
            part("latency", () -> latency(paths));
            out.println();
            measured.print(out);
            tellBytes(ours);
        }
        Surroundings.printLoad(out, "after");
        out.printf(Locale.ROOT, "Took        %.0f s%n", (System.nanoTime() - begun) / 1e9);
    }

    private record Paths(
            LocalPostgres postgres, PlainTable plain, StockLog stock, OurLog ours, Database oursDatabase) {}

    private void part(String name, Runnable part) {
        if (parts.contains(name)) {
            out.println("… " + name);
            part.run();
        }
    }

    /** Each command begins a new stream. */
    private void append(Paths paths) {
        Supplier<Operation> stock = () -> () -> {
            paths.stock.begin(ids.next());
            return 1;
        };
        Supplier<Operation> ours = () -> () -> {
            paths.ours.begin(ids.next());
            return 1;
        };
        warm(MANY, stock);
        warm(MANY, ours);
        warm(16, paths.plain::oneRow);
        warm(4, paths.plain::aBatch);
        paths.plain.disconnect();
        for (var round = 0; round < scale.rounds(); round++) {
            for (var clients : new int[] {8, 16, 32, MANY}) {
                rate(
                        "append, best of its clients",
                        "plain, one row, " + clients + " clients",
                        clients,
                        paths.plain::oneRow);
                paths.plain.disconnect();
            }
            rate("append, 100 rows a transaction", "plain, 4 clients", 4, paths.plain::aBatch);
            paths.plain.disconnect();
            rate("append, 64 writers", "stock", MANY, stock);
            rate("append, 64 writers", "ours", MANY, ours);
            rate("append, 1 writer", "plain, one row", 1, paths.plain::oneRow);
            paths.plain.disconnect();
            rate("append, 1 writer", "stock", 1, stock);
            rate("append, 1 writer", "ours", 1, ours);
        }
        var best = measured.best("append, best of its clients, events/s", "plain");
        var many = measured.median("append, 64 writers, events/s", "ours");
        tell("append, 64 writers: ours / plain at its best", many / best, "≥ 3");
        tell(
                "append, 64 writers: ours / stock",
                many / measured.median("append, 64 writers, events/s", "stock"),
                "≥ 6");
        tell("append, 64 writers: p99 in ms", measured.median("append, 64 writers, p99 ms", "ours"), "≤ 6");
        tell(
                "append, 1 writer: ours / plain",
                measured.median("append, 1 writer, events/s", "ours")
                        / measured.median("append, 1 writer, events/s", "plain, one row"),
                "≥ 0.8");
    }

    /** A command to a stream picked at random: load, decide, append. */
    private void decide(Paths paths) {
        try (var loading = new OurLog(paths.postgres.freshDatabase(ServiceName.CASES), 0, false)) {
            var streams = new ArrayList<UUID>();
            for (var i = 0; i < scale.streams(); i++) {
                streams.add(ids.next());
            }
            forAll(streams, paths.stock::begin);
            forAll(streams, paths.ours::begin);
            forAll(streams, loading::begin);
            Supplier<Operation> stock = () -> onAny(streams, paths.stock::count);
            Supplier<Operation> cached = () -> onAny(streams, paths.ours::count);
            Supplier<Operation> loaded = () -> onAny(streams, loading::count);
            warm(MANY, stock);
            warm(MANY, cached);
            warm(MANY, loaded);
            for (var round = 0; round < scale.rounds(); round++) {
                rate("load, decide, append", "stock", MANY, stock);
                rate("load, decide, append", "ours, cached", MANY, cached);
                rate("load, decide, append", "ours, loading", MANY, loaded);
            }
        }
        var stock = measured.median("load, decide, append, events/s", "stock");
        tell(
                "load, decide, append: cached / stock",
                measured.median("load, decide, append, events/s", "ours, cached") / stock,
                "≥ 9");
        tell(
                "load, decide, append: loading / stock",
                measured.median("load, decide, append, events/s", "ours, loading") / stock,
                "≥ 5");
        tell(
                "load, decide, append: p99 in ms, loading",
                measured.median("load, decide, append, p99 ms", "ours, loading"),
                "≤ 10");
    }

    private static Operation onAny(List<UUID> streams, Counting counting) {
        return () -> {
            counting.count(streams.get(ThreadLocalRandom.current().nextInt(streams.size())));
            return 1;
        };
    }

    private interface Counting {
        void count(UUID tally);
    }

    private static void forAll(List<UUID> streams, Counting counting) {
        var next = new AtomicInteger();
        try (var many = Executors.newFixedThreadPool(MANY)) {
            for (var i = 0; i < MANY; i++) {
                many.execute(() -> {
                    for (var at = next.getAndIncrement(); at < streams.size(); at = next.getAndIncrement()) {
                        counting.count(streams.get(at));
                    }
                });
            }
        }
    }

    /** A stream of a thousand events, in whatever store the parts before have left. */
    private void load(Paths paths) {
        var stream = ids.next();
        paths.stock.begin(stream);
        paths.ours.begin(stream);
        for (var i = 1; i < LONG_STREAM; i++) {
            paths.stock.count(stream);
            paths.ours.count(stream);
        }
        Supplier<Operation> stock = () -> () -> (int) paths.stock.load(stream);
        Supplier<Operation> ours = () -> () -> paths.ours.log().ofStream(stream).size();
        warm(1, stock);
        warm(1, ours);
        for (var round = 0; round < scale.rounds(); round++) {
            measured.add(
                    "load of a stream of 1,000, p50 ms", "stock", run(1, stock).p50());
            measured.add(
                    "load of a stream of 1,000, p50 ms", "ours", run(1, ours).p50());
        }
        tell("load of a stream of 1,000: ms", measured.median("load of a stream of 1,000, p50 ms", "ours"), "≤ 2");
    }

    /** The whole log in order; decoded, decrypted and in memory for ours. */
    private void replay(Paths paths) {
        fill(paths);
        try (var view = new ViewTable(paths.oursDatabase)) {
            for (var round = 0; round <= scale.rounds(); round++) {
                var plain = perSecond(paths.plain::select);
                var stock = perSecond(paths.stock::replay);
                var ours = perSecond(() -> replayed(paths.ours));
                var rebuilt = perSecond(() -> rebuilt(paths.ours, view));
                if (round > 0) {
                    measured.add("replay into memory, events/s", "plain SELECT", plain);
                    measured.add("replay into memory, events/s", "stock", stock);
                    measured.add("replay into memory, events/s", "ours", ours);
                    measured.add("rebuild of a SQL view, events/s", "ours", rebuilt);
                }
            }
        }
        tell(
                "replay: ours / plain SELECT",
                measured.median("replay into memory, events/s", "ours")
                        / measured.median("replay into memory, events/s", "plain SELECT"),
                "≥ 0.6");
        tell("rebuild of a SQL view: events/s", measured.median("rebuild of a SQL view, events/s", "ours"), "≥ 150000");
    }

    /** So that there is something to read when nothing was appended before. */
    private void fill(Paths paths) {
        run(MANY, () -> () -> {
            paths.ours.begin(ids.next());
            return 1;
        });
        run(MANY, () -> () -> {
            paths.stock.begin(ids.next());
            return 1;
        });
        run(4, paths.plain::aBatch);
        paths.plain.disconnect();
    }

    private static long replayed(OurLog ours) {
        var position = 0L;
        for (var pages = ours.log().pagesAfter(0, A_FOLD); pages.hasNext(); ) {
            position = pages.next().getLast().position();
        }
        return position;
    }

    /** Streamed by pages, folded in memory, written in bulk. */
    private static long rebuilt(OurLog ours, ViewTable view) {
        view.clear();
        var position = 0L;
        for (var pages = ours.log().pagesAfter(0, A_FOLD); pages.hasNext(); ) {
            var page = pages.next();
            var counts = new HashMap<UUID, Long>();
            page.forEach(event -> counts.merge(event.stream(), 1L, Long::sum));
            view.write(counts);
            position = page.getLast().position();
        }
        return position;
    }

    private static double perSecond(Supplier<Long> read) {
        var begun = System.nanoTime();
        return read.get() / ((System.nanoTime() - begun) / 1e9);
    }

    /** From sending a command until the transaction that shows it in the service's own view is committed. */
    private void latency(Paths paths) {
        try (var followed = new OurLog(paths.postgres.freshDatabase(ServiceName.CASES), scale.streams(), true)) {
            paths.stock.follow();
            Supplier<Long> stock = () -> {
                var tally = ids.next();
                paths.stock.begin(tally);
                return paths.stock.shownAt(tally);
            };
            Supplier<Long> ours =
                    () -> followed.view().shownAt(followed.begin(ids.next()).position());
            paced(scale.warm(), ours);
            paced(scale.step(), stock);
            for (var round = 0; round < scale.rounds(); round++) {
                shown("stock", paced(scale.step(), stock));
                shown("ours", paced(scale.step(), ours));
            }
        }
        tell("command → own view at 500/s: p50 in ms", measured.median("command → own view, p50 ms", "ours"), "≤ 10");
        tell("command → own view at 500/s: p99 in ms", measured.median("command → own view, p99 ms", "ours"), "≤ 40");
    }

    private void shown(String path, Result result) {
        measured.add("command → own view, p50 ms", path, result.p50());
        measured.add("command → own view, p99 ms", path, result.p99());
    }

    /** Five hundred a second, each begun at its moment whether or not those before it have ended. */
    private static Result paced(Duration time, Supplier<Long> shownAt) {
        var taken = new ConcurrentLinkedQueue<Long>();
        var begun = System.nanoTime();
        var between = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var moment = begun; moment < begun + time.toNanos(); moment += between) {
                java.util.concurrent.locks.LockSupport.parkNanos(moment - System.nanoTime());
                var due = moment;
                each.execute(() -> taken.add(shownAt.get() - due));
            }
        }
        var nanos = taken.stream().mapToLong(Long::longValue).toArray();
        return Result.of(nanos.length, (System.nanoTime() - begun) / 1e9, nanos);
    }

    private void warm(int clients, Supplier<Operation> operations) {
        Clients.run(clients, scale.warm(), operations);
    }

    private Result run(int clients, Supplier<Operation> operations) {
        return Clients.run(clients, scale.step(), operations);
    }

    private void rate(String row, String path, int clients, Supplier<Operation> operations) {
        var result = run(clients, operations);
        measured.add(row + ", events/s", path, result.rate());
        measured.add(row + ", p99 ms", path, result.p99());
    }

    private void tell(String what, double value, String goal) {
        out.printf("  %s: %s (goal %s)%n", what, Measurements.number(value), goal);
    }

    private void tellBytes(OurLog ours) {
        var size = ours.sql().sql("""
                        select count(*) as events, avg(length(payload)) as payload, avg(length(metadata)) as metadata,
                               pg_total_relation_size('event_log') as log,
                               pg_total_relation_size('handled_commands') as answers
                          from event_log
                        """).query(Size.class).single();
        out.printf(
                Locale.ROOT,
                "%nOurs keeps %,d events of %.0f + %.0f bytes (payload + metadata): %d bytes each with indexes in the"
                        + " log, and %d for the command's answer%n",
                size.events(),
                size.payload(),
                size.metadata(),
                size.log() / size.events(),
                size.answers() / size.events());
    }

    private record Size(long events, double payload, double metadata, long log, long answers) {}
}
