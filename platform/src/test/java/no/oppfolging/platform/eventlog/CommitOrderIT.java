package no.oppfolging.platform.eventlog;

import static no.oppfolging.platform.eventlog.BareLog.after;
import static no.oppfolging.platform.eventlog.RunningLog.MONDAY_NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import no.oppfolging.platform.eventlog.AppendRequest.AnsweredBefore;
import no.oppfolging.platform.eventlog.AppendRequest.Lost;
import no.oppfolging.platform.eventlog.AppendRequest.NewEvent;
import no.oppfolging.platform.eventlog.AppendRequest.Outcome;
import no.oppfolging.platform.eventlog.AppendRequest.Stored;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.LocalPostgres;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Each test is named for what it rules out: the ways in which logs on PostgreSQL lose events or tell them out of order.
 */
class CommitOrderIT {
    final UUID stream = UUID.randomUUID();
    final UUID other = UUID.randomUUID();
    Database database;
    BareLog log;

    @BeforeEach
    void start() {
        database = Servers.freshDatabase(ServiceName.CASES);
        log = new BareLog(database, clock());
    }

    @AfterEach
    void stop() {
        Invariants.hold(log.sql);
        log.close();
    }

    static Clock clock() {
        return MovableClock.startingAt(MONDAY_NINE);
    }

    CompletableFuture<Outcome> appending(BareLog instance, AppendRequest request) {
        return CompletableFuture.supplyAsync(() -> instance.append(request));
    }

    static List<Long> positions(LogStream reader, int events) throws InterruptedException {
        var positions = new ArrayList<Long>();
        while (positions.size() < events) {
            positions.add(((RecordedEvent) reader.nextAvailable().getPayload()).position());
        }
        return positions;
    }

    static long positionOf(Outcome outcome) {
        return ((Stored) outcome).answer().position();
    }

    @Nested
    class A_writer_that_takes_its_place_and_commits_last {
        @Test
        void is_not_overtaken_though_the_next_one_waits() throws Exception {
            try (var slow = log.uncommitted(after(stream, 0, 2));
                    var reader = log.read(0)) {
                var next = appending(log, after(other, 0, 1));
                await().until(log::somebodyWaitsForTheHead);
                assertThat(next).isNotDone();
                assertThat(reader.peek()).isEmpty();

                slow.commit();
                assertThat(positionOf(next.join())).isEqualTo(3);
                assertThat(positions(reader, 3)).containsExactly(1L, 2L, 3L);
            }
        }

        @Test
        void leaves_no_gap_when_it_gives_up() throws Exception {
            try (var slow = log.uncommitted(after(stream, 0, 2))) {
                var next = appending(log, after(other, 0, 1));
                await().until(log::somebodyWaitsForTheHead);

                slow.rollback();
                assertThat(positionOf(next.join())).isEqualTo(1);
            }
        }
    }

    @Nested
    class A_transaction_that_began_early {
        @Test
        void gets_a_later_place_when_it_appends_late() throws Exception {
            try (var early = log.connections().getConnection();
                    var reader = log.read(0)) {
                early.setAutoCommit(false);
                early.createStatement().execute("select pg_current_xact_id(), count(*) from event_log");
                log.append(after(other, 0, 1));
                assertThat(positions(reader, 1)).containsExactly(1L);

                log.appendOn(early, after(stream, 0, 1));
                early.commit();
                log.append(after(other, 1, 1));
                assertThat(positions(reader, 2)).containsExactly(2L, 3L);
                assertThat(log.all().get(1).stream()).isEqualTo(stream);
            }
        }

        @Test
        void decides_on_what_was_stored_before_it_took_the_head() throws Exception {
            try (var early = log.connections().getConnection()) {
                early.setAutoCommit(false);
                early.createStatement().execute("select count(*) from event_log");
                log.append(after(stream, 0, 1));

                assertThat(log.appendOn(early, after(stream, 0, 1))).containsExactly(new Lost(stream, 0, 1));
                early.rollback();
            }
        }
    }

