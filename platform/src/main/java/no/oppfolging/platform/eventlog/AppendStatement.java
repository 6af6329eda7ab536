package no.oppfolging.platform.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import no.oppfolging.platform.eventlog.AppendBatch.Answered;
import no.oppfolging.platform.ledger.LeafRecord;

/**
 * The one statement that stores a batch: it takes the head where it was expected, and adds events and answers behind
 * it. A batch of one event has a form of its own, which costs the database half as much.
 */
final class AppendStatement {
    private static final String MANY = """
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
                                   command_id, metadata, payload, leaf))
            insert into handled_commands (command_id, stream, version, position, refusal, asked, recorded_at)
            select given.command_id, given.stream, given.version, given.position, given.refusal, given.asked, ?
              from head
             cross join unnest(?, ?, ?, ?, ?, ?) as given (command_id, stream, version, position, refusal, asked)
            """;

    private static final String ONE = """
            with head as (
                update log_head
                   set position = position + 1, recorded_at = ?
                 where position = ? and recorded_at <= ?
                   and (? = 1 or exists (select from event_log where stream = ? and version = ?))
                returning position),
            events as (
                insert into event_log (position, recorded_at, organisation, stream, version, case_id, event_name,
                                       revision, event_id, command_id, metadata, payload, leaf)
                select head.position, ?, ?, ?, ?, (?)[1], ?, ?, ?, ?, ?, ?, ? from head)
            insert into handled_commands (command_id, stream, version, position, refusal, asked, recorded_at)
            select ?, ?, ?, ?, ?, ?, ? from head
            """;

    private AppendStatement() {}

    /** Tells whether the head and the streams were where the batch expected them; if not, nothing was stored. */
    static boolean store(Connection connection, AppendBatch batch) throws SQLException {
        var rows = batch.rows();
        var answered = batch.answered();
        var recordedAt = batch.head().recordedAt().atOffset(ZoneOffset.UTC);
        if (rows.size() == 1 && answered.size() == 1) {
            return one(connection, batch.before().position(), recordedAt, rows.getFirst(), answered.getFirst());
        }
        return many(connection, batch.before().position(), recordedAt, rows, answered);
    }

    private static boolean one(
            Connection connection, long before, OffsetDateTime recordedAt, LeafRecord row, Answered answered)
            throws SQLException {
        try (var statement = connection.prepareStatement(ONE)) {
            statement.setObject(1, recordedAt);
            statement.setLong(2, before);
            statement.setObject(3, recordedAt);
            statement.setInt(4, (int) row.version());
            statement.setObject(5, row.stream());
            statement.setInt(6, (int) row.version() - 1);
            statement.setObject(7, recordedAt);
            statement.setString(8, row.organisation());
            statement.setObject(9, row.stream());
            statement.setInt(10, (int) row.version());
            // As an array: a parameter that is null now and then would be one of another type, and planned anew.
            var caseId = BinaryArray.ofUuids(1);
            caseId.add(row.caseId().orElse(null));
            statement.setArray(11, caseId.on(connection));
            statement.setString(12, row.eventName());
            statement.setShort(13, (short) row.revision());
            statement.setObject(14, row.eventId());
            statement.setObject(15, row.commandId());
            statement.setString(16, row.metadata());
            statement.setString(17, row.payload());
            statement.setBytes(18, row.leaf());
            statement.setObject(19, answered.commandId());
            statement.setObject(20, answered.answer().stream());
            statement.setInt(21, (int) answered.answer().version());
            statement.setLong(22, answered.answer().position());
            statement.setString(23, answered.refusal().orElse(null));
            statement.setString(24, answered.asked().orElse(null));
            statement.setObject(25, recordedAt);
            return statement.executeUpdate() > 0;
        }
    }

