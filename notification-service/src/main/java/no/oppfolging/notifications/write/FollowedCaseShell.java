package no.oppfolging.notifications.write;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import no.oppfolging.notifications.domain.FollowedCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand.FollowCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand.JoinCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand.ResumeCase;
import no.oppfolging.notifications.domain.FollowedCaseEvent;
import no.oppfolging.platform.eventlog.Decision;
import no.oppfolging.platform.kernel.CaseId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Lets Axon route commands to {@link FollowedCase} and keep its events; the rules themselves are there. */
public class FollowedCaseShell {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable CaseId id;

    private FollowedCase followed = FollowedCase.unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(FollowCase command) {
        Decision.apply(() -> followed.decide(command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(JoinCase command) {
        Decision.apply(() -> followed.decide(command));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ResumeCase command) {
        Decision.apply(() -> followed.decide(command));
    }

    @EventSourcingHandler
    void on(FollowedCaseEvent event) {
        id = event.caseId();
        followed = followed.evolve(event);
    }
}
