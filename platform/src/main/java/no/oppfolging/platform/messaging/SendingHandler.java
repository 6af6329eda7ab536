package no.oppfolging.platform.messaging;

import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Refusal;

/**
 * Sends the commands a {@link NewsAutomation} makes of a message, and returns when each has its durable answer. At the
 * first that is refused it stops: for now the message waits, for good it is refused too.
 */
public record SendingHandler(NewsAutomation automation, Commands commands) implements MessageHandler {
    @Override
    public String name() {
        return automation.name();
    }

    @Override
    public Set<MessageType> types() {
        return automation.types();
    }

    @Override
    public Outcome handle(Message message) {
        try {
            var sent = new HashMap<UUID, Integer>();
            for (var command : automation.react(message)) {
                var turn = sent.merge(command.target().value(), 1, Integer::sum);
                commands.send(command, originOf(command, turn, message));
            }
            return Outcome.done();
        } catch (Refusal refusal) {
            return refusal.isForNow() ? Outcome.waits(refusal.rule()) : Outcome.refused("/data", refusal.rule());
        }
    }

    /** @param turn which one to its target: further ones have ids of their own */
    private CommandOrigin originOf(DomainCommand command, int turn, Message message) {
        var target = command.target();
        return turn == 1
                ? message.origin(name(), target)
                : message.origin(name() + "/" + turn, target).by(new Actor.Automatic(name()));
    }
}
