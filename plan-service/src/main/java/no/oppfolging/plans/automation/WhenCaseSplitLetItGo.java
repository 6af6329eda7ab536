package no.oppfolging.plans.automation;

import java.util.List;
import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.LeaveCase;
import no.oppfolging.plans.domain.CasePlanCommand.ReleaseCase;
import no.oppfolging.plans.inbox.CaseNews;
import no.oppfolging.plans.inbox.CaseNews.CaseSplit;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When a case turns out to be two, the later one stands by itself with the plan it has. */
public final class WhenCaseSplitLetItGo implements NewsAutomation {
    @Override
    public String name() {
        return "plans.when-case-split-let-it-go";
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
        return List.of(new LeaveCase(created, message.toldAt()), new ReleaseCase(kept, created));
    }
}
