package no.oppfolging.platform.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.platform.eventlog.AppendBatch.HeadRow;
import no.oppfolging.platform.eventlog.AppendRequest.AnsweredBefore;
import no.oppfolging.platform.eventlog.AppendRequest.NewEvent;
import no.oppfolging.platform.eventlog.AppendRequest.Outcome;

/**
 * One append, in one of two ways with the same outcome. Whoever holds the head commits first, so position order is
 * commit order.
 *
 * <p>The careful way: lock the head, read versions and command ids in new statements, decide, store, commit. The short
 * way: expect the head where this instance left it and the streams where their aggregates were loaded, and store and
 * commit in one round trip; a unique key or a moved head says when that was wrong, and then nothing is stored.
 */
final class AppendTransaction {
    private final Clock clock;

    AppendTransaction(Clock clock) {
        this.clock = clock;
    }

    /** How a batch came out, and where the log ends after it. */
    record Appended(List<Outcome> outcomes, HeadRow head, boolean moved) {}

    /** Stores a batch and commits it in one round trip; empty when the head is not where it was expected. */
    Optional<Appended> atOnce(Connection connection, HeadRow expected, List<AppendRequest> requests)
            throws SQLException {
        var batch = new AppendBatch(expected, now(), new HashMap<>(), expectedVersions(requests));
        var outcomes = decided(batch, requests);
        return AppendStatement.store(connection, batch) ? Optional.of(appended(batch, outcomes)) : Optional.empty();
    }

    /** Does everything but the commit. */
    Appended carefully(Connection connection, List<AppendRequest> requests) throws SQLException {
        var batch = lockAndRead(connection, requests);
        var outcomes = decided(batch, requests);
        if (!batch.answered().isEmpty() && !AppendStatement.store(connection, batch)) {
            throw new SQLException("The head of the log moved while it was held");
        }
        return appended(batch, outcomes);
    }

    private static List<Outcome> decided(AppendBatch batch, List<AppendRequest> requests) {
        var outcomes = new ArrayList<Outcome>(requests.size());
        for (var request : requests) {
            outcomes.add(batch.decide(request));
        }
        return outcomes;
    }

    private static Appended appended(AppendBatch batch, List<Outcome> outcomes) {
        return batch.answered().isEmpty()
                ? new Appended(outcomes, batch.before(), false)
                : new Appended(outcomes, batch.head(), !batch.rows().isEmpty());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Where each stream stands if nobody else has written since its aggregate was loaded. */
    private static Map<UUID, Long> expectedVersions(List<AppendRequest> requests) {
        var versions = new HashMap<UUID, Long>();
        requests.forEach(request -> {
            request.decidedAt().ifPresent(version -> versions.putIfAbsent(request.stream(), version));
            request.events().forEach(event -> versions.putIfAbsent(event.stream(), event.version() - 1));
        });
        return versions;
    }

    /** Each statement sees what was committed before it began, so the reads see everything before the head's lock. */
    private AppendBatch lockAndRead(Connection connection, List<AppendRequest> requests) throws SQLException {
        var sql = """
                select position, recorded_at from log_head for update;
                select command_id, stream, version, position, refusal, asked
                  from handled_commands
                 where command_id = any (?);
                select wanted.stream, newest.version
                  from unnest(?) as wanted (stream)
                 cross join lateral (
                    select version from event_log
                     where stream = wanted.stream
                     order by version desc
                     limit 1) as newest
                """;
        try (var select = connection.prepareStatement(sql)) {
            var commands = BinaryArray.ofUuids(requests.size());
            requests.forEach(request -> commands.add(request.commandId().value()));
            var streams = BinaryArray.ofUuids(requests.size());
            streamsOf(requests).forEach(streams::add);
            select.setArray(1, commands.on(connection));
            select.setArray(2, streams.on(connection));
            select.execute();
            var head = head(select.getResultSet());
            var answers = answers(next(select));
            var versions = versions(next(select));
            return new AppendBatch(head, now(), answers, versions);
        }
    }

    private static List<UUID> streamsOf(List<AppendRequest> requests) {
        return requests.stream()
                .flatMap(request -> Stream.concat(
                        Stream.of(request.stream()), request.events().stream().map(NewEvent::stream)))
                .distinct()
                .toList();
    }

    private static ResultSet next(PreparedStatement select) throws SQLException {
        if (!select.getMoreResults()) {
            throw new SQLException("A part of the answer is missing");
        }
        return select.getResultSet();
    }

    private static HeadRow head(ResultSet row) throws SQLException {
        if (!row.next()) {
            throw new SQLException("The log has no head row");
        }
        return new HeadRow(
                row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant());
    }

    private static Map<UUID, AnsweredBefore> answers(ResultSet row) throws SQLException {
        var answers = new HashMap<UUID, AnsweredBefore>();
        while (row.next()) {
            answers.put(
                    row.getObject(1, UUID.class),
                    new AnsweredBefore(
                            new Answer(row.getObject(2, UUID.class), row.getLong(3), row.getLong(4)),
                            Optional.ofNullable(row.getString(5)),
                            Optional.ofNullable(row.getString(6))));
        }
        return answers;
    }

    private static Map<UUID, Long> versions(ResultSet row) throws SQLException {
        var versions = new HashMap<UUID, Long>();
        while (row.next()) {
            versions.put(row.getObject(1, UUID.class), row.getLong(2));
        }
        return versions;
    }
}
