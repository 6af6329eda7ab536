package no.oppfolging.notifications.automation;

import java.util.Set;
import no.oppfolging.notifications.domain.FollowedCaseCommand.ResumeCase;
import no.oppfolging.notifications.inbox.CaseNews;
import no.oppfolging.notifications.inbox.CaseNews.CaseReopened;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When a case that was part of another goes on by itself, its notices are its own again. */
public final class WhenCaseReopenedResumeIt implements MessageHandler {
    private final Commands commands;

    public WhenCaseReopenedResumeIt(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "notifications.when-case-reopened-resume-it";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASE_REOPENED);
    }

    @Override
    public Outcome handle(Message message) {
        var resume = new ResumeCase(new CaseId(message.as(CaseReopened.class).caseId()), message.toldAt());
        try {
            commands.send(resume, message.origin(name(), resume.target()));
            return Outcome.done();
        } catch (Refusal refusal) {
            return Refused.outcome(refusal);
        }
    }
}
