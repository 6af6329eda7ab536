package no.oppfolging.platform.observability;

import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.Identifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which trace a stream belongs to: that of the first event in it. What people do with a case goes on in the trace of
 * the message that opened it, so that it leads from HR's message to the last mail, over weeks.
 */
public final class Traces {
    private final JdbcClient jdbc;

    public Traces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The correlation id of what a stream began with; empty when it has not begun. */
    public Optional<UUID> of(Identifier stream) {
        return jdbc.sql("""
                select cast(metadata as jsonb) ->> 'correlation'
                  from event_log
                 where stream = :stream and version = 1
                """)
                .param("stream", stream.value())
                .query((row, _) -> UUID.fromString(row.getString(1)))
                .optional();
    }
}
