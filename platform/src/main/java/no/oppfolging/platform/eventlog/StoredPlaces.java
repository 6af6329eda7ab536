package no.oppfolging.platform.eventlog;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each follower of the log has come, as it is stored: the same for every instance, whichever follows. */
final class StoredPlaces {
    private final JdbcClient jdbc;

    StoredPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 0 when it has not begun. */
    long of(String follower) {
        return jdbc.sql("""
                select coalesce(min(cast(cast(convert_from(token, 'UTF8') as json) ->> 'globalIndex' as bigint)), 0)
                  from subscriber_places
                 where processor_name = :follower
                """).param("follower", follower).query(Long.class).single();
    }
}
