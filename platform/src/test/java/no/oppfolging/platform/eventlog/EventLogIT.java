package no.oppfolging.platform.eventlog;

import static no.oppfolging.platform.eventlog.RunningLog.KARI;
import static no.oppfolging.platform.eventlog.RunningLog.MONDAY_NINE;
import static no.oppfolging.platform.eventlog.RunningLog.aNote;
import static no.oppfolging.platform.eventlog.RunningLog.anId;
import static no.oppfolging.platform.eventlog.RunningLog.close;
import static no.oppfolging.platform.eventlog.RunningLog.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.oppfolging.platform.eventlog.Note.AddLine;
import no.oppfolging.platform.eventlog.Note.LineAdded;
import no.oppfolging.platform.eventlog.Note.NoteClosed;
import no.oppfolging.platform.eventlog.Note.NoteRefused;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.ledger.LeafRecord;
import no.oppfolging.platform.privacy.DataKeys;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EventLogIT {
    Database database;
    RunningLog log;

    @BeforeEach
    void start() {
        database = Servers.freshDatabase(no.oppfolging.platform.testing.ServiceName.CASES);
        log = new RunningLog(database);
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Nested
    class A_command {
        @Test
        void is_answered_with_the_place_of_its_last_event() {
            var note = aNote();
            log.send(line(aNote(), "Another note"));

            assertThat(log.send(line(note, "First"))).isEqualTo(new Answer(note.value(), 1, 2));
            assertThat(log.send(line(note, "Second"))).isEqualTo(new Answer(note.value(), 2, 3));
            assertThat(log.send(close(note))).isEqualTo(new Answer(note.value(), 3, 4));

            assertThat(log.all().stream().skip(1).map(RecordedEvent::event))
                    .containsExactly(
                            new LineAdded(note, new PersonalText(KARI, "First")),
                            new LineAdded(note, new PersonalText(KARI, "Second")),
                            new NoteClosed(note, 2));
        }

        @Test
        void finds_the_stream_again_after_a_restart() {
            var note = aNote();
            log.send(line(note, "Before"));
            log.close();
            log = new RunningLog(database);

            assertThat(log.send(close(note)).version()).isEqualTo(2);
        }

        @Test
        void needs_no_second_connection_to_open_what_it_loads() throws Exception {
            var notes = java.util.stream.Stream.generate(RunningLog::aNote)
                    .limit(32)
                    .toList();
            notes.forEach(note -> log.send(line(note, "A text under a key of its own")));
            log.close();
            log = new RunningLog(database);
            try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
                var asked = new ArrayList<Callable<Answer>>();
                notes.forEach(note -> asked.add(() -> log.send(close(note))));
                for (var answer : many.invokeAll(asked, 20, java.util.concurrent.TimeUnit.SECONDS)) {
                    assertThat(answer.get().version()).isEqualTo(2);
                }
            }
        }

        @Test
        void names_who_gave_it_and_why_in_every_event() {
            var id = anId();
            log.send(line(aNote(), "Text"), id);

            var metadata = log.all().getFirst().metadata();
            assertThat(metadata.command()).isEqualTo(id);
            assertThat(metadata.correlation()).isEqualTo(id.value());
            assertThat(metadata.causation()).isEmpty();
            assertThat(metadata.actor())
                    .isEqualTo(new no.oppfolging.platform.kernel.Actor.Person(
                            KARI, no.oppfolging.platform.kernel.Role.EMPLOYEE));
        }
    }

    @Nested
    class A_command_id {
        @Test
        void gets_its_first_answer_again_and_stores_nothing_twice() {
            var note = aNote();
            var id = anId();
            var first = log.send(line(note, "Once"), id);
            log.send(line(note, "Something else meanwhile"));

            assertThat(log.send(line(note, "Once"), id)).isEqualTo(first);
            assertThat(log.all()).hasSize(2);
        }

        @Test
        void gets_its_first_answer_again_when_nothing_was_to_be_done() {
            var note = aNote();
            log.send(line(note, "Text"));
            log.send(close(note));
            var id = anId();
            var first = log.send(close(note), id);
            log.send(line(aNote(), "Something else meanwhile"));

            assertThat(log.send(close(note), id)).isEqualTo(first);
            assertThat(log.all()).hasSize(3);
        }

        @Test
        void is_refused_again_although_the_rule_would_now_allow_it() {
            var note = aNote();
            var id = anId();
            assertThatThrownBy(() -> log.send(close(note), id))
                    .isInstanceOfSatisfying(
                            NoteRefused.class,
                            refusal -> assertThat(refusal.rule()).isEqualTo("an-empty-note-stays-open"));
            log.send(line(note, "Now it has a line"));

            assertThatThrownBy(() -> log.send(close(note), id))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("an-empty-note-stays-open"));
            assertThat(log.all()).hasSize(1);
        }

        @Test
        void gets_its_first_answer_again_though_the_version_it_insisted_on_has_gone_by() {
            var note = aNote();
            log.send(line(note, "First"));
            var id = anId();
            var first = log.send(line(note, "Second"), id, 1);

            assertThat(log.send(line(note, "Second"), id, 1)).isEqualTo(first);
            assertThat(log.all()).hasSize(2);
        }

        @Test
        void is_no_answer_to_another_stream() {
            var id = anId();
            log.send(line(aNote(), "Here"), id);
            var refused = anId();
            assertThatThrownBy(() -> log.send(close(aNote()), refused)).isInstanceOf(NoteRefused.class);
            var elsewhere = aNote();

            assertThatThrownBy(() -> log.send(line(elsewhere, "There"), id)).isInstanceOf(CommandIdUsedElsewhere.class);
            assertThatThrownBy(() -> log.send(close(elsewhere), id)).isInstanceOf(CommandIdUsedElsewhere.class);
            assertThatThrownBy(() -> log.send(close(elsewhere), refused)).isInstanceOf(CommandIdUsedElsewhere.class);
            assertThatThrownBy(() -> log.send(line(elsewhere, "There"), id, 7))
                    .isInstanceOf(CommandIdUsedElsewhere.class);
            assertThat(log.all()).hasSize(1);
        }

        @Test
        void is_no_answer_to_another_request_of_the_same_stream() {
            var note = aNote();
            var id = anId();
            var first = log.send(line(note, "Here"), id, "this");
            var empty = aNote();
            var refused = anId();
            assertThatThrownBy(() -> log.send(close(empty), refused, "this")).isInstanceOf(NoteRefused.class);

            assertThatThrownBy(() -> log.send(line(note, "There"), id, "that"))
                    .isInstanceOf(CommandIdUsedElsewhere.class);
            assertThatThrownBy(() -> log.send(line(empty, "There"), refused, "that"))
                    .isInstanceOf(CommandIdUsedElsewhere.class);
            assertThat(log.send(line(note, "Here"), id, "this")).isEqualTo(first);
            assertThat(log.all()).hasSize(1);
            assertThat(log.sql()
                            .sql("select asked from handled_commands")
                            .query(String.class)
                            .list())
                    .as("what is kept of the two requests")
                    .hasSize(2)
                    .noneMatch(kept -> kept.contains("this"));
        }

        @Test
        void answers_what_was_asked_before_requests_were_kept() {
            var note = aNote();
            var id = anId();
            var first = log.send(line(note, "Here"), id);

            assertThat(log.send(line(note, "Here"), id, "this")).isEqualTo(first);
        }

        @Test
        void has_one_answer_however_many_ask_at_once() throws Exception {
            var note = aNote();
            var id = anId();
            var answers = new java.util.HashSet<Answer>();
            try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
                var asked = new ArrayList<Callable<Answer>>();
                IntStream.range(0, 16).forEach(_ -> asked.add(() -> log.send(line(note, "Once"), id)));
                for (var answer : many.invokeAll(asked)) {
                    answers.add(answer.get());
                }
            }
            assertThat(answers).containsExactly(new Answer(note.value(), 1, 1));
            assertThat(log.all()).hasSize(1);
        }
    }

    @Nested
    class Writers_of_one_stream {
        @Test
        void lose_nothing_and_leave_no_gap_though_two_instances_race() throws Exception {
            var note = aNote();
            try (var other = new RunningLog(database);
                    var many = Executors.newVirtualThreadPerTaskExecutor()) {
                var asked = new ArrayList<Callable<Answer>>();
                for (var i = 0; i < 40; i++) {
                    var instance = i % 2 == 0 ? log : other;
                    asked.add(() -> instance.send(line(note, "Line")));
                }
                for (var answer : many.invokeAll(asked)) {
                    answer.get();
                }
            }
            assertThat(log.all().stream().map(RecordedEvent::version))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 40).boxed().toList());
            assertThat(log.all().stream().map(RecordedEvent::position))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 40).boxed().toList());
        }

        @Test
        void decide_on_what_another_instance_has_stored() {
            var note = aNote();
            log.send(line(note, "Here"));
            try (var other = new RunningLog(database)) {
                other.send(close(note));
            }
            assertThatThrownBy(() -> log.send(line(note, "Too late")))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.rule()).isEqualTo("a-closed-note-gets-no-lines"));
        }

        @Test
        void may_insist_on_a_version_that_another_instance_has_stored() {
            var note = aNote();
            log.send(line(note, "Here"));
            try (var other = new RunningLog(database)) {
                other.send(line(note, "There"));
            }
            assertThat(log.send(line(note, "Here again"), 2).version()).isEqualTo(3);
        }

        @Test
        void are_told_when_the_version_they_saw_is_no_longer_the_streams() {
            var note = aNote();
            log.send(line(note, "First"));
            log.send(line(note, "Second"), 1);

            assertThatThrownBy(() -> log.send(line(note, "Third"), 1)).isInstanceOf(StaleVersion.class);
            assertThat(log.all()).hasSize(2);
        }
    }

    @Nested
    class A_transaction_around_a_command {
        @Test
        void is_refused_because_a_command_writes_no_table() {
            var transaction = new org.springframework.transaction.support.TransactionTemplate(
                    log.bean(org.springframework.transaction.PlatformTransactionManager.class));
            assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> log.send(line(aNote(), "Text"))))
                    .hasMessage("A command writes no table: it is sent outside every transaction");
            assertThat(log.all()).isEmpty();
        }
    }

    @Nested
    class Recorded_time {
        @Test
        void never_falls_when_a_clock_goes_back() {
            log.send(line(aNote(), "At nine"));
            try (var behind =
                    new RunningLog(database, MovableClock.startingAt(MONDAY_NINE.minus(Duration.ofDays(1))))) {
                behind.send(line(aNote(), "A day earlier by its own clock"));
            }
            var times = log.all().stream().map(RecordedEvent::recordedAt).toList();
            assertThat(times).isSorted();
            assertThat(times.get(1)).isEqualTo(times.get(0));
        }
    }

    @Nested
    class Personal_text {
        final String secret = "Kari wants to begin with mornings";

        @Test
        void stands_nowhere_in_clear() {
            log.send(line(aNote(), secret));

            assertThat(log.sql()
                            .sql("select payload from event_log")
                            .query(String.class)
                            .single())
                    .contains(KARI.toString())
                    .doesNotContain("mornings", "erased");
            assertThat(log.all().getFirst().toString()).contains("•••").doesNotContain("mornings", "erased");
        }

        @Test
        void reads_as_erased_once_its_key_is_destroyed_and_rules_go_on() {
            var note = aNote();
            log.send(line(note, secret));
            log.bean(DataKeys.class).destroy(KARI, Optional.of(new CaseId(note.value())), Purpose.FREE_TEXT);

            assertThat(log.all().getFirst().event()).isEqualTo(new LineAdded(note, PersonalText.erased(KARI)));
            assertThat(log.send(close(note)).version()).isEqualTo(2);
        }

        @Test
        void that_was_erased_before_it_was_stored_stays_erased() {
            var note = aNote();
            log.send(new AddLine(note, PersonalText.erased(KARI)));

            assertThat(log.all().getFirst().event()).isEqualTo(new LineAdded(note, PersonalText.erased(KARI)));
        }

        @Test
        void may_say_what_stands_for_erased_words_and_is_not_erased() {
            var note = aNote();
            log.send(line(note, PersonalText.ERASED));

            assertThat(log.all().getFirst().event())
                    .isEqualTo(new LineAdded(note, new PersonalText(KARI, PersonalText.ERASED)))
                    .isNotEqualTo(new LineAdded(note, PersonalText.erased(KARI)));
        }

        @Test
        void does_not_open_in_another_event() {
            var note = aNote();
            log.send(line(note, secret));
            log.send(line(note, "Another line"));
            try (var owner = database.asOwner().getConnection();
                    var update = owner.createStatement()) {
                update.execute("update event_log set payload = (select payload from event_log where version = 1)"
                        + " where version = 2");
            } catch (java.sql.SQLException e) {
                throw new AssertionError(e);
            }
            assertThatThrownBy(log::all).hasMessage("A sealed text does not open in this place or under this key");
        }
    }

    @Nested
    class A_stored_event {
        @Test
        void cannot_be_changed_or_deleted_by_the_service() {
            log.send(line(aNote(), "For ever"));

            for (var change : new String[] {
                "update event_log set payload = '{}'",
                "delete from event_log",
                "truncate event_log",
                "update handled_commands set refusal = ''",
                "delete from handled_commands"
            }) {
                assertThatThrownBy(() -> log.sql().sql(change).update()).hasStackTraceContaining("permission denied");
            }
        }

        @Test
        void carries_the_leaf_of_everything_its_row_says() {
            log.send(line(aNote(), "Text"));

            var rows = log.sql()
                    .sql("select * from event_log")
                    .query((row, _) -> {
                        var leaf = new LeafRecord(
                                row.getLong("position"),
                                row.getObject("recorded_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("organisation"),
                                row.getObject("stream", UUID.class),
                                row.getLong("version"),
                                Optional.ofNullable(row.getObject("case_id", UUID.class)),
                                row.getString("event_name"),
                                row.getLong("revision"),
                                row.getObject("event_id", UUID.class),
                                row.getObject("command_id", UUID.class),
                                row.getString("metadata"),
                                row.getString("payload"));
                        assertThat(row.getBytes("leaf")).isEqualTo(leaf.leaf());
                        return leaf;
                    })
                    .list();
            assertThat(rows).hasSize(1);
        }
    }
}
