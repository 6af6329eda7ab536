package no.oppfolging.local.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import no.oppfolging.platform.testing.Database;

/** A view as rows: how many events each stream has. */
final class ViewTable implements AutoCloseable {
    private final Connection connection;

    ViewTable(Database database) {
        try {
            connection = database.asOwner().getConnection();
            execute("create table if not exists bench_view (stream uuid primary key, events bigint not null)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void clear() {
        execute("truncate bench_view");
    }

    void write(Map<UUID, Long> counts) {
        var sql = """
                insert into bench_view (stream, events)
                select * from unnest(?, ?)
                    on conflict (stream) do update set events = bench_view.events + excluded.events
                """;
        try (var upsert = connection.prepareStatement(sql)) {
            upsert.setArray(1, connection.createArrayOf("uuid", counts.keySet().toArray()));
            upsert.setArray(2, connection.createArrayOf("int8", counts.values().toArray()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
