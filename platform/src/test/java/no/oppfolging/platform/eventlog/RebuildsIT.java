package no.oppfolging.platform.eventlog;

import static no.oppfolging.platform.eventlog.RunningLog.aNote;
import static no.oppfolging.platform.eventlog.RunningLog.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import no.oppfolging.platform.eventlog.Note.LineAdded;
import no.oppfolging.platform.eventlog.Note.NoteId;
import no.oppfolging.platform.eventlog.Rebuild.State;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildsIT {
    static final String LINES = "lines";

    final AtomicBoolean failing = new AtomicBoolean();
    Database database;

    @BeforeEach
    void empty() {
        database = Servers.freshDatabase(ServiceName.CASES);
    }

    /** How many lines each note has. */
    View lines() {
        return new View(LINES, tables -> batch -> {
            if (failing.get()) {
                throw new IllegalStateException("The view cannot be written");
            }
            var notes = new HashSet<UUID>();
            batch.forEach(event -> notes.add(event.stream()));
            var rows = tables.rows("notes", notes, "note_id");
            for (var recorded : batch) {
                if (recorded.event() instanceof LineAdded) {
                    var lines = rows.find(recorded.stream())
                            .map(row -> (Integer) row.get("lines"))
                            .orElse(0);
                    rows.at(recorded.stream()).set("lines", lines + 1).set("last_at", recorded.recordedAt());
                }
            }
            rows.write();
        });
    }

    static List<Integer> linesOf(RunningLog log, NoteId note) {
        return log.bean(ViewVersions.class)
                .tables(LINES)
                .sql("select lines from view.notes where note_id = :note")
                .param("note", note.value())
                .query((row, _) -> row.getInt(1))
                .list();
    }

    @Test
    void a_version_built_on_one_instance_is_read_on_all_and_follows_the_log() {
        var note = aNote();
        try (var here = new RunningLog(database, lines());
                var there = new RunningLog(database, lines())) {
            here.send(line(note, "First"));
            here.send(line(note, "Second"));
            await().until(() -> linesOf(there, note).equals(List.of(2)));
            assertThat(there.bean(ViewVersions.class).read(LINES)).isEqualTo("lines_v1");

            assertThat(here.bean(Rebuilds.class).begin(LINES)).isTrue();
            var built = await().until(
                            () -> there.bean(Rebuilds.class).find(LINES).orElseThrow(),
                            one -> one.state() == Rebuild.State.DONE);
            assertThat(built.read()).isEqualTo("lines_v2");
            assertThat(linesOf(there, note)).containsExactly(2);

            there.send(line(note, "Third"));
            await().until(() -> linesOf(here, note).equals(List.of(3)));
            assertThat(here.sql()
                            .sql("select lines from lines_v1.notes")
                            .query(Integer.class)
                            .list())
                    .as("the one that rests")
                    .containsExactly(2);

            assertThat(there.bean(Rebuilds.class).begin(LINES)).isTrue();
            await().until(() -> here.bean(ViewVersions.class).read(LINES).equals("lines_v1"));
            here.send(line(note, "Fourth"));
            await().until(() -> linesOf(there, note).equals(List.of(4)));
        }
    }

    @Test
    void a_version_that_cannot_be_written_is_not_read_and_is_built_on_when_it_can() {
        var note = aNote();
        try (var log = new RunningLog(database, lines())) {
            log.send(line(note, "First"));
            await().until(() -> linesOf(log, note).equals(List.of(1)));
            failing.set(true);
            log.bean(Rebuilds.class).begin(LINES);
            await().until(() -> log.bean(Failures.class).standing().containsKey("lines (building)"));
            assertThat(log.bean(ViewVersions.class).read(LINES)).isEqualTo("lines_v1");

            failing.set(false);
            await().until(() ->
                    log.bean(Rebuilds.class).find(LINES).orElseThrow().state() == State.DONE);
            assertThat(linesOf(log, note)).containsExactly(1);
            await().until(() -> log.bean(Failures.class).standing().isEmpty());
        }
    }

    @Test
    void a_migration_may_ask_for_a_version_that_is_built_when_the_service_starts() throws SQLException {
        var note = aNote();
        try (var log = new RunningLog(database, lines())) {
            log.send(line(note, "First"));
            await().until(() -> linesOf(log, note).equals(List.of(1)));
        }
        try (var owner = database.asOwner().getConnection();
                var migration = owner.createStatement()) {
            migration.execute("call build_anew('lines')");
        }
        try (var log = new RunningLog(database, lines())) {
            await().until(() -> log.bean(ViewVersions.class).read(LINES).equals("lines_v2"));
            assertThat(linesOf(log, note)).containsExactly(1);
        }
    }

    @Test
    void a_view_that_is_behind_says_so_to_who_would_act_on_it() {
        var note = aNote();
        try (var log = new RunningLog(database, lines())) {
            var tables = log.bean(ViewVersions.class).tables(LINES);
            assertThat(tables.haveCaughtUp()).as("with nothing in the log").isTrue();
            log.send(line(note, "First"));
            await().until(() -> linesOf(log, note).equals(List.of(1)));

            failing.set(true);
            log.send(line(note, "Second"));
            tables.haveCaughtUp();
            assertThat(tables.haveCaughtUp())
                    .as("with all that had happened when it was asked before")
                    .isFalse();

            failing.set(false);
            await().until(tables::haveCaughtUp);
            assertThat(linesOf(log, note)).containsExactly(2);
        }
    }

    @Test
    void a_statement_that_names_no_table_of_the_view_is_refused() {
        try (var log = new RunningLog(database, lines())) {
            var tables = log.bean(ViewVersions.class).tables(LINES);
            assertThatThrownBy(() -> tables.sql("select * from lines_v1.notes"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
