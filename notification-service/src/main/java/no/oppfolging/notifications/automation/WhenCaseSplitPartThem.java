package no.oppfolging.notifications.automation;

import java.util.List;
import java.util.Set;
import no.oppfolging.notifications.domain.FollowedCaseCommand.ResumeCase;
import no.oppfolging.notifications.inbox.CaseNews;
import no.oppfolging.notifications.inbox.CaseNews.CaseSplit;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When a case has turned out to be two, the notices of each are its own again. */
public final class WhenCaseSplitPartThem implements NewsAutomation {
    @Override
    public String name() {
        return "notifications.when-case-split-part-them";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASE_SPLIT);
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var split = message.as(CaseSplit.class);
        return List.of(new ResumeCase(new CaseId(split.created()), message.toldAt()));
    }
}
