package no.oppfolging.cases.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasePeriodChanged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineFoundMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineLapsed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMissed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineNotRequired;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRecalculated;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineSet;
import no.oppfolging.cases.domain.HrRejection.HrMessageRejected;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent;
import no.oppfolging.cases.domain.contact.CaseContactEvent;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outbox;

/** What case-service tells the others: cases and deadlines, by id and date; {@code contracts/case/} describes it. */
public final class CaseNews implements Outbox {
    private record Opened(UUID caseId, UUID employmentId, UUID employeeId, LocalDate startedOn) {}

    private record PeriodChanged(UUID caseId, LocalDate startedOn, Optional<LocalDate> knownUntil) {}

    private record Merged(UUID survivor, List<UUID> absorbed) {}

    private record Split(UUID kept, UUID created, LocalDate startedOn) {}

    private record Closed(UUID caseId, LocalDate endedOn) {}

    private record Reopened(UUID caseId) {}

    private record Due(
            UUID caseId, String stage, LocalDate dueOn, String ruleSet, String legalBasis, boolean receivedLate) {}

    private record Moved(
            UUID caseId,
            String stage,
            LocalDate dueOn,
            LocalDate previouslyDueOn,
            String ruleSet,
            String legalBasis,
            boolean receivedLate) {}

    private record Revived(UUID caseId, String stage, LocalDate dueOn, String ruleSet, String legalBasis) {}

    private record Met(UUID caseId, String stage, LocalDate dueOn, LocalDate factOn) {}

    private record FoundMet(UUID caseId, String stage, LocalDate dueOn, LocalDate factOn, Instant learnedAt) {}

    private record Missed(UUID caseId, String stage, LocalDate dueOn, boolean receivedLate) {}

    private record Exempted(UUID caseId, String stage, LocalDate dueOn, boolean exempted) {}

    private record Settled(UUID caseId, String stage, LocalDate dueOn) {}

    private record Rejected(Optional<UUID> messageId, int partition, long offset, String pointer, String rule) {}

    @Override
    public Optional<News> tell(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case HrMessageRejected rejected ->
                Optional.of(new News(
                        type("HrMessageRejected"),
                        rejected.key(),
                        new Rejected(
                                Optional.ofNullable(rejected.messageId()),
                                rejected.partition(),
                                rejected.offset(),
                                rejected.pointer(),
                                rejected.rule())));
            case CaseContactEvent event -> ContactNews.of(event);
            case AgreedFollowUpEvent event -> Optional.of(AgreedNews.of(event));
            case DeadlineEvent event -> Optional.of(news(event));
            case CaseEvent event -> news(event);
            default -> Optional.empty();
        };
    }

    private static Optional<News> news(CaseEvent event) {
        var caseId = event.caseId().value();
        return switch (event) {
            case CaseOpened opened ->
                told(
                        "CaseOpened",
                        opened.caseId(),
                        new Opened(
                                caseId,
                                opened.employmentId().value(),
                                opened.employee().value(),
                                opened.start()));
            case CasePeriodChanged changed ->
                told(
                        "CasePeriodChanged",
                        changed.caseId(),
                        new PeriodChanged(caseId, changed.start(), Optional.ofNullable(changed.end())));
            case CasesMerged merged ->
                told(
                        "CasesMerged",
                        merged.survivor(),
                        new Merged(caseId, List.of(merged.absorbed().value())));
            case CaseSplit split ->
                told(
                        "CaseSplit",
                        split.kept(),
                        new Split(caseId, split.created().value(), split.start()));
            case CaseClosed closed -> told("CaseClosed", closed.caseId(), new Closed(caseId, closed.lastDay()));
            case CaseReopened reopened -> told("CaseReopened", reopened.caseId(), new Reopened(caseId));
            default -> Optional.empty();
        };
    }

    private static News news(DeadlineEvent event) {
        var id = event.caseId().value();
        var stage = event.stage().name();
        var due = event.due();
        var data = switch (event) {
            case DeadlineSet it -> new Due(id, stage, due, it.ruleSet(), it.legalBasis(), it.receivedLate());
            case DeadlineRecalculated it ->
                new Moved(id, stage, due, it.previouslyDue(), it.ruleSet(), it.legalBasis(), it.receivedLate());
            case DeadlineRevived it -> new Revived(id, stage, due, it.ruleSet(), it.legalBasis());
            case DeadlineMet it -> new Met(id, stage, due, it.factOn());
            case DeadlineFoundMet it -> new FoundMet(id, stage, due, it.factOn(), it.learnedAt());
            case DeadlineMissed it -> new Missed(id, stage, due, it.receivedLate());
            // Why is the case's own: the codes say something of somebody's health.
            case DeadlineExempted _ -> new Exempted(id, stage, due, true);
            case DeadlineLapsed _, DeadlineNotRequired _ -> new Settled(id, stage, due);
        };
        return new News(type(nameOf(event)), id, data);
    }

    private static String nameOf(DeadlineEvent event) {
        return switch (event) {
            case DeadlineSet _ -> "DeadlineSet";
            case DeadlineRecalculated _ -> "DeadlineRecalculated";
            case DeadlineRevived _ -> "DeadlineRevived";
            case DeadlineMet _ -> "DeadlineMet";
            case DeadlineFoundMet _ -> "DeadlineFoundMet";
            case DeadlineMissed _ -> "DeadlineMissed";
            case DeadlineExempted _ -> "DeadlineExempted";
            case DeadlineLapsed _ -> "DeadlineLapsed";
            case DeadlineNotRequired _ -> "DeadlineNotRequired";
        };
    }

    private static Optional<News> told(String name, CaseId key, Record data) {
        return Optional.of(new News(type(name), key.value(), data));
    }

    private static MessageType type(String name) {
        return new MessageType("case", name, 1);
    }
}
