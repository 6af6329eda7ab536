package no.oppfolging.cases.read.completeness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.OrganisationNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Holds every absence that HR's system has told of, as it came through the door, against what has become of it
 * (fullstendighetskontroll); a difference that nothing explains is an alarm.
 */
public final class Completeness implements MeterBinder {
    private static final Logger log = LoggerFactory.getLogger(Completeness.class);
    private static final long KEPT = Duration.ofSeconds(30).toNanos();

    /** How long a message may be on its way from the door to the log and to what is read. */
    private static final Duration UNDERWAY = Duration.ofMinutes(5);

    private static final int MOST = 200;

    /**
     * The latest that was told of each absence decides: the log where it has taken it or something later; else the
     * message, wherever it is now.
     */
    private static final String ACCOUNTS = """
            with told as (
                select distinct on (employment_id, absence_id) *
                  from arrived_absences
                 order by employment_id, absence_id, revision desc, arrived_at desc
            ), both_sides as (
                select coalesce(taken.employment_id, told.employment_id) as employment_id,
                       coalesce(taken.absence_id, told.absence_id) as absence_id,
                       coalesce(taken.organisation, told.organisation) as organisation,
                       coalesce(taken.revision, -1) >= coalesce(told.revision, -1) as has_been_taken,
                       taken.withdrawn, taken.sick, taken.from_day as taken_from, taken.to_day as taken_to,
                       coalesce(taken.to_day, greatest(taken.from_day, cast(:today as date))) as last_day,
                       told.from_day as told_from, told.to_day as told_to, told.message_id, told.arrived_at,
                       told.topic, told.partition, told.message_offset
                  from view.absences as taken
                  full join told using (employment_id, absence_id)
            ), accounts as (
                select employment_id, absence_id, organisation,
                       case when has_been_taken then taken_from else coalesce(told_from, taken_from) end as from_day,
                       case when has_been_taken then taken_to when told_from is null then taken_to
                            else told_to end as to_day,
                       case when has_been_taken then null else
                            coalesce((select reason from parked_messages where parked_messages.message_id = it.message_id
                                       limit 1),
                                     (select rule from refused_messages where refused_messages.message_id = it.message_id
                                       limit 1),
                                     (select reason from message_decisions
                                       where decision = 'SKIPPED' and message_decisions.topic = it.topic
                                         and message_decisions.partition = it.partition
                                         and message_decisions.message_offset = it.message_offset limit 1)) end as reason,
                       case
                       when has_been_taken and withdrawn then 'WITHDRAWN'
                       when has_been_taken and not sick then 'NOT_SICKNESS'
                       when has_been_taken and exists (
                            select from view.cases
                             where cases.employment_id = it.employment_id and not cases.gone
                               and cases.started_on <= last_day
                               and coalesce(cases.known_until, 'infinity') >= taken_from) then 'FOLLOWED'
                       when has_been_taken and exists (
                            select from view.absences as others
                             where others.employment_id = it.employment_id and not others.sick and not others.withdrawn
                            having range_agg(daterange(others.from_day, others.to_day, '[]'))
                                   @> daterange(taken_from, last_day, '[]')) then 'OVERRULED'
                       when has_been_taken and last_day - taken_from + 1 < 16 then 'SHORT'
                       when has_been_taken then 'UNEXPLAINED'
                       when exists (
                            select from parked_messages
                             where parked_messages.message_id = it.message_id) then 'WAITS'
                       when exists (
                            select from refused_messages
                             where refused_messages.message_id = it.message_id) then 'REFUSED'
                       when exists (
                            select from message_decisions
                             where decision = 'SKIPPED' and message_decisions.topic = it.topic
                               and message_decisions.partition = it.partition
                               and message_decisions.message_offset = it.message_offset) then 'SKIPPED'
                       when arrived_at > :recently then 'UNDERWAY'
                       else 'UNEXPLAINED'
                       end as account
                  from both_sides as it
            )
            """;

    /** Messages of HR's that have not come so far that it could be read which absence they tell of. */
    private static final String OUTSIDE = """
            select 'WAITS' as account, reason, count(*) as messages
              from parked_messages
             where topic = 'oppfolging.hr.v1' and message_type like 'no.oppfolging.hr.Absence%'
               and organisation in (:organisations)
               and not exists (select from arrived_absences where message_id = parked_messages.message_id)
             group by reason
            union all
            select 'REFUSED', rule, count(*)
              from refused_messages
             where topic = 'oppfolging.hr.v1' and (organisation is null or organisation in (:organisations))
               and not exists (select from arrived_absences where message_id = refused_messages.message_id)
             group by rule
             order by 1, 3 desc, 2
            """;

    private final JdbcClient jdbc;
    private final ViewTables tables;
    private final Clock clock;
    private long unexplained;
    private long countedAt = System.nanoTime() - KEPT;

