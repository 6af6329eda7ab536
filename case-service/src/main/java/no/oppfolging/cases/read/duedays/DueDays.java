package no.oppfolging.cases.read.duedays;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers which days will have to be judged, the sweep's to-do list. */
public final class DueDays {
    private final JdbcClient jdbc;

    public DueDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A day that has to be judged once it is over and nothing more can be heard of it.
     *
     * @param version of the employment's stream when the day was put on the list
     */
    public record DueDay(
            CaseId caseId, EmploymentId employmentId, OrganisationNumber organisation, LocalDate dueOn, long version) {}

    /** The earliest days before a day, one for each employment, at most {@code limit}. */
    public List<DueDay> before(LocalDate day, int limit) {
        return jdbc.sql("""
                select distinct on (employment_id) case_id, employment_id, organisation, due_on, version
                  from due_days_v1.due_days
                 where due_on < :day
                 order by employment_id, due_on
                 limit :limit
                """)
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
