package no.oppfolging.notifications.domain;

import java.util.Optional;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;

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

    record CaseJoined(CaseId caseId, CaseId survivor) implements FollowedCaseEvent {}

    /** The case stands by itself again. */
    record CaseResumed(CaseId caseId) implements FollowedCaseEvent {}
}
