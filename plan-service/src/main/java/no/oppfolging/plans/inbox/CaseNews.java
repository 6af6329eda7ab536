package no.oppfolging.plans.inbox;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.oppfolging.platform.messaging.MessageType;

/** What plan-service understands of what case-service tells; only the fields it uses. */
public final class CaseNews {
    public static final MessageType CASE_OPENED = MessageType.of("no.oppfolging.case.CaseOpened.v1");
    public static final MessageType CASES_MERGED = MessageType.of("no.oppfolging.case.CasesMerged.v1");
    public static final MessageType CASE_SPLIT = MessageType.of("no.oppfolging.case.CaseSplit.v1");
    public static final MessageType CASE_REOPENED = MessageType.of("no.oppfolging.case.CaseReopened.v1");
    public static final MessageType CASE_CLOSED = MessageType.of("no.oppfolging.case.CaseClosed.v1");
    public static final MessageType DEADLINE_SET = MessageType.of("no.oppfolging.case.DeadlineSet.v1");
    public static final MessageType DEADLINE_RECALCULATED =
            MessageType.of("no.oppfolging.case.DeadlineRecalculated.v1");
    public static final MessageType DEADLINE_REVIVED = MessageType.of("no.oppfolging.case.DeadlineRevived.v1");
    public static final MessageType DEADLINE_MET = MessageType.of("no.oppfolging.case.DeadlineMet.v1");
    public static final MessageType DEADLINE_FOUND_MET = MessageType.of("no.oppfolging.case.DeadlineFoundMet.v1");
    public static final MessageType DEADLINE_MISSED = MessageType.of("no.oppfolging.case.DeadlineMissed.v1");
    public static final MessageType DEADLINE_EXEMPTED = MessageType.of("no.oppfolging.case.DeadlineExempted.v1");
    public static final MessageType DEADLINE_LAPSED = MessageType.of("no.oppfolging.case.DeadlineLapsed.v1");
    public static final MessageType DEADLINE_NOT_REQUIRED = MessageType.of("no.oppfolging.case.DeadlineNotRequired.v1");

    private CaseNews() {}

    /** A case has been opened for an employment. */
    public record CaseOpened(UUID caseId, UUID employmentId, UUID employeeId) {}

    /** Some cases have become part of the one that began first. */
    public record CasesMerged(UUID survivor, List<UUID> absorbed) {}

    /** A case turned out to be two: {@code created} stands by itself. */
    public record CaseSplit(UUID kept, UUID created) {}

    /** A case goes on that was over, or was part of another. */
    public record CaseReopened(UUID caseId) {}

    /** A case is over. */
    public record CaseClosed(UUID caseId, LocalDate endedOn) {}

    /** A deadline of a stage has been set, moved or settled. */
    public record DeadlineNews(UUID caseId, String stage, LocalDate dueOn) {}
}
