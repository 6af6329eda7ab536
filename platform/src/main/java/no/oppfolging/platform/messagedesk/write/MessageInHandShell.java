package no.oppfolging.platform.messagedesk.write;

import no.oppfolging.platform.eventlog.Decision;
import no.oppfolging.platform.messagedesk.domain.MessageDecided;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.GoOnWithoutTheMissing;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.SkipMessage;
import no.oppfolging.platform.messagedesk.domain.MessageDecision.TryMessageAgain;
import no.oppfolging.platform.messagedesk.domain.MessageInHand;
import no.oppfolging.platform.messagedesk.domain.MessageRef;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Lets Axon route decisions to {@link MessageInHand}; the rules themselves are there. */
public class MessageInHandShell {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable MessageRef id;

    private MessageInHand message = new MessageInHand.Waiting();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TryMessageAgain command) {
        Decision.apply(() -> message.decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SkipMessage command) {
        Decision.apply(() -> message.decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GoOnWithoutTheMissing command) {
        Decision.apply(() -> message.decide(command));
    }

    @EventSourcingHandler
    void on(MessageDecided event) {
        id = event.message().id();
        message = message.evolve(event);
    }
}
