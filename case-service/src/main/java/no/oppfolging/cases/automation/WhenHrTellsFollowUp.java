package no.oppfolging.cases.automation;

import java.util.Set;
import no.oppfolging.cases.inbox.HrNews;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When HR's system tells of an employment or an absence, the follow-up of that employment hears it. */
public final class WhenHrTellsFollowUp implements MessageHandler {
    /** Lasting. */
    public static final String NAME = "cases.when-hr-tells-follow-up";

    private final Commands commands;

    public WhenHrTellsFollowUp(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(
                HrNews.EMPLOYMENT_STARTED,
                HrNews.EMPLOYMENT_CHANGED,
                HrNews.EMPLOYMENT_ENDED,
                HrNews.ABSENCE_REPORTED,
                HrNews.ABSENCE_WITHDRAWN);
    }

    @Override
    public Outcome handle(Message message) {
        var command = HrCommands.of(message);
        try {
            commands.send(command, message.origin(NAME, command.target()));
            return Outcome.done();
        } catch (Refusal refusal) {
            return HrCommands.refused(refusal);
        }
    }
}
