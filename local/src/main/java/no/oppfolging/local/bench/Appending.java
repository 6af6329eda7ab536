package no.oppfolging.local.bench;

import java.util.function.Supplier;
import no.oppfolging.local.bench.Clients.Operation;

/** Commands that each begin a new stream, beside the insert of one row. */
final class Appending {
    private Appending() {}

    /** Each command begins a new stream. */
    static void measure(Rounds rounds, Paths paths) {
        Supplier<Operation> stock = () -> () -> {
            paths.stock().begin(rounds.nextId());
            return 1;
        };
        Supplier<Operation> ours = () -> () -> {
            paths.ours().begin(rounds.nextId());
            return 1;
        };
        rounds.warmMany(stock);
        rounds.warmMany(ours);
        rounds.warm(16, paths.plain()::oneRow);
        rounds.warm(4, paths.plain()::aBatch);
        paths.plain().disconnect();
        rounds.each(() -> {
            for (var clients : new int[] {8, 16, 32, Rounds.MANY}) {
                rounds.rate(
                        "append, best of its clients",
                        "plain, one row, " + clients + " clients",
                        clients,
                        paths.plain()::oneRow);
                paths.plain().disconnect();
            }
            rounds.rate("append, 100 rows a transaction", "plain, 4 clients", 4, paths.plain()::aBatch);
            paths.plain().disconnect();
            rounds.rateOfMany("append, 64 writers", "stock", stock);
            rounds.rateOfMany("append, 64 writers", "ours", ours);
            rounds.rate("append, 1 writer", "plain, one row", 1, paths.plain()::oneRow);
            paths.plain().disconnect();
            rounds.rate("append, 1 writer", "stock", 1, stock);
            rounds.rate("append, 1 writer", "ours", 1, ours);
        });
        var best = rounds.best("append, best of its clients, events/s", "plain");
        var many = rounds.median("append, 64 writers, events/s", "ours");
        rounds.tell("append, 64 writers: ours / plain at its best", many / best, "≥ 3");
        rounds.tell(
                "append, 64 writers: ours / stock",
                many / rounds.median("append, 64 writers, events/s", "stock"),
                "≥ 6");
        rounds.tell("append, 64 writers: p99 in ms", rounds.median("append, 64 writers, p99 ms", "ours"), "≤ 6");
        rounds.tell(
                "append, 1 writer: ours / plain",
                rounds.median("append, 1 writer, events/s", "ours")
                        / rounds.median("append, 1 writer, events/s", "plain, one row"),
                "≥ 0.8");
    }
}
