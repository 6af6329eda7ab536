package no.oppfolging.platform.eventlog;

import static no.oppfolging.platform.eventlog.RunningLog.MONDAY_NINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import no.oppfolging.platform.eventlog.AppendRequest.AnsweredBefore;
import no.oppfolging.platform.eventlog.AppendRequest.Lost;
import no.oppfolging.platform.eventlog.AppendRequest.Outcome;
import no.oppfolging.platform.eventlog.AppendRequest.Stored;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import org.junit.jupiter.api.Test;

/**
 * Everything at once: writers of three instances on shared streams, losers, repeats, refusals, requests the database
 * rejects, rollbacks, delays, cut connections, restarts and jumping clocks, with readers that come and go.
 *
 * <p>The same seed asks the same questions again; {@code -Doppfolging.numbers} says how many events (small, full, or a
 * number).
 */
class TortureIT {
    static final int INSTANCES = 3;
    static final int WRITERS = 8;
    static final int READERS = 3;
    static final int STREAMS = 60;

    final long seed = Long.getLong("oppfolging.seed", 20_260_302);
    final long events = howMany();
    final Database database = Servers.freshDatabase(ServiceName.CASES);
    final AtomicReferenceArray<BareLog> instances = new AtomicReferenceArray<>(INSTANCES);
    final Map<BareLog, ReadWriteLock> followed = new ConcurrentHashMap<>();
    final List<UUID> streams = new ArrayList<>();
    final Map<UUID, Answer> acknowledged = new ConcurrentHashMap<>();
    final AtomicLong stored = new AtomicLong();
    volatile boolean written;

    static long howMany() {
        var numbers = System.getProperty("oppfolging.numbers", "small");
        return switch (numbers) {
            case "small" -> 4_000;
            case "full" -> 200_000;
            default -> Long.parseLong(numbers);
        };
    }

