package no.oppfolging.local.bench;

import java.util.function.Supplier;
import no.oppfolging.platform.testing.ServiceName;

/** From sending a command until the transaction that shows it in the service's own view is committed. */
final class Showing {
    private static final String ROW = "command → own view";

    private Showing() {}

    static void measure(Rounds rounds, Paths paths) {
        try (var followed = OurLog.followed(
                paths.postgres().freshDatabase(ServiceName.CASES),
                rounds.scale().streams())) {
            paths.stock().follow();
            Supplier<Long> stock = () -> {
                var tally = rounds.nextId();
                paths.stock().begin(tally);
                return paths.stock().shownAt(tally);
            };
            Supplier<Long> ours = () -> {
                var tally = rounds.nextId();
                followed.begin(tally);
                return followed.view().shownAt(tally);
            };
            rounds.warmPaced(ours);
            rounds.warmPaced(stock);
            rounds.each(() -> {
                rounds.delay(ROW, "stock", stock);
                rounds.delay(ROW, "ours", ours);
            });
        }
        rounds.tell(ROW + " at 500/s: p50 in ms", rounds.median(ROW + ", p50 ms", "ours"), "≤ 10");
        rounds.tell(ROW + " at 500/s: p99 in ms", rounds.median(ROW + ", p99 ms", "ours"), "≤ 40");
    }
}
