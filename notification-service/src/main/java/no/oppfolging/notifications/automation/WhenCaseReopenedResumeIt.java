package no.oppfolging.notifications.automation;

import java.util.List;
import java.util.Set;
import no.oppfolging.notifications.domain.FollowedCaseCommand.ResumeCase;
import no.oppfolging.notifications.inbox.CaseNews;
import no.oppfolging.notifications.inbox.CaseNews.CaseReopened;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When a case that was part of another goes on by itself, its notices are its own again. */
public final class WhenCaseReopenedResumeIt implements NewsAutomation {
    @Override
    public String name() {
        return "notifications.when-case-reopened-resume-it";
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
