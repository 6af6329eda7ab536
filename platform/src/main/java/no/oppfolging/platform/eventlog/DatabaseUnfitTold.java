package no.oppfolging.platform.eventlog;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Lets a service that does not start because of its database say so in one sentence, and not in a stack trace. */
final class DatabaseUnfitTold extends AbstractFailureAnalyzer<PoolInitializationException> {
    private final Environment environment;

    DatabaseUnfitTold(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PoolInitializationException cause) {
        var why = Objects.requireNonNullElse(cause.getCause(), cause).getMessage();
        return new FailureAnalysis(
                "The database at %s cannot be used: %s".formatted(address(), why),
                "Start PostgreSQL there, or mend the settings under oppfolging.database.",
                cause);
    }

    /** Without what may follow it, since a password may be told there. */
    private String address() {
        var url = environment.getProperty("oppfolging.database.url", "");
        var more = url.indexOf('?');
        return more < 0 ? url : url.substring(0, more);
    }
}
