package no.oppfolging.plans.automation;

import java.util.List;
import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.EndCase;
import no.oppfolging.plans.inbox.CaseNews;
import no.oppfolging.plans.inbox.CaseNews.CaseClosed;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When a case is over, nobody is asked to write a plan for it any more. */
public final class WhenCaseClosedEndIt implements NewsAutomation {
    @Override
    public String name() {
        return "plans.when-case-closed-end-it";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASE_CLOSED);
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var closed = message.as(CaseClosed.class);
        return List.of(new EndCase(new CaseId(closed.caseId()), closed.endedOn()));
    }
}