    @Test
    void leaves_a_log_without_gap_or_loss_and_readers_that_saw_it_all_once_and_in_order() throws Exception {
        System.out.printf(
                "Torture: %d events (oppfolging.numbers=%s), seed %d%n",
                events, System.getProperty("oppfolging.numbers", "small"), seed);
        var beginning = new Random(seed);
        for (var i = 0; i < STREAMS; i++) {
            streams.add(new UUID(beginning.nextLong(), beginning.nextLong()));
        }
        for (var i = 0; i < INSTANCES; i++) {
            instances.set(i, new BareLog(database, new JumpingClock(new Random(seed + i)), Duration.ofSeconds(5)));
        }
        var folds = new ArrayList<Fold>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<?>>();
            for (var i = 0; i < WRITERS; i++) {
                work.add(all.submit(doing(new Writer(new Random(seed + 100 + i)))));
            }
            work.add(all.submit(doing(new Troublemaker(new Random(seed + 200)))));
            var reading = new ArrayList<Future<Fold>>();
            for (var i = 0; i < READERS; i++) {
                reading.add(all.submit(new Reader(new Random(seed + 300 + i))));
            }
            for (var one : work) {
                one.get();
            }
            written = true;
            for (var reader : reading) {
                folds.add(reader.get());
            }
        }
        var log = instances.get(0);
        Invariants.hold(log.sql);
        assertThat(answers(log)).containsAllEntriesOf(acknowledged);
        var rebuilt = new Fold();
        log.all().forEach(rebuilt::add);
        assertThat(folds).hasSize(READERS).allSatisfy(live -> {
            assertThat(live.position).isEqualTo(rebuilt.position);
            assertThat(live.versions).isEqualTo(rebuilt.versions);
        });
        for (var i = 0; i < INSTANCES; i++) {
            instances.get(i).close();
        }
    }

    static Map<UUID, Answer> answers(BareLog log) {
        var answers = new HashMap<UUID, Answer>();
        log.sql
                .sql("select command_id, stream, version, position from handled_commands")
                .query(row -> {
                    answers.put(
                            row.getObject(1, UUID.class),
                            new Answer(row.getObject(2, UUID.class), row.getLong(3), row.getLong(4)));
                });
        return answers;
    }

    /** Who follows a log leaves before it is closed, as the followers of a service do before its connections go. */
    ReadWriteLock followersOf(BareLog log) {
        return followed.computeIfAbsent(log, _ -> new ReentrantReadWriteLock());
    }

    boolean isEnough() {
        return stored.get() >= events;
    }

    static Callable<Void> doing(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }

    /** What a reader knows: every stream's version, from events that came one by one. */
    static final class Fold {
        final Map<UUID, Long> versions = new HashMap<>();
        long position;

        void add(RecordedEvent event) {
            assertThat(event.position()).isEqualTo(position + 1);
            assertThat(event.version()).isEqualTo(versions.getOrDefault(event.stream(), 0L) + 1);
            position = event.position();
            versions.put(event.stream(), event.version());
        }
    }

    /** Appends until there is enough, and asks again with the same command id until it knows how that came out. */
    final class Writer implements Runnable {
        final Random random;
        final Map<UUID, Long> versions = new HashMap<>();
        AppendRequest last;

        Writer(Random random) {
            this.random = random;
            this.last = BareLog.after(streams.getFirst(), 0, 1);
        }

        @Override
        public void run() {
            while (!isEnough()) {
                var request = next();
                learn(request, answerTo(request));
            }
        }

        AppendRequest next() {
            var stream = streams.get(random.nextInt(STREAMS));
            var version = versions.getOrDefault(stream, 0L);
            var command = new CommandId(new UUID(random.nextLong(), random.nextLong()));
            last = switch (random.nextInt(20)) {
                case 0 -> BareLog.after(stream, version + 1, 2, command);
                case 1 -> last;
                case 2 ->
                    new AppendRequest(
                            command,
                            RunningLog.NORDFJELL,
                            stream,
                            Optional.of(version),
                            List.of(),
                            Optional.of("{\"rule\":\"a-rule\",\"arguments\":{}}"),
                            Optional.empty());
                default -> BareLog.after(stream, version, 1 + random.nextInt(5), command);
            };
            return last;
        }

        Outcome answerTo(AppendRequest request) {
            while (true) {
                try {
                    return instances.get(random.nextInt(INSTANCES)).append(request);
                } catch (OutcomeUnknown | LogUnavailable | IllegalStateException cut) {
                    LockSupport.parkNanos(random.nextLong(5_000_000));
                }
            }
        }

        void learn(AppendRequest request, Outcome outcome) {
            switch (outcome) {
                case Lost lost -> versions.put(lost.stream(), lost.actual());
                case Stored done -> acknowledge(request, done.answer());
                case AnsweredBefore before -> acknowledge(request, before.answer());
            }
        }

        void acknowledge(AppendRequest request, Answer answer) {
            var before = acknowledged.put(request.commandId().value(), answer);
            assertThat(before).isIn(null, answer);
            versions.merge(request.stream(), answer.version(), Math::max);
            if (before == null) {
                stored.addAndGet(request.events().size());
            }
        }
    }

    /** Holds the head, rolls back, cuts connections and restarts instances. */
    final class Troublemaker implements Runnable {
        final Random random;

        Troublemaker(Random random) {
            this.random = random;
        }

        @Override
        public void run() {
            while (!isEnough()) {
                var instance = random.nextInt(INSTANCES);
                switch (random.nextInt(8)) {
                    case 0 -> restart(instance);
                    case 1 -> cutConnections(instances.get(instance));
                    case 2, 3 -> drawLine(instances.get(instance));
                    default -> holdAndLetGo(instances.get(instance));
                }
                LockSupport.parkNanos(random.nextLong(40_000_000));
            }
        }

        void restart(int instance) {
            var before = instances.get(instance);
            instances.set(instance, new BareLog(database, new JumpingClock(new Random(seed)), Duration.ofSeconds(5)));
            var left = followersOf(before).writeLock();
            left.lock();
            try {
                before.close();
            } finally {
                left.unlock();
            }
        }

        void cutConnections(BareLog log) {
            log.sql.sql("""
                            select pg_terminate_backend(pid) from pg_stat_activity
                             where usename = current_user and datname = current_database()
                               and application_name like '%-appender'
                            """).query(Boolean.class).list();
        }

        void drawLine(BareLog log) {
            new LogTime(log.sql, new JumpingClock(random)).mark();
        }

        void holdAndLetGo(BareLog log) {
            try (var held = log.uncommitted(BareLog.after(UUID.randomUUID(), 0, 3))) {
                LockSupport.parkNanos(random.nextLong(20_000_000));
                if (random.nextBoolean()) {
                    held.rollback();
                } else {
                    held.commit();
                }
            } catch (SQLException e) {
                assertThat(e.getSQLState()).as(e.getMessage()).startsWith("57");
            }
        }
    }

    /** Follows the log, goes away and comes back where it was, until it has seen everything. */
    final class Reader implements Callable<Fold> {
        final Random random;

        Reader(Random random) {
            this.random = random;
        }

        @Override
        public Fold call() throws Exception {
            var fold = new Fold();
            while (!written || fold.position < head()) {
                var log = instances.get(random.nextInt(INSTANCES));
                var following = followersOf(log).readLock();
                following.lock();
                try (var stream = log.read(fold.position)) {
                    for (var left = random.nextInt(400);
                            left > 0 && stream.hasNextAvailable(20, java.util.concurrent.TimeUnit.MILLISECONDS);
                            left--) {
                        fold.add((RecordedEvent) stream.nextAvailable().getPayload());
                    }
                } catch (org.springframework.dao.DataAccessException restarted) {
                    LockSupport.parkNanos(1_000_000);
                } finally {
                    following.unlock();
                }
            }
            return fold;
        }

        long head() {
            return instances
                    .get(0)
                    .sql
                    .sql("select position from log_head")
                    .query(Long.class)
                    .single();
        }
    }

    /** A wall clock nobody should rely on: up to a day off either way, and another each time it is asked. */
    static final class JumpingClock extends Clock {
        private final Random random;

        JumpingClock(Random random) {
            this.random = random;
        }

        @Override
        public Instant instant() {
            return MONDAY_NINE.plusMillis(random.nextLong(-86_400_000, 86_400_000));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
