package no.oppfolging.notifications.automation;

import java.util.Set;
import no.oppfolging.notifications.domain.FollowedCaseCommand.FollowCase;
import no.oppfolging.notifications.inbox.CaseNews;
import no.oppfolging.notifications.inbox.CaseNews.CaseOpened;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When a case has been opened, notices can be sent about it. */
public final class WhenCaseOpenedFollowIt implements MessageHandler {
    private final Commands commands;

    public WhenCaseOpenedFollowIt(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "notifications.when-case-opened-follow-it";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(CaseNews.CASE_OPENED);
    }

    @Override
    public Outcome handle(Message message) {
        var opened = message.as(CaseOpened.class);
        var follow = new FollowCase(
                new CaseId(opened.caseId()),
                new EmploymentId(opened.employmentId()),
                new PersonId(opened.employeeId()));
        try {
            commands.send(follow, message.origin(name(), follow.target()));
            return Outcome.done();
        } catch (Refusal refusal) {
            return Refused.outcome(refusal);
        }
    }
}
