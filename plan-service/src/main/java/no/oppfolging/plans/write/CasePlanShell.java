package no.oppfolging.plans.write;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import java.time.Clock;
import no.oppfolging.plans.domain.CasePlan;
import no.oppfolging.plans.domain.CasePlanCommand;
import no.oppfolging.plans.domain.CasePlanCommand.AbsorbCase;
import no.oppfolging.plans.domain.CasePlanCommand.EndCase;
import no.oppfolging.plans.domain.CasePlanCommand.FollowCase;
import no.oppfolging.plans.domain.CasePlanCommand.JoinCase;
import no.oppfolging.plans.domain.CasePlanCommand.LeaveCase;
import no.oppfolging.plans.domain.CasePlanCommand.MarkMeasureDone;
import no.oppfolging.plans.domain.CasePlanCommand.NoteDuty;
import no.oppfolging.plans.domain.CasePlanCommand.NoteMeasureOverdue;
import no.oppfolging.plans.domain.CasePlanCommand.NotePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanCommand.PresentPlan;
import no.oppfolging.plans.domain.CasePlanCommand.RefuseToSign;
import no.oppfolging.plans.domain.CasePlanCommand.ReleaseCase;
import no.oppfolging.plans.domain.CasePlanCommand.ResumeCase;
import no.oppfolging.plans.domain.CasePlanCommand.SignPlan;
import no.oppfolging.plans.domain.CasePlanCommand.StrikePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent;
import no.oppfolging.platform.eventlog.Decision;
import no.oppfolging.platform.kernel.CaseId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Lets Axon route commands to {@link CasePlan} and keep its events; the rules themselves are there. */
public class CasePlanShell {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable CaseId id;

    private CasePlan plan = CasePlan.unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(FollowCase command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AbsorbCase command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(JoinCase command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(LeaveCase command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ReleaseCase command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ResumeCase command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(EndCase command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NoteDuty command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(PresentPlan command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(SignPlan command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RefuseToSign command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(MarkMeasureDone command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NoteMeasureOverdue command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(NotePlanGivenToDoctor command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(StrikePlanGivenToDoctor command, Clock clock) {
        apply(command, clock);
    }

    @EventSourcingHandler
    void on(CasePlanEvent event) {
        id = event.caseId();
        plan = plan.evolve(event);
    }

    private void apply(CasePlanCommand command, Clock clock) {
        Decision.apply(() -> plan.decide(command, clock.instant()));
    }
}
