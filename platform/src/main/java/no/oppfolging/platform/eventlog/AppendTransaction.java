package no.oppfolging.platform.eventlog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.oppfolging.platform.eventlog.AppendRequest.AnsweredBefore;
import no.oppfolging.platform.eventlog.AppendRequest.Lost;
import no.oppfolging.platform.eventlog.AppendRequest.NewEvent;
import no.oppfolging.platform.eventlog.AppendRequest.Outcome;
import no.oppfolging.platform.eventlog.AppendRequest.Stored;
import no.oppfolging.platform.ledger.LeafRecord;

/**
 * One append: lock the head, read versions and command ids in a new statement, decide in order of arrival, insert the
 * winners, move the head. Whoever holds the head commits first, so position order is commit order.
 */
final class AppendTransaction {
    private final Clock clock;

    AppendTransaction(Clock clock) {
        this.clock = clock;
    }

    /** Everything done but the commit. */
    record Prepared(List<Outcome> outcomes, boolean moved, long head) {}

    private record Head(long position, Instant recordedAt) {}

    private record Row(NewEvent event, LeafRecord leaf) {}

    private record Answered(AppendRequest request, Answer answer) {}

    Prepared prepare(Connection connection, List<AppendRequest> requests) throws SQLException {
        var head = lockHead(connection);
        var batch = new Batch(
                head, later(head.recordedAt()), answersOf(connection, requests), versionsOf(connection, requests));
        var outcomes = requests.stream().map(batch::decide).toList();
        insertEvents(connection, batch.rows);
        insertAnswers(connection, batch.answered, batch.recordedAt);
        if (!batch.rows.isEmpty()) {
            moveHead(connection, batch.position, batch.recordedAt);
        }
        return new Prepared(outcomes, !batch.rows.isEmpty(), batch.position);
    }

