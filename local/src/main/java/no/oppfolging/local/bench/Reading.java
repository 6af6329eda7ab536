package no.oppfolging.local.bench;

import java.util.HashMap;
import java.util.UUID;
import java.util.function.Supplier;
import no.oppfolging.local.bench.Clients.Operation;

/** One long stream, and the whole log: into memory, and into a view built from nothing. */
final class Reading {
    private static final int LONG_STREAM = 1_000;
    private static final int A_FOLD = 5_000;

    private Reading() {}

    /** A stream of a thousand events, in whatever store the parts before have left. */
    static void measureStream(Rounds rounds, Paths paths) {
        var stream = rounds.nextId();
        paths.stock().begin(stream);
        paths.ours().begin(stream);
        for (var i = 1; i < LONG_STREAM; i++) {
            paths.stock().count(stream);
            paths.ours().count(stream);
        }
        Supplier<Operation> stock = () -> () -> (int) paths.stock().load(stream);
        Supplier<Operation> ours =
                () -> () -> paths.ours().log().ofStream(stream).size();
        rounds.warm(1, stock);
        rounds.warm(1, ours);
        rounds.each(() -> {
            rounds.add(
                    "load of a stream of 1,000, p50 ms",
                    "stock",
                    rounds.run(1, stock).p50());
            rounds.add(
                    "load of a stream of 1,000, p50 ms",
                    "ours",
                    rounds.run(1, ours).p50());
        });
        rounds.tell("load of a stream of 1,000: ms", rounds.median("load of a stream of 1,000, p50 ms", "ours"), "≤ 2");
    }

    /** The whole log in order; decoded, decrypted and in memory for ours. */
    static void measureLog(Rounds rounds, Paths paths) {
        fill(rounds, paths);
        try (var view = new ViewTable(paths.oursDatabase())) {
            for (var round = 0; round <= rounds.scale().rounds(); round++) {
                var plain = Rounds.perSecond(paths.plain()::select);
                var stock = Rounds.perSecond(paths.stock()::replay);
                var ours = Rounds.perSecond(() -> replayed(paths.ours()));
                var rebuilt = Rounds.perSecond(() -> rebuilt(paths.ours(), view));
                if (round > 0) {
                    rounds.add("replay into memory, events/s", "plain SELECT", plain);
                    rounds.add("replay into memory, events/s", "stock", stock);
                    rounds.add("replay into memory, events/s", "ours", ours);
                    rounds.add("rebuild of a SQL view, events/s", "ours", rebuilt);
                }
            }
        }
        rounds.tell(
                "replay: ours / plain SELECT",
                rounds.median("replay into memory, events/s", "ours")
                        / rounds.median("replay into memory, events/s", "plain SELECT"),
                "≥ 0.6");
        rounds.tell(
                "rebuild of a SQL view: events/s",
                rounds.median("rebuild of a SQL view, events/s", "ours"),
                "≥ 150000");
    }

    /** So that there is something to read when nothing was appended before. */
    private static void fill(Rounds rounds, Paths paths) {
        rounds.runMany(() -> () -> {
            paths.ours().begin(rounds.nextId());
            return 1;
        });
        rounds.runMany(() -> () -> {
            paths.stock().begin(rounds.nextId());
            return 1;
        });
        rounds.run(4, paths.plain()::aBatch);
        paths.plain().disconnect();
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
}
