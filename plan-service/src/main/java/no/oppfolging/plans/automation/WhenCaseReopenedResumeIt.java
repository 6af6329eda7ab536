package no.oppfolging.plans.automation;

import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.ResumeCase;
import no.oppfolging.plans.inbox.CaseNews;
import no.oppfolging.plans.inbox.CaseNews.CaseReopened;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When a case goes on after all, it stands by itself again with the plan it has. */
public final class WhenCaseReopenedResumeIt implements MessageHandler {
    private final Commands commands;

    public WhenCaseReopenedResumeIt(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "plans.when-case-reopened-resume-it";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASE_REOPENED);
    }

    @Override
    public Outcome handle(Message message) {
        var caseId = new CaseId(message.as(CaseReopened.class).caseId());
        try {
            commands.send(new ResumeCase(caseId, message.toldAt()), message.origin(name(), caseId));
            return Outcome.done();
        } catch (Refusal refusal) {
            return Refused.outcome(refusal);
        }
    }
}
