package no.oppfolging.platform.eventlog;

import java.util.Optional;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Refusal;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets an {@link Automation} react, and returns only when every command it led to has its durable answer. */
final class AutomationInvoker implements EventHandlerInvoker {
    private static final Logger log = LoggerFactory.getLogger(AutomationInvoker.class);

    private final ServiceName service;
    private final Automation automation;
    private final Commands commands;
    private final Failures failures;

    /** The fact it could not react to; a follower has one thread. */
    private volatile long standsAt;

    AutomationInvoker(ServiceName service, Automation automation, Commands commands, Failures failures) {
        this.service = service;
        this.automation = automation;
        this.commands = commands;
        this.failures = failures;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return segment.matches(Sequence.keyOf((RecordedEvent) message.getPayload()));
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        var fact = (RecordedEvent) message.getPayload();
        try {
            automation.react(fact).forEach(command -> send(command, fact));
        } catch (RuntimeException e) {
            standsAt = fact.position();
            failures.stands(automation.name(), e);
            throw e;
        }
        // Those before it in its append are done again at each try.
        if (fact.position() >= standsAt) {
            failures.forget(automation.name());
        }
    }

    private void send(DomainCommand command, RecordedEvent fact) {
        try {
            commands.send(command, originOf(command, fact));
        } catch (Refusal refusal) {
            log.info(
                    "An automation was refused: automation={} position={} rule={}",
                    automation.name(),
                    fact.position(),
                    refusal.rule());
        }
    }

    private CommandOrigin originOf(DomainCommand command, RecordedEvent fact) {
        var name = String.join(
                "/",
                automation.name(),
                command.getClass().getSimpleName(),
                command.target().value().toString());
        return new CommandOrigin(
                new CommandId(DerivedId.of(fact.eventId(), name)),
                fact.organisation(),
                new Actor.Automatic(service + "." + automation.name()),
                Optional.empty(),
                Optional.of(fact.eventId()),
                fact.metadata().correlation());
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}
