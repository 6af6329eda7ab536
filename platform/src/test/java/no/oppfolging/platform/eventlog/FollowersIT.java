package no.oppfolging.platform.eventlog;

import static no.oppfolging.platform.eventlog.RunningLog.MONDAY_NINE;
import static no.oppfolging.platform.eventlog.RunningLog.aNote;
import static no.oppfolging.platform.eventlog.RunningLog.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import no.oppfolging.platform.eventlog.Note.CloseNote;
import no.oppfolging.platform.eventlog.Note.LineAdded;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.time.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FollowersIT {
    Database database;

    @BeforeEach
    void empty() {
        database = Servers.freshDatabase(ServiceName.CASES);
    }

    @Nested
    class A_subscriber {
        final List<Long> heard = new CopyOnWriteArrayList<>();
        final List<CommandId> ended = new CopyOnWriteArrayList<>();
        final AtomicBoolean failing = new AtomicBoolean();

        final class Listener implements Subscriber {
            @Override
            public String name() {
                return "listener";
            }

            @Override
            public void receive(List<RecordedEvent> batch) {
                if (failing.get()) {
                    throw new IllegalStateException("The view cannot be written");
                }
                batch.forEach(event -> heard.add(event.position()));
                batch.stream()
                        .map(event -> event.metadata().command())
                        .distinct()
                        .forEach(ended::add);
            }
        }

        @Test
        void hears_every_event_once_and_in_order_across_a_restart() {
            try (var log = new RunningLog(database, new Listener())) {
                sendLines(log, 20);
                await().until(() -> heard.size() >= 20);
            }
            try (var log = new RunningLog(database, new Listener())) {
                sendLines(log, 20);
                await().until(() -> heard.size() >= 40);
                assertThat(heard)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 40).boxed().toList());
            }
        }

        @Test
        void hears_what_one_command_led_to_in_one_piece() {
            try (var writer = new BareLog(database, MovableClock.startingAt(MONDAY_NINE))) {
                for (var append = 0; append < 400; append++) {
                    writer.append(BareLog.after(UUID.randomUUID(), 0, 3));
                }
            }
            try (var _ = new RunningLog(database, new Listener())) {
                await().until(() -> heard.size() == 1200);
                assertThat(ended).hasSize(400).doesNotHaveDuplicates();
            }
        }

        @Test
        void is_known_to_have_come_as_far_on_every_instance_whichever_follows() {
            try (var log = new RunningLog(database, new Listener());
                    var beside = new RunningLog(database, new Listener())) {
                sendLines(log, 3);
                sendLines(beside, 3);

                for (var instance : List.of(log, beside)) {
                    await().until(() -> instance.bean(Followers.class).positionOf("listener") == 6);
                }
                assertThat(heard).hasSize(6);
            }
        }

        @Test
        void stands_still_when_it_fails_and_skips_nothing() {
            failing.set(true);
            try (var log = new RunningLog(database, new Listener())) {
                sendLines(log, 3);
                var failures = log.bean(Failures.class);
                await().until(() -> failures.standing().containsKey("listener"));
                assertThat(heard).isEmpty();

                failing.set(false);
                await().until(() -> failures.standing().isEmpty());
                assertThat(heard).containsExactly(1L, 2L, 3L);
            }
        }

        @Test
        void stops_before_an_event_that_this_version_does_not_know() throws Exception {
            try (var log = new RunningLog(database)) {
                sendLines(log, 2);
            }
            try (var owner = database.asOwner().getConnection();
                    var update = owner.createStatement()) {
                update.execute("update event_log set event_name = 'note.LineUnderlined' where position = 2");
            }
            try (var log = new RunningLog(database, new Listener())) {
                await().until(() -> !log.bean(Failures.class).standing().isEmpty());
                assertThat(log.bean(Failures.class).standing().values())
                        .containsExactly("This version of the service does not know the event note.LineUnderlined");
                await().until(() -> !heard.isEmpty());
                assertThat(heard).containsExactly(1L);
            }
        }
    }

    @Nested
    class An_automation {
        /** When two lines have been added, the note is closed. */
        static final class WhenTwoLinesClose implements Automation {
            @Override
            public String name() {
                return "when-two-lines-close";
            }

            @Override
            public List<DomainCommand> react(RecordedEvent event) {
                return event.event() instanceof LineAdded added && event.version() == 2
                        ? List.of(new CloseNote(added.noteId()))
                        : List.of();
            }
        }

        /** It cannot react to the second event of an append. */
        static final class WhenSecondEventFail implements Automation {
            private final AtomicBoolean failing = new AtomicBoolean(true);
            private final List<Long> tried = new CopyOnWriteArrayList<>();

            @Override
            public String name() {
                return "when-second-event-fail";
            }

            @Override
            public List<DomainCommand> react(RecordedEvent event) {
                tried.add(event.version());
                if (event.version() == 2 && failing.get()) {
                    throw new IllegalStateException("It cannot react");
                }
                return List.of();
            }
        }

        @Test
        void stands_still_though_the_event_before_in_the_same_append_goes_well_at_each_try() {
            try (var writer = new BareLog(database, MovableClock.startingAt(MONDAY_NINE))) {
                writer.append(BareLog.after(UUID.randomUUID(), 0, 2));
            }
            var automation = new WhenSecondEventFail();
            try (var log = new RunningLog(database, automation)) {
                var failures = log.bean(Failures.class);
                await().until(() -> !failures.standing().isEmpty());
                var stoodAtEveryTry = new AtomicBoolean(true);
                await().until(() -> {
                    stoodAtEveryTry.compareAndSet(true, !failures.standing().isEmpty());
                    return automation.tried.size() >= 4;
                });
                assertThat(stoodAtEveryTry).isTrue();

                automation.failing.set(false);
                await().until(() -> failures.standing().isEmpty());
            }
        }

        @Test
        void gives_its_command_once_by_its_own_name_because_of_the_fact() {
            var note = aNote();
            try (var log = new RunningLog(database, new WhenTwoLinesClose())) {
                log.send(line(note, "First"));
                log.send(line(note, "Second"));
                await().until(() -> log.all().size() == 3);

                var fact = log.all().get(1);
                var effect = log.all().get(2);
                assertThat(effect.metadata().causation()).contains(fact.eventId());
                assertThat(effect.metadata().correlation())
                        .isEqualTo(fact.metadata().correlation());
                assertThat(effect.metadata().actor())
                        .isEqualTo(new no.oppfolging.platform.kernel.Actor.Automatic("notes.when-two-lines-close"));
                await().until(() -> log.bean(Followers.class).positionOf("when-two-lines-close") == 3);
            }
            try (var owner = database.asOwner().getConnection();
                    var update = owner.createStatement()) {
                update.execute("delete from subscriber_places");
            } catch (java.sql.SQLException e) {
                throw new AssertionError(e);
            }
            try (var log = new RunningLog(database, new WhenTwoLinesClose())) {
                await().until(() -> log.bean(Followers.class).positionOf("when-two-lines-close") == 3);
                assertThat(log.all()).hasSize(3);
            }
        }
    }

    private static void sendLines(RunningLog log, int lines) {
        var note = aNote();
        for (var i = 0; i < lines; i++) {
            log.send(line(note, "Line"));
        }
    }
}