    public Completeness(JdbcClient jdbc, ViewTables tables, Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.clock = clock;
    }

    /** What has become of an absence. */
    public enum Account {
        /** Its days are a case's. */
        FOLLOWED,
        /** It has no case, and is too short to have to. */
        SHORT,
        /** HR's system says otherwise of the same days: back at work, or on vacation, all the time. */
        OVERRULED,
        /** It is vacation, or work: nothing to follow up. */
        NOT_SICKNESS,
        /** HR's system has taken it back. */
        WITHDRAWN,
        /** It has just come. */
        UNDERWAY,
        /** The latest that was told of it waits for something else. */
        WAITS,
        /** The latest that was told of it breaks a rule. */
        REFUSED,
        /** Somebody has decided that the latest that was told of it has no effect. */
        SKIPPED,
        /** It came, and nothing tells what became of it. */
        UNEXPLAINED;

        /** Whether somebody has to see to it, or may want to know why it has no effect. */
        public boolean isOpen() {
            return switch (this) {
                case WAITS, REFUSED, SKIPPED, UNEXPLAINED -> true;
                case FOLLOWED, SHORT, OVERRULED, NOT_SICKNESS, WITHDRAWN, UNDERWAY -> false;
            };
        }
    }

    /**
     * What the comparison came to.
     *
     * @param counts how many absences have come to what; all of them, by their latest revision
     * @param open those that have not had their effect, the ones that nothing explains first
     * @param outside messages that tell of no absence that could be read
     */
    public record Compared(Map<Account, Long> counts, List<Open> open, List<Outside> outside) {
        public long absences() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        public long unexplained() {
            return counts.getOrDefault(Account.UNEXPLAINED, 0L);
        }
    }

    /**
     * An absence whose latest news has had no effect.
     *
     * @param from empty when all that is known of it is that it was withdrawn
     * @param reason what it waits for, the rule it breaks or why it was skipped; empty when nothing explains it
     */
    public record Open(
            EmploymentId employmentId,
            UUID absenceId,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Account account,
            Optional<String> reason) {}

    /** Messages that wait or were refused before they could be counted as an absence's, for the same reason. */
    public record Outside(Account account, String reason, long messages) {}

    public Compared of(List<OrganisationNumber> organisations) {
        var names = organisations.stream().map(OrganisationNumber::value).toList();
        if (names.isEmpty()) {
            return new Compared(Map.of(), List.of(), List.of());
        }
        return new Compared(
                counts(names),
                accounts("""
                        select * from accounts
                         where organisation in (:organisations) and account in ('WAITS', 'REFUSED', 'SKIPPED', 'UNEXPLAINED')
                         order by account <> 'UNEXPLAINED', account, from_day, absence_id
                         limit :most
                        """)
                        .param("organisations", names)
                        .param("most", MOST)
                        .query((row, _) -> open(row))
                        .list(),
                jdbc.sql(OUTSIDE)
                        .param("organisations", names)
                        .query((row, _) -> new Outside(
                                Account.valueOf(row.getString("account")),
                                row.getString("reason"),
                                row.getLong("messages")))
                        .list());
    }

    private Map<Account, Long> counts(List<String> organisations) {
        var counts = new EnumMap<Account, Long>(Account.class);
        accounts("select account, count(*) from accounts where organisation in (:organisations) group by account")
                .param("organisations", organisations)
                .query((RowCallbackHandler) row -> counts.put(Account.valueOf(row.getString(1)), row.getLong(2)));
        return counts;
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                new EmploymentId(Objects.requireNonNull(row.getObject("employment_id", UUID.class))),
                Objects.requireNonNull(row.getObject("absence_id", UUID.class)),
                Optional.ofNullable(row.getObject("from_day", LocalDate.class)),
                Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
                Account.valueOf(row.getString("account")),
                Optional.ofNullable(row.getString("reason")));
    }

    private StatementSpec accounts(String question) {
        var now = clock.instant();
        return tables.sql(ACCOUNTS + question)
                .param("today", LegalDay.of(now))
                .param("recently", now.minus(UNDERWAY).atOffset(ZoneOffset.UTC));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("oppfolging.absences.unfollowed", this::unexplained)
                .description("Absences that HR's system told of and of which nothing tells what became")
                .register(registry);
    }

    private synchronized long unexplained() {
        var now = System.nanoTime();
        if (now - countedAt >= KEPT && tables.haveCaughtUp()) {
            unexplained = accounts("select count(*) from accounts where account = 'UNEXPLAINED'")
                    .query(Long.class)
                    .single();
            countedAt = now;
            if (unexplained > 0) {
                log.error("Absences have come of which nothing tells what became: count={}", unexplained);
            }
        }
        return unexplained;
    }
}
