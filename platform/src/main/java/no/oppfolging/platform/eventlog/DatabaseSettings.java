package no.oppfolging.platform.eventlog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where a service's own database is, and as whom it is used.
 *
 * @param url a JDBC address of PostgreSQL
 * @param owner migrates at start and disconnects
 * @param app may add to the log and read it, never change it
 * @param pool the most connections held for queries and views
 * @param hangingWriter how long an append may take before the database ends it, so that it cannot hold the others
 */
@Validated
@ConfigurationProperties("oppfolging.database")
public record DatabaseSettings(
        @NotBlank String url,
        @NotNull @Valid Login owner,
        @NotNull @Valid Login app,
        @DefaultValue("16") int pool,
        @DefaultValue("10s") Duration hangingWriter) {
    /** A role of the database. */
    public record Login(@NotBlank String username, @NotBlank String password) {
        @Override
        public String toString() {
            return username;
        }
    }
}
