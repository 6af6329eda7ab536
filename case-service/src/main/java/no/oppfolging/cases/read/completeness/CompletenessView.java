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
import no.oppfolging.platform.eventlog.FoldedRows;
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
        var employments = RecordedEvent.idsIn(
                batch, AbsenceEvent.class, event -> event.employmentId().value());
        var absences = tables.rows("absences", employments, "employment_id", "absence_id");
        var changed = RecordedEvent.idsIn(
                batch, CaseEvent.class, event -> event.changed().value());
        var cases = tables.rows("cases", changed, "case_id");
        batch.forEach(recorded -> {
            if (recorded.event() instanceof AbsenceEvent event) {
                fold(event, recorded, absences);
            } else {
                fold(recorded, cases);
            }
        });
        absences.write();
        cases.write();
    }

    private static void fold(AbsenceEvent event, RecordedEvent recorded, FoldedRows absences) {
        switch (event) {
            case AbsenceRegistered told -> tell(told, told.kind(), told.from(), told.to(), recorded, absences);
            case AbsenceCorrected told -> tell(told, told.kind(), told.from(), told.to(), recorded, absences);
            case AbsenceWithdrawn withdrawn ->
                absences.find(withdrawn.employmentId().value(), withdrawn.absenceId())
                        .ifPresent(absence ->
                                absence.set("revision", withdrawn.revision()).set("withdrawn", true));
        }
    }

    private static void tell(
            AbsenceEvent event,
            AbsenceKind kind,
            LocalDate from,
            @Nullable LocalDate to,
            RecordedEvent recorded,
            FoldedRows absences) {
        absences.at(event.employmentId().value(), event.absenceId())
                .set("organisation", recorded.organisation().value())
                .set("revision", event.revision())
                .set("withdrawn", false)
                .set("sick", kind.isSickness())
                .set("from_day", from)
                .set("to_day", to);
    }

    private static void fold(RecordedEvent recorded, FoldedRows cases) {
        switch (recorded.event()) {
            case CaseOpened opened -> during(opened, opened.start(), opened.end(), cases);
            case CasePeriodChanged changed -> during(changed, changed.start(), changed.end(), cases);
            case CaseClosed closed
            when closed.because() == ClosingReason.NOTHING_LEFT -> gone(closed.caseId(), true, cases);
            case CasesMerged merged -> gone(merged.absorbed(), true, cases);
            case CaseReopened reopened -> gone(reopened.caseId(), false, cases);
            default -> {}
        }
    }

    private static void during(CaseEvent event, LocalDate start, @Nullable LocalDate end, FoldedRows cases) {
        cases.at(event.caseId().value())
                .set("employment_id", event.employmentId().value())
                .set("started_on", start)
                .set("known_until", end)
                .set("gone", false);
    }

    private static void gone(CaseId caseId, boolean gone, FoldedRows cases) {
        cases.find(caseId.value()).ifPresent(row -> row.set("gone", gone));
    }
}
