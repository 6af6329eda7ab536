package no.oppfolging.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.oppfolging.local.bench.Clients.Operation;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.time.Ids;

/** What the database can do at best: the same bytes in a plain table, by plain JDBC, with nothing in between. */
final class PlainTable implements AutoCloseable {
    private static final String INSERT = """
            insert into plain_events (stream, version, recorded_at, event_id, metadata, payload)
            values (?, 1, ?, ?, ?, ?)
            """;
    private static final int A_BATCH = 100;
    private static final String PAYLOAD = "{\"text\":\"" + "x".repeat(179) + "\"}";
    private static final String METADATA = "{\"by\":\"" + "x".repeat(111) + "\"}";

    private final Database database;
    private final Ids ids = new Ids(Clock.systemUTC());
    private final ConcurrentLinkedQueue<Connection> open = new ConcurrentLinkedQueue<>();

    PlainTable(Database database) {
        this.database = database;
        try (var connection = database.asOwner().getConnection();
                var create = connection.createStatement()) {
            create.execute("""
                    create table plain_events (
                        position    bigint      not null generated always as identity primary key,
                        stream      uuid        not null,
                        version     integer     not null,
                        recorded_at timestamptz not null,
                        event_id    uuid        not null,
                        metadata    text        not null,
                        payload     text        not null,
                        unique (stream, version))
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One row, one transaction. */
    Operation oneRow() {
        var insert = insert(true);
        return () -> {
            bind(insert);
            insert.executeUpdate();
            return 1;
        };
    }

    /** A hundred rows, one transaction. */
    Operation aBatch() {
        var insert = insert(false);
        return () -> {
            for (var i = 0; i < A_BATCH; i++) {
                bind(insert);
                insert.addBatch();
            }
            insert.executeBatch();
            insert.getConnection().commit();
            return A_BATCH;
        };
    }

    private PreparedStatement insert(boolean autoCommit) {
        try {
            var connection = database.asOwner().getConnection();
            open.add(connection);
            connection.setAutoCommit(autoCommit);
            return connection.prepareStatement(INSERT);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void bind(PreparedStatement insert) throws SQLException {
        insert.setObject(1, ids.next());
        insert.setObject(2, OffsetDateTime.now(ZoneOffset.UTC));
        insert.setObject(3, ids.next());
        insert.setString(4, METADATA);
        insert.setString(5, PAYLOAD);
    }

    /** An ordered SELECT of whole rows, streamed to the client. */
    long select() {
        try (var connection = database.asOwner().getConnection()) {
            connection.setAutoCommit(false);
            try (var select = connection.prepareStatement("select * from plain_events order by position")) {
                select.setFetchSize(1_000);
                var rows = 0L;
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        row.getLong(1);
                        row.getObject(2, UUID.class);
                        row.getInt(3);
                        row.getObject(4, OffsetDateTime.class);
                        row.getObject(5, UUID.class);
                        row.getString(6);
                        row.getString(7);
                        rows++;
                    }
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets go of the connections of clients that have stopped. */
    void disconnect() {
        for (var connection = open.poll(); connection != null; connection = open.poll()) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        disconnect();
    }
}
