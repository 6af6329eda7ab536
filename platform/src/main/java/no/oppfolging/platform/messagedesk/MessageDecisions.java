package no.oppfolging.platform.messagedesk;

import java.util.UUID;
import java.util.function.Function;
import no.oppfolging.platform.eventlog.Answer;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.messagedesk.domain.MessageDecision;
import no.oppfolging.platform.messagedesk.domain.MessageRef;
import no.oppfolging.platform.messagedesk.domain.WaitingMessage;
import no.oppfolging.platform.messaging.Coordinates;
import no.oppfolging.platform.messaging.ParkedMessages;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Visit;

/** Decides, for a visitor, about a message that waits or waited. */
final class MessageDecisions {
    private final Commands commands;
    private final ParkedMessages parked;
    private final DecidedMessages decided;

    MessageDecisions(Commands commands, ParkedMessages parked, DecidedMessages decided) {
        this.commands = commands;
        this.parked = parked;
        this.decided = decided;
    }

    Answer decide(UUID message, Visit visit, Function<WaitingMessage, MessageDecision> decision) {
        var command = decision.apply(message(message));
        return commands.send(command, visit.toDo(command));
    }

    /** One that is gone is still known by what was decided, so that asking twice gets the first answer. */
    private WaitingMessage message(UUID id) {
        return parked.find(id)
                .map(message -> waiting(id, message.coordinates(), message.reason()))
                .or(() -> decided.latestOf(id).map(before -> waiting(id, before.coordinates(), before.waitedFor())))
                .orElseThrow(NotKnown::new);
    }

    private static WaitingMessage waiting(UUID id, Coordinates at, String waitsFor) {
        return new WaitingMessage(new MessageRef(id), at.topic(), at.partition(), at.offset(), waitsFor);
    }
}
