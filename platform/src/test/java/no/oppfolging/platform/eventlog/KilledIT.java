package no.oppfolging.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.LocalPostgres;
import no.oppfolging.platform.testing.Numbers;
import no.oppfolging.platform.testing.ServiceName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/**
 * Writers in JVMs of their own, and PostgreSQL, killed with {@code kill -9} under load; what they have acknowledged is
 * recorded outside, here. It takes longest, and begins first.
 */
@Order(1)
class KilledIT {
    static final int ROUNDS = Numbers.areFull() ? 12 : 1;
    static final int A_ROUND = 150;
    static final Duration PATIENCE = Duration.ofSeconds(90);

    final Map<UUID, Answer> acknowledged = new ConcurrentHashMap<>();
    final List<Writer> writers = new ArrayList<>();
    Database database;
    Reader reader;

    @TempDir
    static Path folder;

    static LocalPostgres postgres;

    @BeforeAll
    static void startPostgres() {
        postgres = LocalPostgres.start(folder.resolve("postgres"), 0);
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @BeforeEach
    void start() {
        database = postgres.freshDatabase(ServiceName.CASES);
        reader = new Reader();
        writers.add(new Writer());
        writers.add(new Writer());
    }

    @AfterEach
    void stop() {
        writers.forEach(Writer::kill);
        reader.close();
    }

    @Test
    void a_writer_that_is_killed_takes_nothing_acknowledged_with_it() {
        for (var round = 0; round < ROUNDS; round++) {
            awaitAcknowledged(A_ROUND);
            writers.removeFirst().kill();
            writers.add(new Writer());
        }
        awaitAcknowledged(A_ROUND);
        assertAllIsThere();
    }

    @Test
    void a_database_that_is_killed_keeps_all_that_was_acknowledged() {
        for (var round = 0; round < ROUNDS; round++) {
            awaitAcknowledged(A_ROUND);
            killPostgres();
            startPostgresAgain();
        }
        awaitAcknowledged(A_ROUND);
        assertAllIsThere();
    }

    @Test
    void both_killed_at_once_begin_again_where_they_were() {
        for (var round = 0; round < ROUNDS; round++) {
            awaitAcknowledged(A_ROUND);
            writers.forEach(Writer::kill);
            killPostgres();
            startPostgresAgain();
            writers.clear();
            writers.add(new Writer());
            writers.add(new Writer());
        }
        awaitAcknowledged(A_ROUND);
        assertAllIsThere();
    }

    @Test
    void a_writer_that_is_stopped_does_not_hold_the_other_and_goes_on_when_it_is_woken() {
        for (var round = 0; round < ROUNDS; round++) {
            awaitAcknowledged(A_ROUND);
            writers.getFirst().signal("STOP");
            writers.getLast().awaitMore(A_ROUND);
            writers.getFirst().signal("CONT");
            writers.getFirst().awaitMore(A_ROUND);
        }
        assertAllIsThere();
    }

    void awaitAcknowledged(int more) {
        var before = acknowledged.size();
        await().atMost(PATIENCE).until(() -> acknowledged.size() >= before + more);
    }

    void assertAllIsThere() {
        writers.forEach(Writer::kill);
        var log = reader.log;
        Invariants.hold(log.sql);
        assertThat(TortureIT.answers(log)).containsAllEntriesOf(acknowledged);
        await().atMost(PATIENCE)
                .until(() -> reader.position.get() == TortureIT.answers(log).size());
        assertThat(reader.outOfOrder).isFalse();
    }

    /** The server and every process it has started, at once: nobody is left to finish anything. */
    void killPostgres() {
        var file = folder.resolve("postgres").resolve("data").resolve("postmaster.pid");
        try (var lines = Files.lines(file)) {
            var postmaster = ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
            var all = new ArrayList<>(postmaster.descendants().toList());
            all.addFirst(postmaster);
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startPostgresAgain() {
        var port = postgres.port();
        postgres.close();
        postgres = LocalPostgres.start(folder.resolve("postgres"), port);
    }

    /** A writer's process, and a thread that records what it acknowledges. */
    final class Writer {
        final Process process;
        final Thread recording;
        final AtomicLong count = new AtomicLong();

        Writer() {
            try {
                process = WriterProcess.start(database);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            recording = Thread.ofVirtual().start(this::recordUntilItsEnd);
        }

        /** Whoever is killed may be cut off in the middle of what it says. */
        private void recordUntilItsEnd() {
            try {
                process.inputReader().lines().forEach(this::record);
            } catch (UncheckedIOException e) {
                assertThat(process.onExit()).as(e.toString()).succeedsWithin(PATIENCE);
            }
        }

        void record(String line) {
            var parts = line.split(" ", -1);
            if (parts.length == 4) {
                acknowledged.put(
                        UUID.fromString(parts[0]),
                        new Answer(UUID.fromString(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3])));
                count.incrementAndGet();
            }
        }

        void awaitMore(int more) {
            var before = count.get();
            await().atMost(PATIENCE).until(() -> count.get() >= before + more);
        }

        void kill() {
            process.destroyForcibly();
            try {
                process.waitFor();
                recording.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void signal(String name) {
            try {
                var sent = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
                assertThat(sent.waitFor(10, TimeUnit.SECONDS)).isTrue();
                assertThat(sent.exitValue()).isZero();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Follows the log through every crash, and notes when it is told something out of order. */
    final class Reader implements AutoCloseable {
        final BareLog log = new BareLog(database, Clock.systemUTC());
        final AtomicLong position = new AtomicLong();
        final AtomicBoolean outOfOrder = new AtomicBoolean();
        final Thread thread;
        volatile boolean closed;

        Reader() {
            thread = Thread.ofVirtual().start(this::follow);
        }

        void follow() {
            while (!closed) {
                try (var stream = log.read(position.get())) {
                    while (!closed) {
                        if (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
                            var next = ((RecordedEvent) stream.nextAvailable().getPayload()).position();
                            outOfOrder.compareAndSet(false, next != position.get() + 1);
                            position.set(next);
                        }
                    }
                } catch (DataAccessException gone) {
                    Thread.onSpinWait();
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        @Override
        public void close() {
            closed = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            log.close();
        }
    }
}
