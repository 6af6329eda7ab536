package no.oppfolging.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.platform.kernel.Hash;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.messaging.Doorkeeper.Presumed;
import no.oppfolging.platform.messaging.Refusals.RefusedMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that broke a rule and had no effect, remembered so that nothing is lost (avviste meldinger). */
public final class RefusedMessages {
    static final String HR_TOPIC = "oppfolging.hr.v1";
    private static final Logger log = LoggerFactory.getLogger(RefusedMessages.class);

    private final JdbcClient jdbc;
    private final SealedBytes sealedBytes;
    private final Optional<Refusals> refusals;
    private final Clock clock;
    private final MeterRegistry meters;

    RefusedMessages(
            JdbcClient jdbc, SealedBytes sealedBytes, Optional<Refusals> refusals, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.sealedBytes = sealedBytes;
        this.refusals = refusals;
        this.clock = clock;
        this.meters = meters;
    }

    /** One of them, as a page shows it. */
    public record Refused(
            UUID id,
            Coordinates coordinates,
            Optional<UUID> messageId,
            String hash,
            BrokenRule rule,
            Instant refusedAt) {}

    /** Those of some organisations, and those of which could not be read whose they are; the latest first. */
    public List<Refused> list(Set<OrganisationNumber> organisations, int limit) {
        return jdbc.sql("""
                select id, topic, partition, message_offset, message_id, hash, pointer, rule, refused_at
                  from refused_messages
                 where organisation is null or organisation = any (:organisations)
                 order by refused_at desc, id
                 limit :limit
                """)
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationNumber::value).toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> new Refused(
                        row.getObject("id", UUID.class),
                        new Coordinates(row.getString("topic"), row.getInt("partition"), row.getLong("message_offset")),
                        Optional.ofNullable(row.getObject("message_id", UUID.class)),
                        HexFormat.of().formatHex(row.getBytes("hash")),
                        new BrokenRule(row.getString("pointer"), row.getString("rule")),
                        row.getObject("refused_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void remember(Coordinates coordinates, byte[] bytes, BrokenRule rule, Presumed presumed) {
        var isNew = jdbc.sql("""
                insert into refused_messages (id, topic, partition, message_offset, organisation, message_id, pointer, rule,
                                              hash, refused_at, sealed)
                values (:id, :topic, :partition, :offset, :organisation, :messageId, :pointer, :rule,
                        :hash, :now, :sealed)
                on conflict do nothing
                """)
                .param("id", coordinates.id())
                .param("topic", coordinates.topic())
                .param("partition", coordinates.partition())
                .param("offset", coordinates.offset())
                .param(
                        "organisation",
                        presumed.organisation().map(OrganisationNumber::value).orElse(null))
                .param("messageId", presumed.messageId().orElse(null))
                .param("pointer", rule.pointer())
                .param("rule", rule.rule())
                .param("hash", Hash.of(bytes))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("sealed", sealedBytes.seal(presumed.key().orElseGet(coordinates::id), coordinates, bytes))
                .update();
        if (isNew == 1) {
            log.warn(
                    "A message was refused: coordinates={} rule={} pointer={}",
                    coordinates,
                    rule.rule(),
                    rule.pointer());
            meters.counter("oppfolging.messages.refused", "reason", rule.rule()).increment();
        }
        if (coordinates.topic().equals(HR_TOPIC)) {
            refusals.ifPresent(hr -> tell(
                    hr,
                    new RefusedMessage(
                            coordinates,
                            presumed.messageId(),
                            presumed.key(),
                            presumed.organisation(),
                            presumed.correlation(),
                            rule)));
        }
    }

    private static void tell(Refusals refusals, RefusedMessage refused) {
        try {
            refusals.tell(refused);
        } catch (RuntimeException e) {
            if (Delivery.isPassing(e)) {
                throw e;
            }
            log.error("HR could not be told of a refused message: coordinates={}", refused.coordinates(), e);
        }
    }

    /** Forgets the bytes of messages refused before an instant; that they were refused stays. */
    void forgetBytesBefore(Instant instant) {
        jdbc.sql("update refused_messages set sealed = null where refused_at < :instant and sealed is not null")
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .update();
    }
}