    @Nested
    class A_loser_in_a_batch {
        @Test
        void is_also_who_follows_a_version_that_nobody_has_stored() {
            log.append(after(stream, 0, 1));

            assertThat(log.append(after(stream, 2, 1))).isEqualTo(new Lost(stream, 2, 1));
        }

        @Test
        void takes_no_place_and_leaves_the_others_untouched() throws Exception {
            log.append(after(stream, 0, 1));
            var known = new CommandId(UUID.randomUUID());
            log.append(after(other, 0, 1, known));
            try (var batch = log.connections().getConnection()) {
                batch.setAutoCommit(false);
                var outcomes = log.appendOn(
                        batch,
                        after(other, 1, 1),
                        after(stream, 0, 3),
                        after(other, 1, 1, known),
                        after(stream, 1, 2),
                        after(stream, 1, 1));
                batch.commit();

                assertThat(outcomes).hasSize(5);
                assertThat(positionOf(outcomes.get(0))).isEqualTo(3);
                assertThat(outcomes.get(1)).isEqualTo(new Lost(stream, 0, 1));
                assertThat(outcomes.get(2))
                        .isEqualTo(new AnsweredBefore(new Answer(other, 1, 2), Optional.empty(), Optional.empty()));
                assertThat(positionOf(outcomes.get(3))).isEqualTo(5);
                assertThat(outcomes.get(4)).isEqualTo(new Lost(stream, 1, 3));
            }
        }

        @Test
        void is_found_out_when_it_waits_together_with_others_for_a_hanging_writer() throws Exception {
            log.append(after(stream, 0, 1));
            try (var rival = log.uncommitted(after(stream, 1, 1))) {
                var first = appending(log, after(UUID.randomUUID(), 0, 1));
                await().until(log::somebodyWaitsForTheHead);
                var winners = LongStream.range(0, 20)
                        .mapToObj(_ -> appending(log, after(UUID.randomUUID(), 0, 1)))
                        .toList();
                var loser = appending(log, after(stream, 1, 1));
                rival.commit();

                assertThat(first.join()).isInstanceOf(Stored.class);
                assertThat(winners.stream().map(CompletableFuture::join)).allMatch(Stored.class::isInstance);
                assertThat(loser.join()).isEqualTo(new Lost(stream, 1, 2));
            }
        }

        @Test
        void that_the_database_refuses_takes_nobody_with_it() throws Exception {
            log.append(after(other, 0, 1));
            var wrong = withPayload(after(UUID.randomUUID(), 0, 1), "no text has this character: \0");
            try (var rival = log.uncommitted(after(other, 1, 1))) {
                var first = appending(log, after(UUID.randomUUID(), 0, 1));
                await().until(log::somebodyWaitsForTheHead);
                var refused = appending(log, wrong);
                var winners = LongStream.range(0, 20)
                        .mapToObj(_ -> appending(log, after(UUID.randomUUID(), 0, 1)))
                        .toList();
                rival.commit();

                first.join();
                assertThat(winners.stream().map(CompletableFuture::join)).allMatch(Stored.class::isInstance);
                assertThatThrownBy(refused::join).hasCauseInstanceOf(LogUnavailable.class);
            }
        }

        AppendRequest withPayload(AppendRequest request, String payload) {
            var event = request.events().getFirst();
            return new AppendRequest(
                    request.commandId(),
                    request.organisation(),
                    request.stream(),
                    request.decidedAt(),
                    List.of(new NewEvent(
                            event.stream(),
                            event.version(),
                            event.caseId(),
                            event.name(),
                            event.revision(),
                            event.eventId(),
                            event.metadata(),
                            payload)),
                    request.refusal(),
                    request.asked());
        }
    }

    @Nested
    class A_commit_delayed_beyond_every_limit {
        final Duration limit = Duration.ofSeconds(1);

        @Test
        void is_ended_by_the_database_and_its_places_go_to_the_next() throws Exception {
            try (var instance = new BareLog(database, clock(), limit);
                    var stopped = instance.uncommitted(after(stream, 0, 5));
                    var reader = instance.read(0)) {
                var next = appending(log, after(other, 0, 1));
                assertThat(positionOf(next.join())).isEqualTo(1);
                assertThat(positions(reader, 1)).containsExactly(1L);

                assertThatThrownBy(stopped::commit).isInstanceOf(SQLException.class);
                assertThat(log.all()).hasSize(1);
            }
        }

