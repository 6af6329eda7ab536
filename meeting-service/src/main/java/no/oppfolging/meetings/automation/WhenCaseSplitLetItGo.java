package no.oppfolging.meetings.automation;

import java.util.List;
import java.util.Set;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.LeaveCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ReleaseCase;
import no.oppfolging.meetings.inbox.CaseNews;
import no.oppfolging.meetings.inbox.CaseNews.CaseSplit;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When a case turns out to be two, the later one stands by itself, and what belongs to its days passes on to it. */
public final class WhenCaseSplitLetItGo implements NewsAutomation {
    @Override
    public String name() {
        return "meetings.when-case-split-let-it-go";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASE_SPLIT);
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var split = message.as(CaseSplit.class);
        var kept = new CaseId(split.kept());
        var created = new CaseId(split.created());
        // First it is left, so that there is somebody to take over.
        return List.of(new LeaveCase(created, message.toldAt()), new ReleaseCase(kept, created, split.startedOn()));
    }
}
