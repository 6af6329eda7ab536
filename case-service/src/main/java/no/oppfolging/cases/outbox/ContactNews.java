package no.oppfolging.cases.outbox;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.contact.CaseContactEvent;
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactFoundInTime;
import no.oppfolging.cases.domain.contact.CaseContactEvent.RequestAnswered;
import no.oppfolging.cases.domain.contact.CaseContactEvent.RequestMade;
import no.oppfolging.cases.domain.contact.CaseContactEvent.RequestWithdrawn;
import no.oppfolging.cases.domain.contact.CaseContactEvent.SilenceNoted;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outbox.News;

/** What of contact and requests the others are told, so that somebody can be reminded; never what for, or in words. */
final class ContactNews {
    private record Overdue(UUID caseId, LocalDate silentSince, LocalDate dueOn) {}

    private record Heard(UUID caseId, LocalDate silentSince, LocalDate heardOn) {}

    private record Made(UUID caseId, UUID requestId, LocalDate answerBy) {}

    private record Settled(UUID caseId, UUID requestId) {}

    private ContactNews() {}

    static Optional<News> of(CaseContactEvent event) {
        var id = event.caseId().value();
        return switch (event) {
            case SilenceNoted it ->
                told(
                        id,
                        "ContactOverdue",
                        new Overdue(id, it.since(), it.since().plusDays(it.everyDays())));
            case ContactFoundInTime it -> told(id, "ContactFoundInTime", new Heard(id, it.silentSince(), it.heardOn()));
            case RequestMade it -> told(id, "EmployeeRequestMade", new Made(id, it.requestId(), it.answerBy()));
            case RequestAnswered it -> told(id, "EmployeeRequestSettled", new Settled(id, it.requestId()));
            case RequestWithdrawn it -> told(id, "EmployeeRequestSettled", new Settled(id, it.requestId()));
            default -> Optional.empty();
        };
    }

    private static Optional<News> told(UUID key, String name, Record data) {
        return Optional.of(new News(new MessageType("case", name, 1), key, data));
    }
}
