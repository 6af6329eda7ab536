package no.oppfolging.cases.automation;

import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.Outcome;

/** Sends the command a message of HR's leads to; what is refused for now waits, what is refused for good is refused. */
final class Sending {
    private Sending() {}

    static Outcome of(Commands commands, DomainCommand command, Message message, MessageHandler handler) {
        try {
            commands.send(command, message.origin(handler.name(), command.target()));
            return Outcome.done();
        } catch (Refusal refusal) {
            return HrCommands.refused(refusal);
        }
    }
}
