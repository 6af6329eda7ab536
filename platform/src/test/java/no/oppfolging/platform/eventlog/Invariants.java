package no.oppfolging.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What is true of every log at every moment, asked of the database itself. */
final class Invariants {
    private Invariants() {}

    static void hold(JdbcClient sql) {
        assertThat(count(sql, """
                select count(*) from (
                    select position, row_number() over (order by position) as place from event_log) as placed
                 where position <> place
                """)).as("positions that leave a gap").isZero();
        assertThat(count(sql, """
                select count(*) from (
                    select version, row_number() over (partition by stream order by position) as place
                      from event_log) as placed
                 where version <> place
                """))
                .as("versions that are not 1..n in the order of positions")
                .isZero();
        assertThat(count(sql, """
                select count(*) from (
                    select recorded_at, lag(recorded_at) over (order by position) as before from event_log) as timed
                 where recorded_at < before
                """))
                .as("events recorded before the one that stands before them")
                .isZero();
        assertThat(count(sql, "select position - (select count(*) from event_log) from log_head"))
                .as("how far the head is from the last event")
                .isZero();
        assertThat(count(sql, """
                select count(*) from event_log as event
                 where not exists (select from handled_commands where command_id = event.command_id)
                """)).as("events of commands that have no answer").isZero();
        assertThat(count(sql, """
                select count(*) from (
                    select command_id from event_log
                     group by command_id
                    having count(distinct stream) > 1 or max(position) - min(position) + 1 <> count(*)) as scattered
                """))
                .as("commands whose events do not stand together")
                .isZero();
    }

    private static long count(JdbcClient sql, String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
