package no.oppfolging.platform.eventlog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import no.oppfolging.platform.eventlog.AppendBatch.Answered;
import no.oppfolging.platform.ledger.LeafRecord;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The one statement that stores a batch: it takes the head where it was expected, and adds events and answers behind
 * it.
 */
final class AppendStatement {
    private static final String SQL = """
            with head as (
                update log_head
                   set position = position + ?, recorded_at = ?
                 where position = ? and recorded_at <= ?
                   and not exists (
                       select from unnest(?, ?) as expected (stream, version)
                        where not exists (
                              select from event_log as before
                               where before.stream = expected.stream and before.version = expected.version))
                returning position),
            events as (
                insert into event_log (position, recorded_at, organisation, stream, version, case_id, event_name,
                                       revision, event_id, command_id, metadata, payload, leaf)
                select added.position, ?, added.organisation, added.stream, added.version, added.case_id,
                       added.event_name, added.revision, added.event_id, added.command_id, added.metadata,
                       added.payload, added.leaf
                  from head
                 cross join unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                         as added (position, organisation, stream, version, case_id, event_name, revision, event_id,
                                   command_id, metadata, payload, leaf)),
            answers as (
                insert into handled_commands (command_id, stream, version, position, refusal, recorded_at)
                select given.command_id, given.stream, given.version, given.position, given.refusal, ?
                  from head
                 cross join unnest(?, ?, ?, ?, ?) as given (command_id, stream, version, position, refusal))
            select position from head
            """;

    private AppendStatement() {}

    /** Tells whether the head and the streams were where the batch expected them; if not, nothing was stored. */
    static boolean store(Connection connection, AppendBatch batch) throws SQLException {
        var rows = batch.rows();
        var answered = batch.answered();
        var followed = firstsThatFollowAnother(rows);
        var recordedAt = batch.head().recordedAt().atOffset(ZoneOffset.UTC);
        try (var statement = connection.prepareStatement(SQL)) {
            statement.setInt(1, rows.size());
            statement.setObject(2, recordedAt);
            statement.setLong(3, batch.before().position());
            statement.setObject(4, recordedAt);
            statement.setArray(5, uuids(connection, followed, LeafRecord::stream));
            statement.setArray(6, ints(connection, followed, row -> (int) row.version() - 1));
            statement.setObject(7, recordedAt);
            statement.setArray(8, longs(connection, rows, LeafRecord::position));
            statement.setArray(9, texts(connection, rows, LeafRecord::organisation));
            statement.setArray(10, uuids(connection, rows, LeafRecord::stream));
            statement.setArray(11, ints(connection, rows, row -> (int) row.version()));
            statement.setArray(12, uuids(connection, rows, row -> row.caseId().orElse(null)));
            statement.setArray(13, texts(connection, rows, LeafRecord::eventName));
            statement.setArray(14, ints(connection, rows, row -> (int) row.revision()));
            statement.setArray(15, uuids(connection, rows, LeafRecord::eventId));
            statement.setArray(16, uuids(connection, rows, LeafRecord::commandId));
            statement.setArray(17, texts(connection, rows, LeafRecord::metadata));
            statement.setArray(18, texts(connection, rows, LeafRecord::payload));
            statement.setArray(
                    19,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(LeafRecord::leaf).toArray(byte[][]::new)));
            statement.setObject(20, recordedAt);
            statement.setArray(21, uuids(connection, answered, Answered::commandId));
            statement.setArray(22, uuids(connection, answered, one -> one.answer().stream()));
            statement.setArray(
                    23, ints(connection, answered, one -> (int) one.answer().version()));
            statement.setArray(
                    24, longs(connection, answered, one -> one.answer().position()));
            statement.setArray(
                    25, texts(connection, answered, one -> one.refusal().orElse(null)));
            try (var head = statement.executeQuery()) {
                return head.next();
            }
        }
    }

    /** The unique key rules out a version twice; that the one before it is there rules out a gap. */
    private static List<LeafRecord> firstsThatFollowAnother(List<LeafRecord> rows) {
        var seen = new HashSet<UUID>();
        return rows.stream()
                .filter(row -> seen.add(row.stream()) && row.version() > 1)
                .toList();
    }

    static <T> Array uuids(Connection connection, List<T> rows, Function<T, ? extends @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf("uuid", rows.stream().map(column).toArray());
    }

    private static <T> Array texts(Connection connection, List<T> rows, Function<T, @Nullable String> column)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(column).toArray(String[]::new));
    }

    private static <T> Array longs(Connection connection, List<T> rows, java.util.function.ToLongFunction<T> column)
            throws SQLException {
        return connection
                .unwrap(PGConnection.class)
                .createArrayOf("int8", rows.stream().mapToLong(column).toArray());
    }

    private static <T> Array ints(Connection connection, List<T> rows, java.util.function.ToIntFunction<T> column)
            throws SQLException {
        return connection
                .unwrap(PGConnection.class)
                .createArrayOf("int4", rows.stream().mapToInt(column).toArray());
    }
}
