package no.oppfolging.notifications.write;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import java.time.Clock;
import no.oppfolging.notifications.domain.Notice;
import no.oppfolging.notifications.domain.NoticeCommand;
import no.oppfolging.notifications.domain.NoticeCommand.CancelNotice;
import no.oppfolging.notifications.domain.NoticeCommand.DeferNotice;
import no.oppfolging.notifications.domain.NoticeCommand.OrderNotice;
import no.oppfolging.notifications.domain.NoticeCommand.RecordFailure;
import no.oppfolging.notifications.domain.NoticeCommand.RecordSent;
import no.oppfolging.notifications.domain.NoticeCommand.RecordUnknownOutcome;
import no.oppfolging.notifications.domain.NoticeCommand.StartSending;
import no.oppfolging.notifications.domain.NoticeEvent;
import no.oppfolging.notifications.domain.NoticeId;
import no.oppfolging.platform.eventlog.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Lets Axon route commands to {@link Notice} and keep its events; the rules themselves are there. */
public class NoticeShell {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable NoticeId id;

    private Notice notice = Notice.unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(OrderNotice command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(StartSending command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RecordSent command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RecordFailure command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RecordUnknownOutcome command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DeferNotice command, Clock clock) {
        apply(command, clock);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(CancelNotice command, Clock clock) {
        apply(command, clock);
    }

    @EventSourcingHandler
    void on(NoticeEvent event) {
        id = event.noticeId();
        notice = notice.evolve(event);
    }

    private void apply(NoticeCommand command, Clock clock) {
        Decision.apply(() -> notice.decide(command, clock.instant()));
    }
}
