package no.oppfolging.cases.read.completeness;

import java.time.LocalDate;
import java.util.List;
import no.oppfolging.cases.domain.AbsenceKind;
import no.oppfolging.cases.domain.ClosingReason;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceCorrected;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceRegistered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceWithdrawn;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasePeriodChanged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.platform.eventlog.Projection;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import org.jspecify.annotations.Nullable;

/** Keeps the log's side of {@link Completeness}: what has been taken of each absence, and which days are a case's. */
public final class CompletenessView implements Projection {
    public static final String NAME = "completeness";

    private final ViewTables tables;

    public CompletenessView(ViewTables tables) {
        this.tables = tables;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        for (var recorded : batch) {
            switch (recorded.event()) {
                case AbsenceRegistered told -> tell(told, told.kind(), told.from(), told.to(), recorded);
                case AbsenceCorrected told -> tell(told, told.kind(), told.from(), told.to(), recorded);
                case AbsenceWithdrawn withdrawn -> withdraw(withdrawn);
                case CaseOpened opened -> during(opened, opened.start(), opened.end());
                case CasePeriodChanged changed -> during(changed, changed.start(), changed.end());
                case CaseClosed closed
                when closed.because() == ClosingReason.NOTHING_LEFT -> gone(closed.caseId(), true);
                case CasesMerged merged -> gone(merged.absorbed(), true);
                case CaseReopened reopened -> gone(reopened.caseId(), false);
                default -> {}
            }
        }
    }

    private void tell(
            AbsenceEvent event, AbsenceKind kind, LocalDate from, @Nullable LocalDate to, RecordedEvent recorded) {
        tables.sql("""
                insert into view.absences
                       (employment_id, absence_id, organisation, revision, withdrawn, sick, from_day, to_day)
                values (:employment, :absence, :organisation, :revision, false, :sick, :from, :to)
                on conflict (employment_id, absence_id) do update
                   set revision = excluded.revision, withdrawn = false, sick = excluded.sick,
                       from_day = excluded.from_day, to_day = excluded.to_day
                """)
                .param("employment", event.employmentId().value())
                .param("absence", event.absenceId())
                .param("organisation", recorded.organisation().value())
                .param("revision", event.revision())
                .param("sick", kind.isSickness())
                .param("from", from)
                .param("to", to)
                .update();
    }

    private void withdraw(AbsenceWithdrawn withdrawn) {
        tables.sql("""
                update view.absences set revision = :revision, withdrawn = true
                 where employment_id = :employment and absence_id = :absence
                """)
                .param("employment", withdrawn.employmentId().value())
                .param("absence", withdrawn.absenceId())
                .param("revision", withdrawn.revision())
                .update();
    }

    private void during(CaseEvent event, LocalDate start, @Nullable LocalDate end) {
        tables.sql("""
                insert into view.cases (case_id, employment_id, started_on, known_until)
                values (:case, :employment, :start, :end)
                on conflict (case_id) do update
                   set started_on = excluded.started_on, known_until = excluded.known_until, gone = false
                """)
                .param("case", event.caseId().value())
                .param("employment", event.employmentId().value())
                .param("start", start)
                .param("end", end)
                .update();
    }

    private void gone(CaseId caseId, boolean gone) {
        tables.sql("update view.cases set gone = :gone where case_id = :case")
                .param("gone", gone)
                .param("case", caseId.value())
                .update();
    }
}
