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
import no.oppfolging.platform.eventlog.FoldedRows;
import no.oppfolging.platform.eventlog.Projection;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of {@link DueDays}: deadlines that are open, or exempt as long as the day has not come, and the days
 * on which cases will be over, by themselves or with the employment.
 */
public final class DueDaysView implements Projection {
    public static final String NAME = "due_days";
    private static final String CLOSING = "CLOSING";
    private static final int FREE_DAYS_THAT_END_A_CASE = 16;

    private final ViewTables tables;

    public DueDaysView(ViewTables tables) {
        this.tables = tables;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        var changed = RecordedEvent.idsIn(
                batch, CaseEvent.class, event -> event.changed().value());
        var days = tables.rows("due_days", changed, "case_id", "what");
        batch.forEach(recorded -> fold(recorded, days));
        days.write();
        EmploymentEnds.of(batch, tables).write();
    }

    private static void fold(RecordedEvent recorded, FoldedRows days) {
        switch (recorded.event()) {
            case CaseOpened opened -> closing(days, opened, opened.end(), recorded);
            case CasePeriodChanged changed -> closing(days, changed, changed.end(), recorded);
            case CaseClosed closed when closed.because() == ClosingReason.NOTHING_LEFT -> giveUp(days, closed.caseId());
            case CaseClosed closed ->
                days.find(closed.caseId().value(), CLOSING).ifPresent(day -> day.set("given_up", true));
            case CasesMerged merged -> giveUp(days, merged.absorbed());
            case CaseReopened reopened -> takeUp(days, reopened.caseId(), recorded);
            case DeadlineSet set -> note(days, set, set.stage().name(), set.due(), recorded);
            case DeadlineRecalculated moved -> note(days, moved, moved.stage().name(), moved.due(), recorded);
            case DeadlineRevived revived -> note(days, revived, revived.stage().name(), revived.due(), recorded);
            case DeadlineExempted exempted ->
                note(days, exempted, exempted.stage().name(), exempted.due(), recorded);
            case ExemptionHeld held -> cross(days, held, held.stage().name());
            case DeadlineEvent settled -> cross(days, settled, settled.stage().name());
            default -> {}
        }
    }

    private static void closing(FoldedRows days, CaseEvent event, @Nullable LocalDate end, RecordedEvent recorded) {
        if (end == null) {
            cross(days, event, CLOSING);
        } else {
            note(days, event, CLOSING, end.plusDays(FREE_DAYS_THAT_END_A_CASE), recorded);
        }
    }

    /** A day that has been given up stays so when it is moved. */
    private static void note(FoldedRows days, CaseEvent event, String what, LocalDate day, RecordedEvent recorded) {
        var caseId = event.caseId().value();
        days.find(caseId, what)
                .orElseGet(() -> days.at(caseId, what)
                        .set("employment_id", event.employmentId().value())
                        .set("organisation", recorded.organisation().value())
                        .set("given_up", false))
                .set("due_on", day)
                .set("version", recorded.version());
    }

    private static void giveUp(FoldedRows days, CaseId caseId) {
        days.of(caseId.value()).forEach(day -> day.set("given_up", true));
    }

    /** A day that has been judged once is judged anew. */
    private static void takeUp(FoldedRows days, CaseId caseId, RecordedEvent recorded) {
        days.of(caseId.value()).forEach(day -> day.set("given_up", false).set("version", recorded.version()));
    }

    private static void cross(FoldedRows days, CaseEvent event, String what) {
        days.remove(event.caseId().value(), what);
    }
}
