package no.oppfolging.platform.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.eventlog.AppendRequest.AnsweredBefore;
import no.oppfolging.platform.eventlog.EventCodec.Encoded;
import no.oppfolging.platform.eventlog.EventCodec.Place;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the log by pages; each page is one query, and nothing is held open in between. */
final class StoredEvents implements EventLog {
    private static final String COLUMNS = """
            select position, recorded_at, organisation, stream, version, case_id, event_name, revision, event_id,
                   command_id, metadata, payload
              from event_log
            """;

    private static final String AFTER = COLUMNS + " where position > :after order by position limit :limit";

    private final JdbcClient jdbc;
    private final EventCodec codec;
    private final Head head;
    private final MetadataJson metadata = new MetadataJson();

    StoredEvents(JdbcClient jdbc, EventCodec codec, Head head) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.head = head;
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return jdbc.sql(AFTER)
                .param("after", position)
                .param("limit", limit)
                .query(this::event)
                .list();
    }

    @Override
    public List<RecordedEvent> ofStream(UUID stream) {
        return ofStream(stream, 1);
    }

    List<RecordedEvent> ofStream(UUID stream, long fromVersion) {
        return jdbc.sql(COLUMNS + " where stream = :stream and version >= :from order by version")
                .param("stream", stream)
                .param("from", fromVersion)
                .query(this::event)
                .list();
    }

    @Override
    public List<RecordedEvent> ofCase(CaseId caseId, Instant knownAt) {
        return jdbc.sql(COLUMNS + " where case_id = :case and recorded_at <= :known order by position")
                .param("case", caseId.value())
                .param("known", knownAt.atOffset(ZoneOffset.UTC))
                .query(this::event)
                .list();
    }

    /** The next events after a position, in order, up to one that this version of the service cannot read. */
    List<RecordedEvent> readableAfter(long position, int limit) {
        return jdbc.sql(AFTER).param("after", position).param("limit", limit).query(this::readable);
    }

    private List<RecordedEvent> readable(ResultSet rows) throws SQLException {
        var readable = new ArrayList<RecordedEvent>();
        while (rows.next()) {
            try {
                readable.add(event(rows, readable.size()));
            } catch (UnknownEvent unknown) {
                if (readable.isEmpty()) {
                    throw unknown;
                }
                return readable;
            }
        }
        return readable;
    }

    /** What a command id has been answered before. */
    Optional<AnsweredBefore> answerTo(CommandId command) {
        return jdbc.sql("select stream, version, position, refusal from handled_commands where command_id = :command")
                .param("command", command.value())
                .query((row, _) -> new AnsweredBefore(
                        new Answer(
                                row.getObject("stream", UUID.class), row.getLong("version"), row.getLong("position")),
                        Optional.ofNullable(row.getString("refusal"))))
                .optional();
    }

    Optional<Long> versionOf(UUID stream) {
        return jdbc.sql("select version from event_log where stream = :stream order by version desc limit 1")
                .param("stream", stream)
                .query(Long.class)
                .optional();
    }

    @Override
    public long head() {
        return head.position();
    }

    @Override
    public boolean awaitAfter(long position, Duration atMost) throws InterruptedException {
        return head.awaitAfter(position, atMost);
    }

    private RecordedEvent event(ResultSet row, int number) throws SQLException {
        var organisation = new OrganisationNumber(row.getString("organisation"));
        var stream = row.getObject("stream", UUID.class);
        var version = row.getLong("version");
        var caseId = Optional.ofNullable(row.getObject("case_id", UUID.class)).map(CaseId::new);
        var name = row.getString("event_name");
        return new RecordedEvent(
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                organisation,
                stream,
                version,
                caseId,
                name,
                row.getObject("event_id", UUID.class),
                metadata.read(row.getString("metadata"), new CommandId(row.getObject("command_id", UUID.class))),
                codec.decode(
                        new Encoded(name, row.getInt("revision"), row.getString("payload")),
                        new Place(organisation, stream, version, caseId)));
    }
}
