package no.oppfolging.platform.eventlog;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws a line in a service's log: what is recorded later never looks as if it was recorded earlier. */
public final class LogTime {
    private final JdbcClient jdbc;
    private final Clock clock;

    public LogTime(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A line in the log.
     *
     * @param position the last position before the line
     * @param until exclusive: every event after the position is recorded at this instant or later
     */
    public record Mark(long position, Instant until) {}

    /** Draws the line now; it waits for an append that is under way, and holds for every instance of the service. */
    public Mark mark() {
        return jdbc.sql("""
                update log_head
                   set recorded_at = greatest(recorded_at, :now)
                returning position, recorded_at
                """)
                .param("now", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Mark(
                        row.getLong("position"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .single();
    }
}
