package no.oppfolging.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Until when the other producers' news has been heard and dealt with here: only then can it be said that something has
 * not happened.
 */
public final class Watermarks {
    static final String TOPIC = "oppfolging.watermark.v1";

    private static final Logger log = LoggerFactory.getLogger(Watermarks.class);

    /** As far as clocks that are kept in time may differ. */
    private static final Duration MOST_AHEAD = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Set<String> topics;
    private final Clock clock;

    /** @param topics those this service reads; it can say nothing of the others */
    Watermarks(JdbcClient jdbc, Set<String> topics, Clock clock) {
        this.jdbc = jdbc;
        this.topics = Set.copyOf(topics);
        this.clock = clock;
    }

    /** Everything the producer recorded before this instant has been dealt with; the epoch when nothing is known. */
    public Instant until(String producer) {
        return all().getOrDefault(producer, Instant.EPOCH);
    }

    /**
     * Which of the producers may still tell something about the key from before the instant: those whose watermark has
     * not passed it, and those with a message about the key that waits here.
     */
    public Set<String> awaited(Set<String> producers, Instant before, UUID key) {
        return awaited(producers, before, Set.of(key));
    }

    /** The same of several keys, as of cases that have become one. */
    public Set<String> awaited(Set<String> producers, Instant before, Set<UUID> keys) {
        var known = all();
        var waiting = Set.copyOf(jdbc.sql("select distinct topic from parked_messages where key = any (:keys)")
                .param("keys", keys.toArray(UUID[]::new))
                .query((row, _) -> row.getString(1))
                .list());
        var awaited = new TreeSet<String>();
        for (var producer : producers) {
            if (known.getOrDefault(producer, Instant.EPOCH).isBefore(before)
                    || waiting.contains(new Participant(producer).topic())) {
                awaited.add(producer);
            }
        }
        return awaited;
    }

    /** How long ago a producer was last known to have told everything. */
    Duration age(String producer) {
        return Duration.between(until(producer), clock.instant());
    }

    /**
     * Takes note of a watermark, which counts when everything before its offsets has been dealt with: mostly at once,
     * since mostly there was nothing to tell. Of a producer whose clock is ahead nothing is known: what it will record
     * once the clock is mended may be from before.
     */
    void hear(JsonNode data) {
        var topic = data.path("topic").asString();
        if (!topics.contains(topic)) {
            return;
        }
        var until = OffsetDateTime.parse(data.path("until").asString()).toInstant();
        if (until.isAfter(clock.instant().plus(MOST_AHEAD))) {
            log.warn("A watermark lies ahead of this clock and says nothing: topic={} until={}", topic, until);
            return;
        }
        var partitions = data.path("offsets").properties();
        jdbc.sql("""
                with told as (
                    select partition, next_offset
                      from unnest(cast(:partitions as int[]), cast(:offsets as bigint[])) as told (partition, next_offset)),
                ahead as (
                    select exists (
                        select from told
                          left join handled_offsets as handled
                            on handled.topic = :topic and handled.partition = told.partition
                         where told.next_offset > coalesce(handled.next_offset, 0)) as of_us),
                counts as (
                    insert into watermarks (producer, until)
                    select :producer, :until from ahead where not of_us
                    on conflict (producer) do update set until = greatest(watermarks.until, excluded.until))
                insert into coming_watermarks (producer, topic, until, partition, next_offset)
                select :producer, :topic, :until, partition, next_offset from told, ahead where of_us
                on conflict (producer, until, partition)
                do update set next_offset = greatest(coming_watermarks.next_offset, excluded.next_offset)
                """)
                .param("producer", data.path("producer").asString())
                .param("topic", topic)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param(
                        "partitions",
                        partitions.stream()
                                .map(entry -> Integer.valueOf(entry.getKey()))
                                .toArray(Integer[]::new))
                .param(
                        "offsets",
                        partitions.stream()
                                .map(entry -> entry.getValue().asLong())
                                .toArray(Long[]::new))
                .update();
    }

    /** Lets those count whose offsets have been reached meanwhile, and forgets what they have overtaken. */
    void advance() {
        jdbc.sql("""
                with reached as (
                    select coming.producer, coming.until
                      from coming_watermarks as coming
                      left join handled_offsets as handled using (topic, partition)
                     group by coming.producer, coming.until
                    having bool_and(coming.next_offset <= coalesce(handled.next_offset, 0))),
                known as (
                    insert into watermarks (producer, until)
                    select producer, max(until) from reached group by producer order by producer
                    on conflict (producer) do update set until = greatest(watermarks.until, excluded.until)
                    returning producer, until)
                delete from coming_watermarks as coming
                 using known
                 where known.producer = coming.producer and coming.until <= known.until
                """).update();
    }

    private Map<String, Instant> all() {
        record Known(String producer, OffsetDateTime until) {}
        return jdbc.sql("select producer, until from watermarks").query(Known.class).list().stream()
                .collect(
                        Collectors.toMap(Known::producer, known -> known.until().toInstant()));
    }
}
