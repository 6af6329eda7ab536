package no.oppfolging.notifications.automation;

import java.util.Set;
import no.oppfolging.notifications.domain.FollowedCaseCommand.ResumeCase;
import no.oppfolging.notifications.inbox.CaseNews;
import no.oppfolging.notifications.inbox.CaseNews.CaseSplit;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When a case has turned out to be two, the notices of each are its own again. */
public final class WhenCaseSplitPartThem implements MessageHandler {
    private final Commands commands;

    public WhenCaseSplitPartThem(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "notifications.when-case-split-part-them";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASE_SPLIT);
    }

    @Override
    public Outcome handle(Message message) {
        var resume = new ResumeCase(new CaseId(message.as(CaseSplit.class).created()), message.toldAt());
        try {
            commands.send(resume, message.origin(name(), resume.target()));
            return Outcome.done();
        } catch (Refusal refusal) {
            return Refused.outcome(refusal);
        }
    }
}
