package no.oppfolging.platform.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import no.oppfolging.platform.eventlog.AppendRequest.NewEvent;
import no.oppfolging.platform.eventlog.AppendRequest.Outcome;
import no.oppfolging.platform.eventlog.DatabaseSettings.Login;
import no.oppfolging.platform.eventlog.Note.NoteClosed;
import no.oppfolging.platform.eventlog.Note.NoteId;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;
import no.oppfolging.platform.testing.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One instance's appender and reader on a real database, without aggregates: so that a test says what is appended. */
final class BareLog implements AutoCloseable {
    private static final ServiceName NOTES = new ServiceName("notes");
    private static final EventCodec CODEC = new EventCodec(Note.EVENTS, new NoTexts(), List.of());
    private static final String METADATA = """
            {"system":"notes.test","correlation":"00000000-0000-7000-8000-0000000000cc"}""";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DatabaseSettings settings;
    private final HikariDataSource pool;
    private final Clock clock;
    final JdbcClient sql;
    final Head head;
    final StoredEvents events;
    final Appender appender;

    BareLog(Database database, Clock clock) {
        this(database, clock, PATIENCE);
    }

    BareLog(Database database, Clock clock, Duration hangingWriter) {
        this(clock, migrated(settings(database, hangingWriter)));
    }

    /** On a log that somebody else has made. */
    static BareLog joined(Database database, Clock clock) {
        return new BareLog(clock, settings(database, PATIENCE));
    }

    private BareLog(Clock clock, DatabaseSettings settings) {
        this.clock = clock;
        this.settings = settings;
        pool = no.oppfolging.platform.eventlog.Database.pool(NOTES, settings);
        sql = JdbcClient.create(pool);
        head = new Head(
                "notes",
                () -> sql.sql("select position from log_head").query(Long.class).single());
        events = new StoredEvents(sql, CODEC, head);
        appender = new Appender("notes", connections(), new AppendTransaction(clock), head::movedTo);
    }

    private static DatabaseSettings settings(Database database, Duration hangingWriter) {
        return new DatabaseSettings(
                database.url(),
                new Login(database.ownerUsername(), database.ownerPassword()),
                new Login(database.appUsername(), database.appPassword()),
                4,
                hangingWriter);
    }

    private static DatabaseSettings migrated(DatabaseSettings settings) {
        no.oppfolging.platform.eventlog.Database.migrate(NOTES, settings);
        return settings;
    }

    javax.sql.DataSource connections() {
        return no.oppfolging.platform.eventlog.Database.forAppender(NOTES, settings);
    }

    Outcome append(AppendRequest request) {
        return appender.append(request);
    }

    /** A writer that has done everything but the commit. */
    Connection uncommitted(AppendRequest... requests) throws SQLException {
        var connection = connections().getConnection();
        connection.setAutoCommit(false);
        appendOn(connection, requests);
        return connection;
    }

    List<Outcome> appendOn(Connection connection, AppendRequest... requests) throws SQLException {
        return new AppendTransaction(clock)
                .carefully(connection, List.of(requests))
                .outcomes();
    }

    /** Waits in line for the head, as the database sees it. */
    boolean somebodyWaitsForTheHead() {
        return sql.sql("""
                select count(*) from pg_stat_activity
                 where datname = current_database() and application_name like '%-appender'
                   and wait_event_type = 'Lock'
                """).query(Integer.class).single() > 0;
    }

    LogStream read(long after) {
        return new LogStream("test", events, head, new Failures(), after);
    }

    List<RecordedEvent> all() {
        return events.after(0, Integer.MAX_VALUE);
    }

    /** Asks for events that follow a version of a stream. */
    static AppendRequest after(UUID stream, long version, int events) {
        return after(stream, version, events, new CommandId(UUID.randomUUID()));
    }

    static AppendRequest after(UUID stream, long version, int events, CommandId command) {
        var added = new ArrayList<NewEvent>();
        LongStream.rangeClosed(version + 1, version + events).forEach(next -> added.add(event(stream, next)));
        return new AppendRequest(
                command, RunningLog.NORDFJELL, stream, Optional.of(version), added, Optional.empty(), Optional.empty());
    }

    private static NewEvent event(UUID stream, long version) {
        var note = new NoteId(stream);
        var encoded = CODEC.encode(
                new NoteClosed(note, (int) version),
                new EventCodec.Place(RunningLog.NORDFJELL, stream, version, Optional.of(new CaseId(stream))));
        return new NewEvent(
                stream,
                version,
                Optional.of(stream),
                encoded.name(),
                encoded.revision(),
                UUID.randomUUID(),
                METADATA,
                encoded.payload());
    }

    @Override
    public void close() {
        appender.close();
        head.close();
        pool.close();
    }

    /** The notes of these tests have no words in them. */
    private static final class NoTexts implements PersonalTexts {
        @Override
        public String seal(PersonalText text, Optional<CaseId> caseId, Purpose purpose, String context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PersonalText open(PersonId subject, String sealed, String context) {
            throw new UnsupportedOperationException();
        }
    }
}
