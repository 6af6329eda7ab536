package no.oppfolging.notifications.domain;

import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.ToldAt;

/** What follows from news of a case whose notices are kept here. */
public sealed interface FollowedCaseCommand extends DomainCommand {
    CaseId caseId();

    @Override
    default CaseId target() {
        return caseId();
    }

    /** A case has been opened: its notices are about this employment and this employee. */
    record FollowCase(CaseId caseId, EmploymentId employmentId, PersonId employee) implements FollowedCaseCommand {}

    /** This case has become part of another; its id goes on answering for the notices it has. */
    record JoinCase(CaseId caseId, CaseId survivor, ToldAt toldAt) implements FollowedCaseCommand {}

    /** This case was part of another by mistake, and stands by itself again. */
    record ResumeCase(CaseId caseId, ToldAt toldAt) implements FollowedCaseCommand {}
}
