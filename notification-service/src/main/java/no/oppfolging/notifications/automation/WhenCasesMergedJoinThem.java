package no.oppfolging.notifications.automation;

import java.util.List;
import java.util.Set;
import no.oppfolging.notifications.domain.FollowedCaseCommand.JoinCase;
import no.oppfolging.notifications.inbox.CaseNews;
import no.oppfolging.notifications.inbox.CaseNews.CasesMerged;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When cases have become one, the notices of each absorbed one are shown with the survivor's. */
public final class WhenCasesMergedJoinThem implements NewsAutomation {
    @Override
    public String name() {
        return "notifications.when-cases-merged-join-them";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASES_MERGED);
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var merged = message.as(CasesMerged.class);
        var survivor = new CaseId(merged.survivor());
        return merged.absorbed().stream()
                .<DomainCommand>map(absorbed -> new JoinCase(new CaseId(absorbed), survivor, message.toldAt()))
                .toList();
    }
}
