package no.oppfolging.cases.outbox;

import java.time.LocalDate;
import java.util.UUID;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpClosed;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpOpened;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpReopened;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outbox.News;

/** What the others are told of a case that two agree on: the same as of any case, and not why. */
final class AgreedNews {
    private record Opened(UUID caseId, UUID employmentId, UUID employeeId, LocalDate startedOn) {}

    private record Closed(UUID caseId, LocalDate endedOn) {}

    private record Reopened(UUID caseId) {}

    private AgreedNews() {}

    static News of(AgreedFollowUpEvent event) {
        var id = event.caseId().value();
        return switch (event) {
            case FollowUpOpened it ->
                told(
                        id,
                        "CaseOpened",
                        new Opened(id, it.employmentId().value(), it.employee().value(), it.on()));
            case FollowUpClosed it -> told(id, "CaseClosed", new Closed(id, it.on()));
            case FollowUpReopened _ -> told(id, "CaseReopened", new Reopened(id));
        };
    }

    private static News told(UUID key, String name, Record data) {
        return new News(new MessageType("case", name, 1), key, data);
    }
}