        @Test
        void tells_its_caller_the_truth_under_the_same_command_id() {
            var id = new CommandId(UUID.randomUUID());
            var first = log.append(after(stream, 0, 1, id));

            assertThat(log.append(after(stream, 0, 1, id)))
                    .isEqualTo(new AnsweredBefore(((Stored) first).answer(), Optional.empty(), Optional.empty()));
        }
    }

    @Nested
    class An_idle_transaction_elsewhere_in_the_cluster {
        @Test
        void holds_nobody_back() throws Exception {
            var elsewhere = Servers.freshDatabase(ServiceName.PLANS);
            try (var idle = elsewhere.asOwner().getConnection();
                    var reader = log.read(0)) {
                idle.setAutoCommit(false);
                idle.createStatement().execute("select pg_current_xact_id()");

                log.append(after(stream, 0, 2));
                assertThat(positions(reader, 2)).containsExactly(1L, 2L);
                idle.rollback();
            }
        }
    }

    @Nested
    class A_log_restored_into_a_fresh_cluster {
        @Test
        void goes_on_behind_its_last_position_and_its_readers_go_on_with_it() throws Exception {
            for (var version = 0; version < 50; version++) {
                log.append(after(stream, version, 1));
            }
            try (var cluster = LocalPostgres.start()) {
                var restored = cluster.freshDatabase(ServiceName.CASES);
                new BareLog(restored, clock()).close();
                for (var table : List.of("event_log", "handled_commands", "log_head")) {
                    copy(table, restored);
                }
                try (var fresh = new BareLog(restored, clock());
                        var reader = fresh.read(50)) {
                    assertThat(fresh.append(after(stream, 49, 1))).isEqualTo(new Lost(stream, 49, 50));
                    assertThat(positionOf(fresh.append(after(stream, 50, 1)))).isEqualTo(51);
                    assertThat(positions(reader, 1)).containsExactly(51L);
                    Invariants.hold(fresh.sql);
                }
            }
        }

        void copy(String table, Database restored) throws Exception {
            var bytes = new ByteArrayOutputStream();
            try (var from = database.asOwner().getConnection();
                    var into = restored.asOwner().getConnection()) {
                from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", bytes);
                into.createStatement().execute("truncate " + table);
                into.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(bytes.toByteArray()));
            }
        }
    }

    @Nested
    class Wall_clocks_a_day_apart {
        @Test
        void change_neither_order_nor_rising_time() throws Exception {
            var tomorrow = MovableClock.startingAt(MONDAY_NINE.plus(Duration.ofDays(1)));
            try (var ahead = new BareLog(database, tomorrow);
                    var reader = log.read(0)) {
                for (var version = 0; version < 20; version++) {
                    (version % 2 == 0 ? ahead : log).append(after(stream, version, 1));
                }
                assertThat(positions(reader, 20))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 20).boxed().toList());
                assertThat(log.all()).extracting(RecordedEvent::recordedAt).isSorted();
            }
        }
    }

    @Nested
    class Two_instances_on_the_same_streams {
        @Test
        void lose_races_but_no_events() {
            try (var second = new BareLog(database, clock())) {
                var writers = new ArrayList<CompletableFuture<Void>>();
                for (var writer = 0; writer < 8; writer++) {
                    var instance = writer % 2 == 0 ? log : second;
                    writers.add(CompletableFuture.runAsync(() -> appendOneByOne(instance, 25)));
                }
                writers.forEach(CompletableFuture::join);
                assertThat(log.all()).hasSize(8 * 25);
            }
        }

        void appendOneByOne(BareLog instance, int events) {
            var version = 0L;
            for (var stored = 0; stored < events; ) {
                switch (instance.append(after(stream, version, 1))) {
                    case Stored done -> {
                        stored++;
                        version = done.answer().version();
                    }
                    case Lost lost -> version = lost.actual();
                    case AnsweredBefore before -> throw new AssertionError(before);
                }
            }
        }
    }
}
