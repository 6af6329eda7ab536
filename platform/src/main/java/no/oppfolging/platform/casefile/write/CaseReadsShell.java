package no.oppfolging.platform.casefile.write;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import java.util.List;
import no.oppfolging.platform.casefile.CaseRead;
import no.oppfolging.platform.casefile.NoteCaseRead;
import no.oppfolging.platform.casefile.ReadsOfCase;
import no.oppfolging.platform.eventlog.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Lets Axon keep the reads of a case; there is no rule to ask, for what has been read has been read. */
public class CaseReadsShell {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable ReadsOfCase id;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NoteCaseRead command) {
        Decision.apply(() -> List.of(new CaseRead(command.caseId(), command.purpose())));
    }

    @EventSourcingHandler
    void on(CaseRead event) {
        id = event.stream();
    }
}
