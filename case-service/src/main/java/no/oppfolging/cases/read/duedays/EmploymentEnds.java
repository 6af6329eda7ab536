package no.oppfolging.cases.read.duedays;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentEndNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentNoted;
import no.oppfolging.platform.eventlog.FoldedRows;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.EmploymentId;
import org.jspecify.annotations.Nullable;

/** Which cases are open, and the last day of the employment of each, whichever of the two was told first. */
record EmploymentEnds(FoldedRows employments, FoldedRows openCases) {
    /** As the batch leaves them. */
    static EmploymentEnds of(List<RecordedEvent> batch, ViewTables tables) {
        var concerned = batch.stream()
                .map(RecordedEvent::event)
                .flatMap(event -> employmentChangedBy(event).stream())
                .map(EmploymentId::value)
                .collect(Collectors.toSet());
        var ends = new EmploymentEnds(
                tables.rows("employments", concerned, "employment_id"),
                tables.rows("open_cases", concerned, "employment_id", "case_id"));
        batch.forEach(ends::fold);
        return ends;
    }

    private static Optional<EmploymentId> employmentChangedBy(DomainEvent event) {
        return switch (event) {
            case EmploymentEvent told -> Optional.of(told.employmentId());
            case CaseOpened opened -> Optional.of(opened.employmentId());
            case CaseReopened reopened -> Optional.of(reopened.employmentId());
            case CaseClosed closed -> Optional.of(closed.employmentId());
            case CasesMerged merged -> Optional.of(merged.employmentId());
            default -> Optional.empty();
        };
    }

    private void fold(RecordedEvent recorded) {
        switch (recorded.event()) {
            case EmploymentEndNoted ended -> {
                employments.at(ended.employmentId().value()).set("last_day", ended.lastDay());
                lasts(ended.employmentId(), ended.lastDay(), recorded);
            }
            case EmploymentNoted noted -> {
                employments.remove(noted.employmentId().value());
                lasts(noted.employmentId(), null, recorded);
            }
            case CaseOpened opened -> open(opened, recorded);
            case CaseReopened reopened -> open(reopened, recorded);
            case CaseClosed closed -> over(closed.employmentId(), closed.caseId());
            case CasesMerged merged -> over(merged.employmentId(), merged.absorbed());
            default -> {}
        }
    }

    private void lasts(EmploymentId employment, @Nullable Object lastDay, RecordedEvent recorded) {
        openCases
                .of(employment.value())
                .forEach(open -> open.set("last_day", lastDay).set("version", recorded.version()));
    }

    private void open(CaseEvent event, RecordedEvent recorded) {
        var employment = event.employmentId().value();
        openCases
                .at(employment, event.caseId().value())
                .set("organisation", recorded.organisation().value())
                .set("last_day", lastDayOf(event.employmentId()).orElse(null))
                .set("version", recorded.version());
    }

    private Optional<Object> lastDayOf(EmploymentId employment) {
        return employments.find(employment.value()).map(row -> row.get("last_day"));
    }

    private void over(EmploymentId employment, CaseId caseId) {
        openCases.remove(employment.value(), caseId.value());
    }

    void write() {
        employments.write();
        openCases.write();
    }
}
