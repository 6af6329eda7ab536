package no.oppfolging.notifications.inbox;

import java.util.List;
import java.util.UUID;
import no.oppfolging.platform.messaging.MessageType;

/** What notification-service understands of what case-service tells; only the fields it uses. */
public final class CaseNews {
    public static final MessageType CASE_OPENED = MessageType.of("no.oppfolging.case.CaseOpened.v1");
    public static final MessageType CASES_MERGED = MessageType.of("no.oppfolging.case.CasesMerged.v1");
    public static final MessageType CASE_SPLIT = MessageType.of("no.oppfolging.case.CaseSplit.v1");
    public static final MessageType CASE_REOPENED = MessageType.of("no.oppfolging.case.CaseReopened.v1");

    private CaseNews() {}

    /** A case has been opened for an employment. */
    public record CaseOpened(UUID caseId, UUID employmentId, UUID employeeId) {}

    /** Some cases have become part of the one that began first. */
    public record CasesMerged(UUID survivor, List<UUID> absorbed) {}

    /** A case goes on that was over, or was part of another. */
    public record CaseReopened(UUID caseId) {}

    /** A case has turned out to be two; the earlier part keeps its id. */
    public record CaseSplit(UUID kept, UUID created) {}
}
