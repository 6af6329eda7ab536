package no.oppfolging.cases.read.duedays;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.time.Timetable;

/** Answers which days will have to be judged, the sweep's to-do list. */
public final class DueDays implements Timetable {
    private static final String DAYS = """
            (select case_id, employment_id, organisation, due_on, version from view.due_days where not given_up
             union all
             select case_id, employment_id, organisation, last_day, version
               from view.open_cases where last_day is not null) as days
            """;

    private final ViewTables tables;

    public DueDays(ViewTables tables) {
        this.tables = tables;
    }

    /**
     * A day that has to be judged once it is over and nothing more can be heard of it.
     *
     * @param dueOn when something is due, or the last day of the employment
     * @param version of the employment's stream when the day was put on the list
     */
    public record DueDay(
            CaseId caseId, EmploymentId employmentId, OrganisationNumber organisation, LocalDate dueOn, long version) {}

    /** The end of the first day on the list: from then on it can be judged. */
    @Override
    public Optional<Instant> nextDue() {
        return tables.sql("select min(due_on) from " + DAYS)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .map(day -> LegalDay.begins(day.plusDays(1)));
    }

    /**
     * The earliest days before a day, one for each employment, at most {@code limit}; none while the list is behind.
     */
    public List<DueDay> before(LocalDate day, int limit) {
        if (!tables.haveCaughtUp()) {
            return List.of();
        }
        return tables.sql("""
                select distinct on (employment_id) case_id, employment_id, organisation, due_on, version
                  from %s
                 where due_on < :day
                 order by employment_id, due_on
                 limit :limit
                """.formatted(DAYS))
                .param("day", day)
                .param("limit", limit)
                .query((row, _) -> new DueDay(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new EmploymentId(row.getObject("employment_id", UUID.class)),
                        new OrganisationNumber(row.getString("organisation")),
                        row.getObject("due_on", LocalDate.class),
                        row.getLong("version")))
                .list();
    }
}
