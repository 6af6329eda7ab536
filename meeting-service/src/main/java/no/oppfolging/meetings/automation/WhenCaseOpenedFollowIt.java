package no.oppfolging.meetings.automation;

import java.util.List;
import java.util.Set;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.FollowCase;
import no.oppfolging.meetings.inbox.CaseNews;
import no.oppfolging.meetings.inbox.CaseNews.CaseOpened;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When a case has been opened, its meetings can begin. */
public final class WhenCaseOpenedFollowIt implements NewsAutomation {
    @Override
    public String name() {
        return "meetings.when-case-opened-follow-it";
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
