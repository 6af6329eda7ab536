package no.oppfolging.cases.read.completeness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.OrganisationNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the long absences that HR's system has told of against the cases that were opened (fullstendighetskontroll); a
 * difference that nothing explains is an alarm.
 */
public final class Completeness implements MeterBinder {
    private static final Logger log = LoggerFactory.getLogger(Completeness.class);
    private static final long KEPT = Duration.ofSeconds(30).toNanos();
    private static final String LONG_ABSENCES = """
            with long_absences as (
                select absences.*, coalesce(absences.to_day, greatest(absences.from_day, cast(:today as date))) as last_day
                  from completeness_v1.absences
                 where sick
            ), judged as (
                select long_absences.*,
                       exists (select 1 from completeness_v1.cases
                                where cases.employment_id = long_absences.employment_id and not cases.gone
                                  and cases.started_on <= last_day
                                  and coalesce(cases.known_until, 'infinity') >= from_day) as has_case,
                       exists (select 1 from completeness_v1.absences as others
                                where others.employment_id = long_absences.employment_id and not others.sick
                                  and others.from_day <= long_absences.from_day
                                  and coalesce(others.to_day, 'infinity') >= last_day) as overruled
                  from long_absences
                 where last_day - from_day + 1 >= 16
            )
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private long unexplained;
    private long countedAt = System.nanoTime() - KEPT;

    public Completeness(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What the comparison came to.
     *
     * @param absences of sixteen days or more
     * @param followed of these, those whose days are a case's
     * @param overruled those that HR's system has said otherwise about: back at work, or on vacation, all the time
     * @param unexplained the rest
     */
    public record Compared(long absences, long followed, long overruled, List<Unfollowed> unexplained) {}

    /** A long absence without a case. */
    public record Unfollowed(EmploymentId employmentId, UUID absenceId, LocalDate from, Optional<LocalDate> to) {}

    public Compared of(List<OrganisationNumber> organisations) {
        var names = organisations.stream().map(OrganisationNumber::value).toList();
        if (names.isEmpty()) {
            return new Compared(0, 0, 0, List.of());
        }
        var unfollowed = jdbc.sql(LONG_ABSENCES + """
                select employment_id, absence_id, from_day, to_day from judged
                 where organisation in (:organisations) and not has_case and not overruled
                 order by from_day, absence_id
                """)
                .param("today", LegalDay.of(clock.instant()))
                .param("organisations", names)
                .query((row, _) -> new Unfollowed(
                        new EmploymentId(row.getObject("employment_id", UUID.class)),
                        row.getObject("absence_id", UUID.class),
                        row.getObject("from_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("to_day", LocalDate.class))))
                .list();
        return jdbc.sql(LONG_ABSENCES + """
                select count(*), count(*) filter (where has_case), count(*) filter (where overruled and not has_case)
                  from judged where organisation in (:organisations)
                """)
                .param("today", LegalDay.of(clock.instant()))
                .param("organisations", names)
                .query((row, _) -> new Compared(row.getLong(1), row.getLong(2), row.getLong(3), unfollowed))
                .single();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("oppfolging.absences.unfollowed", this::unexplained)
                .description("Absences of sixteen days or more without a case, and nothing that explains it")
                .register(registry);
    }

    private synchronized long unexplained() {
        var now = System.nanoTime();
        if (now - countedAt >= KEPT) {
            unexplained = jdbc.sql(LONG_ABSENCES + "select count(*) from judged where not has_case and not overruled")
                    .param("today", LegalDay.of(clock.instant()))
                    .query(Long.class)
                    .single();
            countedAt = now;
            if (unexplained > 0) {
                log.error("Long absences have no case, and nothing explains it: count={}", unexplained);
            }
        }
        return unexplained;
    }
}
