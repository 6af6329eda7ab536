package no.oppfolging.plans.automation;

import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.EndCase;
import no.oppfolging.plans.inbox.CaseNews;
import no.oppfolging.plans.inbox.CaseNews.CaseClosed;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When a case is over, nobody is asked to write a plan for it any more. */
public final class WhenCaseClosedEndIt implements MessageHandler {
    private final Commands commands;

    public WhenCaseClosedEndIt(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "plans.when-case-closed-end-it";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASE_CLOSED);
    }

    @Override
    public Outcome handle(Message message) {
        var closed = message.as(CaseClosed.class);
        var end = new EndCase(new CaseId(closed.caseId()), closed.endedOn());
        try {
            commands.send(end, message.origin(name(), end.target()));
            return Outcome.done();
        } catch (Refusal refusal) {
            return Refused.outcome(refusal);
        }
    }
}
