package no.oppfolging.platform.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.oppfolging.platform.kernel.Hash;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.messaging.Doorkeeper.Admission.Admitted;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of messages that wait, in order for each key; their bytes are sealed. */
final class ParkedRows {
    private final JdbcClient jdbc;
    private final SealedBytes sealedBytes;

    ParkedRows(JdbcClient jdbc, SealedBytes sealedBytes) {
        this.jdbc = jdbc;
        this.sealedBytes = sealedBytes;
    }

    /** Tells whether it was not there before; what has been skipped does not come back. */
    boolean add(Admitted admitted, String reason, boolean failed, Instant now, Instant tryAfter) {
        var message = admitted.message();
        var coordinates = message.coordinates();
        return jdbc.sql("""
                insert into parked_messages (id, topic, partition, message_offset, organisation, key, message_type,
                                             message_id, position, previous, hash,
                                             reason, failed, tries, parked_at, try_after, sealed)
                select :id, :topic, :partition, :offset, :organisation, :key, :type,
                       :messageId, cast(:position as bigint), cast(:previous as bigint), :hash,
                       :reason, :failed, 1, :now, :tryAfter, :sealed
                 where not exists (select from message_decisions where message = :id and decision = 'SKIPPED')
                on conflict do nothing
                """)
                        .param("id", coordinates.id())
                        .param("topic", coordinates.topic())
                        .param("partition", coordinates.partition())
                        .param("offset", coordinates.offset())
                        .param("organisation", message.organisation().value())
                        .param("key", message.key())
                        .param("position", message.place().map(Place::position).orElse(null))
                        .param("previous", message.place().map(Place::previous).orElse(null))
                        .param("type", message.type().toString())
                        .param("messageId", message.id())
                        .param("hash", Hash.of(admitted.bytes()))
                        .param("reason", reason)
                        .param("failed", failed)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("tryAfter", tryAfter.atOffset(ZoneOffset.UTC))
                        .param("sealed", sealedBytes.seal(message.key(), coordinates, admitted.bytes()))
                        .update()
                == 1;
    }

    List<ParkedMessage> list(Set<OrganisationNumber> organisations, int limit) {
        return jdbc.sql("""
                select *, sealed is not null as readable
                  from parked_messages
                 where organisation = any (:organisations)
                 order by place
                 limit :limit
                """)
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationNumber::value).toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> parked(row))
                .list();
    }

    List<ParkedMessage> of(UUID key) {
        return jdbc.sql("""
                select *, sealed is not null as readable
                  from parked_messages
                 where key = :key
                 order by place
                """).param("key", key).query((row, _) -> parked(row)).list();
    }

    Optional<ParkedMessage> find(UUID id) {
        return jdbc.sql("select *, sealed is not null as readable from parked_messages where id = :id")
                .param("id", id)
                .query((row, _) -> parked(row))
                .optional();
    }

    /** Empty when they have been forgotten or erased. */
    Optional<byte[]> bytesOf(ParkedMessage parked) {
        return jdbc.sql("select sealed from parked_messages where id = :id and sealed is not null")
                .param("id", parked.id())
                .query(String.class)
                .optional()
                .flatMap(kept -> sealedBytes.open(parked.key(), parked.coordinates(), kept));
    }

    Set<UUID> among(Set<UUID> keys) {
        return Set.copyOf(jdbc.sql("select distinct key from parked_messages where key = any (:keys)")
                .param("keys", keys.toArray(UUID[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list());
    }

    boolean holds(UUID key, String topic) {
        return jdbc.sql("select exists (select from parked_messages where key = :key and topic = :topic)")
                .param("key", key)
                .param("topic", topic)
                .query(Boolean.class)
                .single();
    }

    /** Whether a message waits that its producer told of the same key before this one. */
    boolean holdsOneBefore(ParkedMessage parked) {
        return parked.place().isPresent()
                && jdbc.sql("""
                        select exists (select from parked_messages
                                        where key = :key and topic = :topic and position < :position)
                        """)
                        .param("key", parked.key())
                        .param("topic", parked.coordinates().topic())
                        .param("position", parked.place().get().position())
                        .query(Boolean.class)
                        .single();
    }

    /** The keys with a message whose next try has come; one behind a message that failed has none of its own. */
    List<UUID> due(Instant now) {
        return jdbc.sql("""
                select distinct key
                  from parked_messages as waiting
                 where try_after <= :now
                   and not exists (select from parked_messages as failing
                                    where failing.key = waiting.key and failing.topic = waiting.topic
                                      and failing.failed and failing.place < waiting.place)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    void putOff(UUID id, String reason, boolean failed, Instant tryAfter) {
        jdbc.sql("""
                update parked_messages
                   set reason = :reason, failed = :failed, tries = tries + 1, try_after = :tryAfter
                 where id = :id
                """)
                .param("id", id)
                .param("reason", reason)
                .param("failed", failed)
                .param("tryAfter", tryAfter.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from parked_messages where id = :id").param("id", id).update();
    }

    void forgetBytesBefore(Instant instant) {
        jdbc.sql("update parked_messages set sealed = null where parked_at < :instant and sealed is not null")
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<String, Long> countsByReason() {
        record Count(String reason, long messages) {}
        return jdbc
                .sql("select reason, count(*) as messages from parked_messages group by reason")
                .query(Count.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Count::reason, Count::messages));
    }

    private static ParkedMessage parked(ResultSet row) throws SQLException {
        return new ParkedMessage(
                row.getObject("id", UUID.class),
                new Coordinates(row.getString("topic"), row.getInt("partition"), row.getLong("message_offset")),
                new OrganisationNumber(row.getString("organisation")),
                row.getObject("key", UUID.class),
                MessageType.of(row.getString("message_type")),
                row.getObject("message_id", UUID.class),
                place(row),
                HexFormat.of().formatHex(row.getBytes("hash")),
                row.getString("reason"),
                row.getBoolean("failed"),
                row.getInt("tries"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                row.getObject("try_after", OffsetDateTime.class).toInstant(),
                row.getBoolean("readable"));
    }

    private static Optional<Place> place(ResultSet row) throws SQLException {
        var position = row.getObject("position", Long.class);
        var previous = row.getObject("previous", Long.class);
        return position == null || previous == null ? Optional.empty() : Optional.of(new Place(position, previous));
    }
}
