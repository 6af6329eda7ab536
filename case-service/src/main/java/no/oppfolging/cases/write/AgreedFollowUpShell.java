package no.oppfolging.cases.write;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import java.time.Clock;
import no.oppfolging.cases.domain.agreed.AgreedFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.CloseFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.OpenFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.ReopenFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpId;
import no.oppfolging.platform.eventlog.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Lets Axon route commands to {@link AgreedFollowUp} and keep its events; the rules themselves are there. */
public class AgreedFollowUpShell {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable AgreedFollowUpId id;

    private AgreedFollowUp followUp = AgreedFollowUp.none();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(OpenFollowUp command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(CloseFollowUp command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ReopenFollowUp command, Clock clock) {
        apply(command, clock);
    }

    @EventSourcingHandler
    void on(AgreedFollowUpEvent event) {
        id = event.stream();
        followUp = followUp.evolve(event);
    }

    private void apply(AgreedFollowUpCommand command, Clock clock) {
        Decision.apply(() -> followUp.decide(command, clock.instant()));
    }
}
