package no.oppfolging.notifications.channels;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import no.oppfolging.notifications.domain.NoticeId;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Sees to it that no two instances look after the same notice at once. The database lets go of a lock together with its
 * holder, however that ends, so that a notice whose sender died is seen to be nobody's.
 */
public final class SenderLocks {
    private final DataSource database;

    public SenderLocks(DataSource database) {
        this.database = database;
    }

    /** A notice that is this instance's for now. */
    public static final class Held implements AutoCloseable {
        private final Connection connection;
        private final long key;

        private Held(Connection connection, long key) {
            this.connection = connection;
            this.key = key;
        }

        @Override
        public void close() {
            try (connection) {
                ask(connection, "select pg_advisory_unlock(?)", key);
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("A notice could not be let go of", e);
            }
        }
    }

    /** Empty when another instance holds it. */
    public Optional<Held> take(NoticeId notice) {
        var key = notice.value().getMostSignificantBits() ^ notice.value().getLeastSignificantBits();
        try {
            var connection = database.getConnection();
            if (takes(connection, key)) {
                return Optional.of(new Held(connection, key));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("A notice could not be taken", e);
        }
    }

    private static boolean takes(Connection connection, long key) throws SQLException {
        try {
            return ask(connection, "select pg_try_advisory_lock(?)", key);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean ask(Connection connection, String question, long key) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setLong(1, key);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
