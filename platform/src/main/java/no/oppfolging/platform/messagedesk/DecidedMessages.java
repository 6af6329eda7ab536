package no.oppfolging.platform.messagedesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.messagedesk.domain.MessageDecided;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MessageSkipped;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MessageTriedAgain;
import no.oppfolging.platform.messagedesk.domain.MessageDecided.MissingMessageGivenUp;
import no.oppfolging.platform.messagedesk.domain.SkipReason;
import no.oppfolging.platform.messaging.Coordinates;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has been decided about messages that waited: what, why, by whom and when. */
final class DecidedMessages {
    private final JdbcClient jdbc;

    DecidedMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What may be decided. */
    enum Kind {
        TRIED_AGAIN,
        WENT_ON_WITHOUT_THE_MISSING,
        SKIPPED
    }

    /**
     * One decision, as a page shows it.
     *
     * @param actor who decided; empty when it was no person
     */
    record Decided(
            UUID message,
            OrganisationNumber organisation,
            Coordinates coordinates,
            String waitedFor,
            Kind decision,
            Optional<SkipReason> reason,
            Optional<UUID> actor,
            Role role,
            Instant decidedAt) {}

    /** Those of some organisations, the latest first. */
    List<Decided> list(Set<OrganisationNumber> organisations, int limit) {
        return jdbc.sql("""
                select *
                  from message_decisions
                 where organisation = any (:organisations)
                 order by position desc
                 limit :limit
                """)
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationNumber::value).toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> decided(row))
                .list();
    }

    Optional<Decided> latestOf(UUID message) {
        return jdbc.sql("select * from message_decisions where message = :message order by position desc limit 1")
                .param("message", message)
                .query((row, _) -> decided(row))
                .optional();
    }

    void add(RecordedEvent recorded, MessageDecided event) {
        var message = event.message();
        var actor = recorded.metadata().actor();
        jdbc.sql("""
                insert into message_decisions (position, message, organisation, topic, partition, message_offset,
                                               waited_for, decision, reason, actor, role, decided_at)
                values (:position, :message, :organisation, :topic, :partition, :offset,
                        :waitedFor, :decision, :reason, :actor, :role, :decidedAt)
                on conflict do nothing
                """)
                .param("position", recorded.position())
                .param("message", message.id().value())
                .param("organisation", recorded.organisation().value())
                .param("topic", message.topic())
                .param("partition", message.partition())
                .param("offset", message.offset())
                .param("waitedFor", message.waitsFor())
                .param("decision", kindOf(event).name())
                .param("reason", event instanceof MessageSkipped(var _, var reason) ? reason.name() : null)
                .param(
                        "actor",
                        actor instanceof Actor.Person person ? person.id().value() : null)
                .param("role", actor.role().name())
                .param("decidedAt", recorded.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Kind kindOf(MessageDecided event) {
        return switch (event) {
            case MessageTriedAgain _ -> Kind.TRIED_AGAIN;
            case MissingMessageGivenUp _ -> Kind.WENT_ON_WITHOUT_THE_MISSING;
            case MessageSkipped _ -> Kind.SKIPPED;
        };
    }

    private static Decided decided(ResultSet row) throws SQLException {
        return new Decided(
                row.getObject("message", UUID.class),
                new OrganisationNumber(row.getString("organisation")),
                new Coordinates(row.getString("topic"), row.getInt("partition"), row.getLong("message_offset")),
                row.getString("waited_for"),
                Kind.valueOf(row.getString("decision")),
                Optional.ofNullable(row.getString("reason")).map(SkipReason::valueOf),
                Optional.ofNullable(row.getObject("actor", UUID.class)),
                Role.valueOf(row.getString("role")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
