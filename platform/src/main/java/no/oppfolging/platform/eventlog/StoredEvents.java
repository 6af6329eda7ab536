package no.oppfolging.platform.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.oppfolging.platform.eventlog.AppendRequest.AnsweredBefore;
import no.oppfolging.platform.eventlog.EventCodec.Encoded;
import no.oppfolging.platform.eventlog.EventCodec.Place;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.OrganisationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Reads the log by pages; each page is one query, and nothing is held open in between. */
final class StoredEvents implements EventLog {
    private static final String COLUMNS = """
            select position, recorded_at, organisation, stream, version, case_id, event_name, revision, event_id,
                   command_id, metadata, payload
              from event_log
            """;

    private static final String AFTER = COLUMNS + " where position > :after order by position limit :limit";

    /** From so many rows on, several processors decode them. */
    private static final int MANY = 128;

    private final JdbcClient jdbc;
    private final EventCodec codec;
    private final Head head;
    private final MetadataJson metadata = new MetadataJson();
    private final QuestionsTogether<UUID, List<StoredRow>> streams = new QuestionsTogether<>(this::rowsOfStreams);

    StoredEvents(JdbcClient jdbc, EventCodec codec, Head head) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.head = head;
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return decoded(rowsAfter(position, limit));
    }

    /** The next events after a position, in order, up to one that this version of the service cannot read. */
    List<RecordedEvent> readableAfter(long position, int limit) {
        return decoded(readable(rowsAfter(position, limit)));
    }

    @Override
    public Iterator<List<RecordedEvent>> pagesAfter(long position, int size) {
        return new ReadAhead(this, position, size);
    }

    /** Those before the first that this version cannot read; when that is the first of all, it says so. */
    List<StoredRow> readable(List<StoredRow> rows) {
        for (var at = 0; at < rows.size(); at++) {
            try {
                codec.requireKnown(rows.get(at).encoded());
            } catch (UnknownEvent unknown) {
                if (at == 0) {
                    throw unknown;
                }
                return rows.subList(0, at);
            }
        }
        return rows;
    }

    List<StoredRow> rowsAfter(long position, int limit) {
        return jdbc.sql(AFTER)
                .param("after", position)
                .param("limit", limit)
                .query(StoredEvents::row)
                .list();
    }

    @Override
    public List<RecordedEvent> ofStream(UUID stream) {
        return decoded(allRowsOf(stream));
    }

    /** The rows of a stream; loads that come together are one query. */
    List<StoredRow> allRowsOf(UUID stream) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? rowsOfStream(stream)
                : streams.ask(stream).orElse(List.of());
    }

    private List<StoredRow> rowsOfStream(UUID stream) {
        return jdbc.sql(COLUMNS + " where stream = ? order by version")
                .param(stream)
                .query(StoredEvents::row)
                .list();
    }

    private Map<UUID, List<StoredRow>> rowsOfStreams(List<UUID> wanted) {
        if (wanted.size() == 1) {
            return Map.of(wanted.getFirst(), rowsOfStream(wanted.getFirst()));
        }
        return jdbc
                .sql(COLUMNS + " where stream = any (?) order by stream, version")
                .param(wanted.toArray(UUID[]::new))
                .query(StoredEvents::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(StoredRow::stream));
    }

    @Override
    public List<RecordedEvent> ofCase(CaseId caseId, Instant knownAt) {
        return decoded(jdbc.sql(COLUMNS + " where case_id = :case and recorded_at <= :known order by position")
                .param("case", caseId.value())
                .param("known", knownAt.atOffset(ZoneOffset.UTC))
                .query(StoredEvents::row)
                .list());
    }

    /** What a command id has been answered before. */
    Optional<AnsweredBefore> answerTo(CommandId command) {
        return jdbc.sql("""
                select stream, version, position, refusal, asked from handled_commands where command_id = :command
                """)
                .param("command", command.value())
                .query((row, _) -> new AnsweredBefore(
                        new Answer(
                                row.getObject("stream", UUID.class), row.getLong("version"), row.getLong("position")),
                        Optional.ofNullable(row.getString("refusal")),
                        Optional.ofNullable(row.getString("asked"))))
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

    /** A row as it is stored; decoded when its connection has been given back, for a key may have to be fetched. */
    record StoredRow(
            long position,
            Instant recordedAt,
            OrganisationNumber organisation,
            UUID stream,
            long version,
            Optional<CaseId> caseId,
            Encoded encoded,
            UUID eventId,
            CommandId commandId,
            String metadata) {}

    private static StoredRow row(ResultSet row, int number) throws SQLException {
        return new StoredRow(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                new OrganisationNumber(row.getString(3)),
                row.getObject(4, UUID.class),
                row.getLong(5),
                Optional.ofNullable(row.getObject(6, UUID.class)).map(CaseId::new),
                new Encoded(row.getString(7), row.getInt(8), row.getString(12)),
                row.getObject(9, UUID.class),
                new CommandId(row.getObject(10, UUID.class)),
                row.getString(11));
    }

    /**
     * Within a transaction by its own thread alone, which has the connection that a key may have to be fetched with.
     */
    List<RecordedEvent> decoded(List<StoredRow> rows) {
        return each(rows, this::decoded);
    }

    static <T> List<T> each(List<StoredRow> rows, Function<StoredRow, T> decoded) {
        var alone = rows.size() < MANY || TransactionSynchronizationManager.isActualTransactionActive();
        return (alone ? rows.stream() : rows.parallelStream()).map(decoded).toList();
    }

    private RecordedEvent decoded(StoredRow row) {
        return new RecordedEvent(
                row.position(),
                row.recordedAt(),
                row.organisation(),
                row.stream(),
                row.version(),
                row.caseId(),
                row.encoded().name(),
                row.eventId(),
                metadata.read(row.metadata(), row.commandId()),
                eventOf(row));
    }

    /** What happened, without who caused it. */
    DomainEvent eventOf(StoredRow row) {
        return codec.decode(row.encoded(), new Place(row.organisation(), row.stream(), row.version(), row.caseId()));
    }
}
