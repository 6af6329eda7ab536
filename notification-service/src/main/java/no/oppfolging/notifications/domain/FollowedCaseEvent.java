package no.oppfolging.notifications.domain;

import java.util.Optional;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.ToldAt;

/** What has been heard of a case whose notices are kept here. Stored for ever: change only by adding. */
public sealed interface FollowedCaseEvent extends DomainEvent {
    CaseId caseId();

    @Override
    default CaseId stream() {
        return caseId();
    }

    @Override
    default Optional<CaseId> caseRef() {
        return Optional.of(caseId());
    }

    record CaseFollowed(CaseId caseId, EmploymentId employmentId, PersonId employee) implements FollowedCaseEvent {}

    /** @param toldAt where the news of it stands in case-service's log */
    record CaseJoined(CaseId caseId, CaseId survivor, ToldAt toldAt) implements FollowedCaseEvent {}

    /** The case stands by itself again. */
    record CaseResumed(CaseId caseId, ToldAt toldAt) implements FollowedCaseEvent {}
}
