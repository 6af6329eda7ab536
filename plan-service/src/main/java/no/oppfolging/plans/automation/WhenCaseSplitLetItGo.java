package no.oppfolging.plans.automation;

import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.LeaveCase;
import no.oppfolging.plans.domain.CasePlanCommand.ReleaseCase;
import no.oppfolging.plans.inbox.CaseNews;
import no.oppfolging.plans.inbox.CaseNews.CaseSplit;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When a case turns out to be two, the later one stands by itself with the plan it has. */
public final class WhenCaseSplitLetItGo implements MessageHandler {
    private final Commands commands;

    public WhenCaseSplitLetItGo(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "plans.when-case-split-let-it-go";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASE_SPLIT);
    }

    @Override
    public Outcome handle(Message message) {
        var split = message.as(CaseSplit.class);
        var kept = new CaseId(split.kept());
        var created = new CaseId(split.created());
        try {
            commands.send(new LeaveCase(created, message.toldAt()), message.origin(name(), created));
            commands.send(new ReleaseCase(kept, created), message.origin(name(), kept));
            return Outcome.done();
        } catch (Refusal refusal) {
            return Refused.outcome(refusal);
        }
    }
}
