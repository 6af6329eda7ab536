package no.oppfolging.cases.inbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.cases.inbox.HrNews.AbsenceReported;
import no.oppfolging.cases.inbox.HrNews.AbsenceWithdrawn;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes each absence that HR's system tells of as it comes through the door (mottatte fravær), before anything is made
 * of it; so that what became of it can be asked for, and what was lost be missed.
 */
public final class ArrivedAbsences implements MessageHandler {
    private final JdbcClient jdbc;
    private final Clock clock;

    public ArrivedAbsences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Told(
            UUID employmentId,
            UUID absenceId,
            long revision,
            boolean withdrawn,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {
        static Told of(Message message) {
            if (message.type().equals(HrNews.ABSENCE_WITHDRAWN)) {
                var it = message.as(AbsenceWithdrawn.class);
                return new Told(
                        it.employmentId(), it.absenceId(), it.revision(), true, Optional.empty(), Optional.empty());
            }
            var it = message.as(AbsenceReported.class);
            return new Told(it.employmentId(), it.absenceId(), it.revision(), false, Optional.of(it.from()), it.to());
        }
    }

    @Override
    public String name() {
        return "cases.arrived-absences";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(HrNews.ABSENCE_REPORTED, HrNews.ABSENCE_WITHDRAWN);
    }

    /** One that comes again lies at another place, where it may be decided about anew. */
    @Override
    public Outcome handle(Message message) {
        var told = Told.of(message);
        jdbc.sql("""
                insert into arrived_absences
                       (message_id, employment_id, absence_id, revision, organisation, withdrawn, from_day, to_day,
                        topic, partition, message_offset, arrived_at)
                values (:message, :employment, :absence, :revision, :organisation, :withdrawn, :from, :to,
                        :topic, :partition, :offset, :now)
                on conflict (message_id, employment_id, absence_id, revision) do update
                   set topic = excluded.topic, partition = excluded.partition,
                       message_offset = excluded.message_offset
                """)
                .param("message", message.id())
                .param("employment", told.employmentId())
                .param("absence", told.absenceId())
                .param("revision", told.revision())
                .param("organisation", message.organisation().value())
                .param("withdrawn", told.withdrawn())
                .param("from", told.from().orElse(null))
                .param("to", told.to().orElse(null))
                .param("topic", message.coordinates().topic())
                .param("partition", message.coordinates().partition())
                .param("offset", message.coordinates().offset())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return Outcome.done();
    }
}