    private static boolean many(
            Connection connection,
            long before,
            OffsetDateTime recordedAt,
            List<LeafRecord> rows,
            List<Answered> answered)
            throws SQLException {
        try (var statement = connection.prepareStatement(MANY)) {
            statement.setInt(1, rows.size());
            statement.setObject(2, recordedAt);
            statement.setLong(3, before);
            statement.setObject(4, recordedAt);
            bindExpected(connection, statement, firstsThatFollowAnother(rows));
            statement.setObject(7, recordedAt);
            bindEvents(connection, statement, rows);
            statement.setObject(20, recordedAt);
            bindAnswers(connection, statement, answered);
            return statement.executeUpdate() > 0;
        }
    }

    private static void bindExpected(Connection connection, PreparedStatement statement, List<LeafRecord> followed)
            throws SQLException {
        var streams = BinaryArray.ofUuids(followed.size());
        var versions = BinaryArray.ofInts(followed.size());
        for (var row : followed) {
            streams.add(row.stream());
            versions.add((int) row.version() - 1);
        }
        statement.setArray(5, streams.on(connection));
        statement.setArray(6, versions.on(connection));
    }

    private static void bindEvents(Connection connection, PreparedStatement statement, List<LeafRecord> rows)
            throws SQLException {
        var size = rows.size();
        var positions = BinaryArray.ofLongs(size);
        var organisations = BinaryArray.ofTexts(size, 9);
        var streams = BinaryArray.ofUuids(size);
        var versions = BinaryArray.ofInts(size);
        var cases = BinaryArray.ofUuids(size);
        var names = BinaryArray.ofTexts(size, 32);
        var revisions = BinaryArray.ofInts(size);
        var events = BinaryArray.ofUuids(size);
        var commands = BinaryArray.ofUuids(size);
        var metadata = BinaryArray.ofTexts(size, 160);
        var payloads = BinaryArray.ofTexts(size, 320);
        var leaves = BinaryArray.ofBytes(size, 32);
        for (var row : rows) {
            positions.add(row.position());
            organisations.add(row.organisation());
            streams.add(row.stream());
            versions.add((int) row.version());
            cases.add(row.caseId().orElse(null));
            names.add(row.eventName());
            revisions.add((int) row.revision());
            events.add(row.eventId());
            commands.add(row.commandId());
            metadata.add(row.metadata());
            payloads.add(row.payload());
            leaves.add(row.leaf());
        }
        var parameter = 8;
        for (var column : List.of(
                positions,
                organisations,
                streams,
                versions,
                cases,
                names,
                revisions,
                events,
                commands,
                metadata,
                payloads,
                leaves)) {
            statement.setArray(parameter++, column.on(connection));
        }
    }

    private static void bindAnswers(Connection connection, PreparedStatement statement, List<Answered> answered)
            throws SQLException {
        var size = answered.size();
        var commands = BinaryArray.ofUuids(size);
        var streams = BinaryArray.ofUuids(size);
        var versions = BinaryArray.ofInts(size);
        var positions = BinaryArray.ofLongs(size);
        var refusals = BinaryArray.ofTexts(size, 0);
        var asked = BinaryArray.ofTexts(size, 0);
        for (var one : answered) {
            commands.add(one.commandId());
            streams.add(one.answer().stream());
            versions.add((int) one.answer().version());
            positions.add(one.answer().position());
            refusals.add(one.refusal().orElse(null));
            asked.add(one.asked().orElse(null));
        }
        statement.setArray(21, commands.on(connection));
        statement.setArray(22, streams.on(connection));
        statement.setArray(23, versions.on(connection));
        statement.setArray(24, positions.on(connection));
        statement.setArray(25, refusals.on(connection));
        statement.setArray(26, asked.on(connection));
    }

    /** The unique key rules out a version twice; that the one before it is there rules out a gap. */
    private static List<LeafRecord> firstsThatFollowAnother(List<LeafRecord> rows) {
        var seen = new HashSet<UUID>();
        var firsts = new ArrayList<LeafRecord>();
        for (var row : rows) {
            if (seen.add(row.stream()) && row.version() > 1) {
                firsts.add(row);
            }
        }
        return firsts;
    }
}
