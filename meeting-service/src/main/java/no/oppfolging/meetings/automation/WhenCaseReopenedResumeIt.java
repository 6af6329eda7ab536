package no.oppfolging.meetings.automation;

import java.util.List;
import java.util.Set;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ResumeCase;
import no.oppfolging.meetings.inbox.CaseNews;
import no.oppfolging.meetings.inbox.CaseNews.CaseReopened;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When a case goes on after all, it stands by itself again with the meetings it has. */
public final class WhenCaseReopenedResumeIt implements NewsAutomation {
    @Override
    public String name() {
        return "meetings.when-case-reopened-resume-it";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASE_REOPENED);
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var reopened = message.as(CaseReopened.class);
        return List.of(new ResumeCase(new CaseId(reopened.caseId()), message.toldAt()));
    }
}
