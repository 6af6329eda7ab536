package no.oppfolging.cases.read.duedays;

import java.time.LocalDate;
import java.util.List;
import no.oppfolging.cases.domain.ClosingReason;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasePeriodChanged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRecalculated;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineSet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionHeld;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.Subscriber;
import no.oppfolging.platform.kernel.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the rows of {@link DueDays}: deadlines that are open, or exempt as long as the day has not come, and the days
 * on which cases will be over.
 */
public final class DueDaysView implements Subscriber {
    public static final String NAME = "due_days_v2";
    private static final String CLOSING = "CLOSING";
    private static final int FREE_DAYS_THAT_END_A_CASE = 16;

    private final JdbcClient jdbc;

    public DueDaysView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        for (var recorded : batch) {
            switch (recorded.event()) {
                case CaseOpened opened -> closing(opened, opened.end(), recorded);
                case CasePeriodChanged changed -> closing(changed, changed.end(), recorded);
                case CaseClosed closed
                when closed.because() == ClosingReason.NOTHING_LEFT -> giveUp(closed.caseId(), true);
                case CaseClosed closed -> cross(closed, CLOSING);
                case CasesMerged merged -> giveUp(merged.absorbed(), true);
                case CaseReopened reopened -> giveUp(reopened.caseId(), false);
                case DeadlineSet set -> note(set, set.stage().name(), set.due(), recorded);
                case DeadlineRecalculated moved -> note(moved, moved.stage().name(), moved.due(), recorded);
                case DeadlineRevived revived -> note(revived, revived.stage().name(), revived.due(), recorded);
                case DeadlineExempted exempted ->
                    note(exempted, exempted.stage().name(), exempted.due(), recorded);
                case ExemptionHeld held -> cross(held, held.stage().name());
                case DeadlineEvent settled -> cross(settled, settled.stage().name());
                default -> {}
            }
        }
    }

    private void closing(CaseEvent event, @Nullable LocalDate end, RecordedEvent recorded) {
        if (end == null) {
            cross(event, CLOSING);
        } else {
            note(event, CLOSING, end.plusDays(FREE_DAYS_THAT_END_A_CASE), recorded);
        }
    }

    private void note(CaseEvent event, String what, LocalDate day, RecordedEvent recorded) {
        jdbc.sql("""
                insert into due_days_v2.due_days (case_id, what, employment_id, organisation, due_on, version)
                values (:case, :what, :employment, :organisation, :day, :version)
                on conflict (case_id, what) do update set due_on = excluded.due_on, version = excluded.version
                """)
                .param("case", event.caseId().value())
                .param("what", what)
                .param("employment", event.employmentId().value())
                .param("organisation", recorded.organisation().value())
                .param("day", day)
                .param("version", recorded.version())
                .update();
    }

    private void giveUp(CaseId caseId, boolean givenUp) {
        jdbc.sql("update due_days_v2.due_days set given_up = :givenUp where case_id = :case")
                .param("givenUp", givenUp)
                .param("case", caseId.value())
                .update();
    }

    private void cross(CaseEvent event, String what) {
        jdbc.sql("delete from due_days_v2.due_days where case_id = :case and what = :what")
                .param("case", event.caseId().value())
                .param("what", what)
                .update();
    }
}
