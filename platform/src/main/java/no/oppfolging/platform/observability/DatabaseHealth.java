package no.oppfolging.platform.observability;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the service's own database answers. */
final class DatabaseHealth implements HealthIndicator {
    private static final int PATIENCE_IN_SECONDS = 3;

    private final DataSource dataSource;
    private final Executor outside;

    DatabaseHealth(DataSource dataSource, Executor outside) {
        this.dataSource = dataSource;
        this.outside = outside;
    }

    /** Asked elsewhere: a pool whose database is away holds who asks longer than a probe waits. */
    @Override
    public Health health() {
        try {
            return CompletableFuture.supplyAsync(this::answers, outside)
                            .completeOnTimeout(false, PATIENCE_IN_SECONDS, TimeUnit.SECONDS)
                            .join()
                    ? Missing.nothing()
                    : away();
        } catch (CompletionException e) {
            return away();
        }
    }

    private boolean answers() {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(PATIENCE_IN_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Health away() {
        return Missing.down(List.of("The database does not answer."));
    }
}