    private Instant later(Instant last) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isAfter(last) ? now : last;
    }

    /** What has been decided so far in one batch; each request sees those before it. */
    private static final class Batch {
        private final Instant recordedAt;
        private final Map<UUID, AnsweredBefore> answers;
        private final Map<UUID, Long> versions;
        private final List<Row> rows = new ArrayList<>();
        private final List<Answered> answered = new ArrayList<>();
        private long position;

        Batch(Head head, Instant recordedAt, Map<UUID, AnsweredBefore> answers, Map<UUID, Long> versions) {
            this.position = head.position();
            this.recordedAt = recordedAt;
            this.answers = answers;
            this.versions = versions;
        }

        Outcome decide(AppendRequest request) {
            var before = answers.get(request.commandId().value());
            if (before != null) {
                return before;
            }
            var current = versions.getOrDefault(request.stream(), 0L);
            if (request.decidedAt().isPresent() && !request.decidedAt().get().equals(current)) {
                return new Lost(request.stream(), request.decidedAt().get(), current);
            }
            var moved = new HashMap<UUID, Long>();
            for (var event : request.events()) {
                var actual = moved.getOrDefault(event.stream(), versions.getOrDefault(event.stream(), 0L));
                if (event.version() != actual + 1) {
                    return new Lost(event.stream(), event.version() - 1, actual);
                }
                moved.put(event.stream(), event.version());
            }
            versions.putAll(moved);
            request.events().forEach(event -> rows.add(place(request, event)));
            var answer = new Answer(request.stream(), versions.getOrDefault(request.stream(), 0L), position);
            answered.add(new Answered(request, answer));
            answers.put(request.commandId().value(), new AnsweredBefore(answer, request.refusal()));
            return new Stored(answer, recordedAt);
        }

        private Row place(AppendRequest request, NewEvent event) {
            position++;
            return new Row(
                    event,
                    new LeafRecord(
                            position,
                            recordedAt,
                            request.organisation().value(),
                            event.stream(),
                            event.version(),
                            event.caseId(),
                            event.name(),
                            event.revision(),
                            event.eventId(),
                            request.commandId().value(),
                            event.metadata(),
                            event.payload()));
        }
    }

    private static Head lockHead(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select position, recorded_at from log_head for update");
                var row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("The log has no head row");
            }
            return new Head(
                    row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant());
        }
    }

    private static Map<UUID, AnsweredBefore> answersOf(Connection connection, List<AppendRequest> requests)
            throws SQLException {
        var sql = """
                select command_id, stream, version, position, refusal
                  from handled_commands
                 where command_id = any (?)
                """;
        var answers = new HashMap<UUID, AnsweredBefore>();
        try (var select = connection.prepareStatement(sql)) {
            select.setArray(
                    1,
                    array(
                            connection,
                            "uuid",
                            requests,
                            request -> request.commandId().value()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    answers.put(
                            row.getObject(1, UUID.class),
                            new AnsweredBefore(
                                    new Answer(row.getObject(2, UUID.class), row.getLong(3), row.getLong(4)),
                                    Optional.ofNullable(row.getString(5))));
                }
            }
        }
        return answers;
    }

    private static Map<UUID, Long> versionsOf(Connection connection, List<AppendRequest> requests) throws SQLException {
        var sql = """
                select wanted.stream, newest.version
                  from unnest(?) as wanted (stream)
                  cross join lateral (
                    select version from event_log
                     where stream = wanted.stream
                     order by version desc
                     limit 1) as newest
                """;
        var streams = requests.stream()
                .flatMap(request -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(request.stream()),
                        request.events().stream().map(NewEvent::stream)))
                .distinct()
                .toList();
        var versions = new HashMap<UUID, Long>();
        try (var select = connection.prepareStatement(sql)) {
            select.setArray(1, array(connection, "uuid", streams, Function.identity()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    versions.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
        }
        return versions;
    }

    private static void insertEvents(Connection connection, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var sql = """
                insert into event_log (position, recorded_at, organisation, stream, version, case_id, event_name,
                                       revision, event_id, command_id, metadata, payload, leaf)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (var insert = connection.prepareStatement(sql)) {
            insert.setArray(1, array(connection, "int8", rows, row -> row.leaf().position()));
            insert.setArray(
                    2,
                    array(
                            connection,
                            "timestamptz",
                            rows,
                            row -> row.leaf().recordedAt().toString()));
            insert.setArray(
                    3, array(connection, "bpchar", rows, row -> row.leaf().organisation()));
            insert.setArray(4, array(connection, "uuid", rows, row -> row.leaf().stream()));
            insert.setArray(
                    5, array(connection, "int4", rows, row -> (int) row.leaf().version()));
            insert.setArray(
                    6,
                    array(connection, "uuid", rows, row -> row.leaf().caseId().orElse(null)));
            insert.setArray(7, array(connection, "text", rows, row -> row.leaf().eventName()));
            insert.setArray(
                    8, array(connection, "int2", rows, row -> (short) row.leaf().revision()));
            insert.setArray(9, array(connection, "uuid", rows, row -> row.leaf().eventId()));
            insert.setArray(
                    10, array(connection, "uuid", rows, row -> row.leaf().commandId()));
            insert.setArray(
                    11, array(connection, "text", rows, row -> row.leaf().metadata()));
            insert.setArray(
                    12, array(connection, "text", rows, row -> row.leaf().payload()));
            insert.setArray(13, connection.createArrayOf("bytea", leaves(rows)));
            insert.executeUpdate();
        }
    }

    private static byte[][] leaves(List<Row> rows) {
        return rows.stream().map(row -> row.leaf().leaf()).toArray(byte[][]::new);
    }

    private static void insertAnswers(Connection connection, List<Answered> answered, Instant recordedAt)
            throws SQLException {
        if (answered.isEmpty()) {
            return;
        }
        var sql = """
                insert into handled_commands (command_id, stream, version, position, refusal, recorded_at)
                select *, ?::timestamptz from unnest(?, ?, ?, ?, ?)
                """;
        try (var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, recordedAt.atOffset(ZoneOffset.UTC));
            insert.setArray(
                    2,
                    array(
                            connection,
                            "uuid",
                            answered,
                            one -> one.request().commandId().value()));
            insert.setArray(3, array(connection, "uuid", answered, one -> one.answer().stream()));
            insert.setArray(4, array(connection, "int4", answered, one ->
                    (int) one.answer().version()));
            insert.setArray(
                    5, array(connection, "int8", answered, one -> one.answer().position()));
            insert.setArray(
                    6,
                    array(
                            connection,
                            "text",
                            answered,
                            one -> one.request().refusal().orElse(null)));
            insert.executeUpdate();
        }
    }

    private static void moveHead(Connection connection, long position, Instant recordedAt) throws SQLException {
        try (var update = connection.prepareStatement("update log_head set position = ?, recorded_at = ?")) {
            update.setLong(1, position);
            update.setObject(2, recordedAt.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    private static <T> Array array(
            Connection connection,
            String type,
            List<T> rows,
            Function<T, ? extends @org.jspecify.annotations.Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column::apply).toArray());
    }
}
