package no.oppfolging.cases.write;

import no.oppfolging.cases.domain.figures.QuarterPublication;
import no.oppfolging.cases.domain.figures.QuarterPublication.PublicationId;
import no.oppfolging.cases.domain.figures.QuarterPublication.PublishQuarter;
import no.oppfolging.cases.domain.figures.QuarterPublication.QuarterPublished;
import no.oppfolging.platform.eventlog.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Lets Axon route commands to {@link QuarterPublication}; the rules themselves are there. */
public class QuarterPublicationShell {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable PublicationId id;

    private QuarterPublication publication = new QuarterPublication.Untold();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishQuarter command) {
        Decision.apply(() -> publication.decide(command));
    }

    @EventSourcingHandler
    void on(QuarterPublished event) {
        id = event.publicationId();
        publication = new QuarterPublication.Told();
    }
}
