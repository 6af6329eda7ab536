package no.oppfolging.meetings.write;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import java.time.Clock;
import no.oppfolging.meetings.domain.CaseMeetings;
import no.oppfolging.meetings.domain.CaseMeetingsCommand;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.AbsorbCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.CancelMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EndCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EnterConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.FollowCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.JoinCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.LeaveCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.NoteDuty;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ReleaseCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ResumeCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.StrikeConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.TakeOverMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.WaiveNotice;
import no.oppfolging.meetings.domain.CaseMeetingsEvent;
import no.oppfolging.platform.eventlog.Decision;
import no.oppfolging.platform.kernel.CaseId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Lets Axon route commands to {@link CaseMeetings} and keep its events; the rules themselves are there. */
public class CaseMeetingsShell {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable CaseId id;

    private CaseMeetings meetings = CaseMeetings.unknown();

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
    void handle(TakeOverMeeting command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(SummonMeeting command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(MoveMeeting command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(WaiveNotice command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(CancelMeeting command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(HoldMeeting command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(EnterConversation command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(StrikeConversation command, Clock clock) {
        apply(command, clock);
    }

    @EventSourcingHandler
    void on(CaseMeetingsEvent event) {
        id = event.caseId();
        meetings = meetings.evolve(event);
    }

    private void apply(CaseMeetingsCommand command, Clock clock) {
        Decision.apply(() -> meetings.decide(command, clock.instant()));
    }
}
