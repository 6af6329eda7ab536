package no.oppfolging.plans.automation;

import java.util.List;
import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.FollowCase;
import no.oppfolging.plans.inbox.CaseNews;
import no.oppfolging.plans.inbox.CaseNews.CaseOpened;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When a case has been opened, a plan can be made for it. */
public final class WhenCaseOpenedFollowIt implements NewsAutomation {
    @Override
    public String name() {
        return "plans.when-case-opened-follow-it";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASE_OPENED);
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var opened = message.as(CaseOpened.class);
        return List.of(new FollowCase(
                new CaseId(opened.caseId()),
                new EmploymentId(opened.employmentId()),
                new PersonId(opened.employeeId())));
    }
}
