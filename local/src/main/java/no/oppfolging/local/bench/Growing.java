package no.oppfolging.local.bench;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.oppfolging.local.bench.Clients.Operation;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.ServiceName;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a log costs when it is old, beside one of ten thousand events: appends, and loads of its first streams. */
final class Growing {
    private static final String APPEND = "append, 64 writers";
    private static final String LOAD = "load of a stream of 100";
    private static final String YOUNG = "ours, 10,000 events";
    private static final int STREAMS = 100;
    private static final int EVENTS = 100;
    private static final int ADDED_AT_ONCE = 250_000;
    private static final int IN_A_STREAM = 10;

    private final Rounds rounds;
    private final Paths paths;
    private final String old;

    private Growing(Rounds rounds, Paths paths) {
        this.rounds = rounds;
        this.paths = paths;
        this.old = "ours, %,d events".formatted(rounds.scale().grown());
    }

    static void measure(Rounds rounds, Paths paths) {
        new Growing(rounds, paths).measure();
    }

    private void measure() {
        var database = paths.postgres().freshDatabase(ServiceName.PLANS);
        List<UUID> first;
        try (var young = OurLog.alone(database, 0)) {
            first = begun(young);
        }
        grow(database);
        try (var grown = OurLog.alone(database, 0)) {
            rounds.warmMany(appends(grown));
            rounds.warm(1, loads(grown, first));
            rounds.each(() -> {
                measureYoung();
                measure(old, grown, first);
            });
            rounds.tell(old + ": bytes an event, with indexes", bytes(grown), "≤ 500");
        }
        tell(APPEND + ", events/s", "≥ 0.8");
        tell(LOAD + ", p50 ms", "≤ 1.3");
    }

    private void measureYoung() {
        try (var young = OurLog.alone(paths.postgres().freshDatabase(ServiceName.PLANS), 0)) {
            measure(YOUNG, young, begun(young));
        }
    }

    private void measure(String path, OurLog log, List<UUID> streams) {
        rounds.add(LOAD + ", p50 ms", path, rounds.run(1, loads(log, streams)).p50());
        // The first appends make a key for each of the thousand cases.
        rounds.runMany(appends(log));
        rounds.rateOfMany(APPEND, path, appends(log));
    }

    private void tell(String row, String goal) {
        rounds.tell(row + ": old / young", rounds.median(row, old) / rounds.median(row, YOUNG), goal);
    }

    private Supplier<Operation> appends(OurLog log) {
        return () -> () -> {
            log.begin(rounds.nextId());
            return 1;
        };
    }

    private static Supplier<Operation> loads(OurLog log, List<UUID> streams) {
        return () -> () -> log.log()
                .ofStream(streams.get(ThreadLocalRandom.current().nextInt(streams.size())))
                .size();
    }

    /** Streams that lie side by side, as those of a busy day do. */
    private List<UUID> begun(OurLog log) {
        var streams = Stream.generate(rounds::nextId).limit(STREAMS).toList();
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            streams.forEach(stream -> each.execute(() -> grow(log, stream)));
        }
        return streams;
    }

    private static void grow(OurLog log, UUID stream) {
        log.begin(stream);
        for (var version = 2; version <= EVENTS; version++) {
            log.count(stream);
        }
    }

    /** Adds rows of the same size by SQL, with ids of their own in order of time; nobody decodes them. */
    private void grow(Database database) {
        var sql = JdbcClient.create(database.asOwner());
        var begun = System.nanoTime();
        var head = headOf(sql);
        while (head < rounds.scale().grown()) {
            var streams = Math.min(ADDED_AT_ONCE, rounds.scale().grown() - head) / IN_A_STREAM;
            sql.sql("""
                    with streams as materialized (
                        select number, uuidv7() as stream from generate_series(0, :streams - 1) as number),
                    added as materialized (
                        select log_head.position + number * :each + version as position, log_head.recorded_at, stream,
                               version, uuidv7() as event_id, uuidv7() as command_id
                          from log_head, streams, generate_series(1, :each) as version),
                    events as (
                        insert into event_log (position, recorded_at, organisation, stream, version, case_id,
                                               event_name, revision, event_id, command_id, metadata, payload, leaf)
                        select added.position, added.recorded_at, organisation, added.stream, added.version,
                               added.stream, event_name, revision, added.event_id, added.command_id, metadata,
                               payload, leaf
                          from added, event_log as first
                         where first.position = 1),
                    answers as (
                        insert into handled_commands (command_id, stream, version, position, recorded_at)
                        select command_id, stream, version, position, recorded_at from added)
                    update log_head set position = position + :streams * :each
                    """).param("streams", streams).param("each", IN_A_STREAM).update();
            head = headOf(sql);
        }
        sql.sql("vacuum analyze event_log, handled_commands").update();
        rounds.tell(old + ": seconds to make them", (System.nanoTime() - begun) / 1e9, "none");
    }

    private static long headOf(JdbcClient sql) {
        return sql.sql("select position from log_head").query(Long.class).single();
    }

    private static double bytes(OurLog log) {
        return log.sql()
                .sql("select pg_total_relation_size('event_log') / (select position from log_head)")
                .query(Long.class)
                .single();
    }
}
