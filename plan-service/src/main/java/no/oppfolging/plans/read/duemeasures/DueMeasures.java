package no.oppfolging.plans.read.duemeasures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.plans.domain.MeasureId;
import no.oppfolging.plans.domain.PlanId;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.time.Timetable;

/** Answers which measures of plans in force are neither done nor told of as overdue, the sweep's to-do list. */
public final class DueMeasures implements Timetable {
    private static final String AWAITED = """
              from view.measures
             where watched and in_force and not done and not told
            """;

    private final ViewTables tables;

    public DueMeasures(ViewTables tables) {
        this.tables = tables;
    }

    /**
     * A measure that should be done by a day.
     *
     * @param since the position in the log from which it has been waited for
     */
    public record DueMeasure(
            CaseId caseId,
            PlanId planId,
            int version,
            MeasureId measureId,
            OrganisationNumber organisation,
            LocalDate dueOn,
            long since) {}

    /** The end of the first day on the list. */
    @Override
    public Optional<Instant> nextDue() {
        return tables.sql("select min(due_on)" + AWAITED)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .map(day -> LegalDay.begins(day.plusDays(1)));
    }

    /** Those due before a day, the longest overdue first, at most {@code limit}; none while the list is behind. */
    public List<DueMeasure> before(LocalDate day, int limit) {
        if (!tables.haveCaughtUp()) {
            return List.of();
        }
        return tables.sql("select *" + AWAITED + " and due_on < :day order by due_on, measure_id limit :limit")
                .param("day", day)
                .param("limit", limit)
                .query((row, _) -> new DueMeasure(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        row.getInt("number"),
                        new MeasureId(row.getObject("measure_id", UUID.class)),
                        new OrganisationNumber(row.getString("organisation")),
                        row.getObject("due_on", LocalDate.class),
                        row.getLong("since")))
                .list();
    }
}
