package no.oppfolging.cases.write;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import java.time.Clock;
import no.oppfolging.cases.domain.EmploymentFollowUp;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AnswerDispute;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AskForDialogueMeeting;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.DisputeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExplainLateness;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.JudgeDeadlines;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteDialogueMeetingHeld;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmployment;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmploymentEnd;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteGivenPlanStruck;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanAgreed;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanGiven;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanPresented;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ReviewExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RevokeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.WithdrawAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.platform.eventlog.Decision;
import no.oppfolging.platform.kernel.EmploymentId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Lets Axon route commands to {@link EmploymentFollowUp} and keep its events; the rules themselves are there. */
public class EmploymentFollowUpShell {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable EmploymentId id;

    private @Nullable EmploymentFollowUp followUp;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NoteEmployment command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NoteEmploymentEnd command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RegisterAbsence command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(WithdrawAbsence command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NoteDialogueMeetingHeld command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NotePlanAgreed command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NotePlanGiven command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NoteGivenPlanStruck command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AskForDialogueMeeting command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NotePlanPresented command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ExemptDuty command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ReviewExemption command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RevokeExemption command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DisputeExemption command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AnswerDispute command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ExplainLateness command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(JudgeDeadlines command, Clock clock, RuleSets law) {
        apply(command, clock, law);
    }

    @EventSourcingHandler
    void on(EmploymentFollowUpEvent event, RuleSets law) {
        id = event.employmentId();
        followUp = by(law).evolve(event);
    }

    private void apply(EmploymentFollowUpCommand command, Clock clock, RuleSets law) {
        Decision.apply(() -> by(law).decide(command, clock.instant()));
    }

    private EmploymentFollowUp by(RuleSets law) {
        return followUp == null ? EmploymentFollowUp.unknown(law) : followUp;
    }
}
