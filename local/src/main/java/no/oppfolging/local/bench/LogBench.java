package no.oppfolging.local.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.oppfolging.local.Complaint;
import no.oppfolging.platform.testing.LocalPostgres;
import no.oppfolging.platform.testing.ServiceName;

/** {@code bench log}: the log beside a plain table and beside Axon's own JDBC engine, in interleaved rounds. */
public final class LogBench {
    private static final Set<String> PARTS = Set.of("append", "decide", "load", "replay", "latency", "news", "growth");
    private static final String USAGE = "bench log [--quick] [--only append,decide,load,replay,latency,news,growth]";

    private final Scale scale;
    private final Set<String> parts;
    private final PrintStream out;
    private final Rounds rounds;

    private LogBench(Scale scale, Set<String> parts, PrintStream out) {
        this.scale = scale;
        this.parts = parts;
        this.out = out;
        this.rounds = new Rounds(scale, out);
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
        var postgres = LocalPostgres.startDurable();
        var oursDatabase = postgres.freshDatabase(ServiceName.CASES);
        try (postgres;
                var plain = new PlainTable(postgres.freshDatabase(ServiceName.PLANS));
                var stock = new StockLog(postgres.freshDatabase(ServiceName.MEETINGS));
                var ours = OurLog.alone(oursDatabase, scale.streams())) {
            Surroundings.print(out, ours.sql());
            var paths = new Paths(postgres, plain, stock, ours, oursDatabase);
            part("append", () -> Appending.measure(rounds, paths));
            part("decide", () -> Deciding.measure(rounds, paths));
            part("load", () -> Reading.measureStream(rounds, paths));
            part("replay", () -> Reading.measureLog(rounds, paths));
            part("latency", () -> Showing.measure(rounds, paths));
            part("news", () -> Telling.measure(rounds, paths));
            part("growth", () -> Growing.measure(rounds, paths));
            out.println();
            rounds.measured().print(out);
            tellBytes(ours);
        }
        Surroundings.printLoad(out, "after");
        out.printf(Locale.ROOT, "Took        %.0f s%n", (System.nanoTime() - begun) / 1e9);
    }

    private void part(String name, Runnable part) {
        if (parts.contains(name)) {
            out.println("… " + name);
            part.run();
        }
    }

    private void tellBytes(OurLog ours) {
        if (ours.log().head() == 0) {
            return;
        }
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
