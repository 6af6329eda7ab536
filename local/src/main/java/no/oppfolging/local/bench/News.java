package no.oppfolging.local.bench;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outbox;
import no.oppfolging.platform.messaging.Outcome;
import org.springframework.beans.factory.ObjectProvider;

/** Lets one service tell of its tallies in the words of a contract, and another begin a tally for each. */
final class News {
    private static final MessageType HELD = MessageType.of("no.oppfolging.meeting.MeetingHeld.v1");
    private static final LocalDate A_DAY = LocalDate.of(2026, 3, 10);

    private News() {}

    private record Held(UUID caseId, UUID meetingId, String kind, LocalDate heldOn) {}

    static Optional<Outbox.News> of(RecordedEvent recorded) {
        var tally = recorded.stream();
        return Optional.of(new Outbox.News(HELD, tally, new Held(tally, recorded.eventId(), "DM1", A_DAY)));
    }

    /** What the hearing service does: one command for each message, as the product's services do. */
    record Hearing(ObjectProvider<Commands> commands) implements MessageHandler {
        @Override
        public String name() {
            return "bench.tallies";
        }

        @Override
        public Set<MessageType> types() {
            return Set.of(HELD);
        }

        @Override
        public Outcome handle(Message message) {
            var begin = Tally.Begin.with(message.key());
            var _ = commands.getObject().send(begin, message.origin(name(), begin.target()));
            return Outcome.done();
        }
    }
}
