package no.oppfolging.cases.write;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import java.time.Clock;
import no.oppfolging.cases.domain.contact.CaseContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand;
import no.oppfolging.cases.domain.contact.CaseContactCommand.AgreeToContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.AnswerRequest;
import no.oppfolging.cases.domain.contact.CaseContactCommand.DescribePossibleWork;
import no.oppfolging.cases.domain.contact.CaseContactCommand.HandOver;
import no.oppfolging.cases.domain.contact.CaseContactCommand.LogContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.MakeRequest;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteDoctorContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteMeeting;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteSilence;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteStruckMeeting;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ProposeContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ReadHandOver;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ShareNews;
import no.oppfolging.cases.domain.contact.CaseContactCommand.StateWorkAbility;
import no.oppfolging.cases.domain.contact.CaseContactCommand.StrikeContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.WithdrawRequest;
import no.oppfolging.cases.domain.contact.CaseContactEvent;
import no.oppfolging.platform.eventlog.Decision;
import no.oppfolging.platform.kernel.CaseId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Lets Axon route commands to {@link CaseContact} and keep its events; the rules themselves are there. */
public class CaseContactShell {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable CaseId id;

    private CaseContact contact = CaseContact.none();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ProposeContact command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AgreeToContact command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(LogContact command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(StrikeContact command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ShareNews command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NoteDoctorContact command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NoteSilence command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(StateWorkAbility command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DescribePossibleWork command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NoteStruckMeeting command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NoteMeeting command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(MakeRequest command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AnswerRequest command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(WithdrawRequest command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(HandOver command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ReadHandOver command, Clock clock) {
        apply(command, clock);
    }

    @EventSourcingHandler
    void on(CaseContactEvent event) {
        id = event.caseId();
        contact = contact.evolve(event);
    }

    private void apply(CaseContactCommand command, Clock clock) {
        Decision.apply(() -> contact.decide(command, clock.instant()));
    }
}
