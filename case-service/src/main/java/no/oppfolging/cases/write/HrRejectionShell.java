package no.oppfolging.cases.write;

import no.oppfolging.cases.domain.HrRejection;
import no.oppfolging.cases.domain.HrRejection.HrMessageRejected;
import no.oppfolging.cases.domain.HrRejection.RejectHrMessage;
import no.oppfolging.cases.domain.HrRejection.RejectionId;
import no.oppfolging.platform.eventlog.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Lets Axon route commands to {@link HrRejection}; the rules themselves are there. */
public class HrRejectionShell {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable RejectionId id;

    private HrRejection rejection = new HrRejection.Unsaid();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RejectHrMessage command) {
        Decision.apply(() -> rejection.decide(command));
    }

    @EventSourcingHandler
    void on(HrMessageRejected event) {
        id = event.rejectionId();
        rejection = new HrRejection.Said();
    }
}
