package no.oppfolging.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import no.oppfolging.platform.eventlog.LogTime;
import no.oppfolging.platform.time.Ids;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Tells the other services until when this one has told everything, also when there was nothing to tell. */
final class WatermarkTeller {
    private static final MessageType TYPE = new MessageType("watermark", "Watermark", 1);

    private final Participant participant;
    private final LogTime logTime;
    private final PublishedKeys published;
    private final Admin admin;
    private final Producer<String, byte[]> producer;
    private final Clock clock;
    private final Ids ids;
    private Optional<LogTime.Mark> unreached = Optional.empty();

    WatermarkTeller(
            Participant participant,
            LogTime logTime,
            PublishedKeys published,
            Admin admin,
            Producer<String, byte[]> producer,
            Clock clock,
            Ids ids) {
        this.participant = participant;
        this.logTime = logTime;
        this.published = published;
        this.admin = admin;
        this.producer = producer;
        this.clock = clock;
        this.ids = ids;
    }

    /** Tells a watermark, unless the publisher still has to reach it; where that cannot be asked, it is given up. */
    synchronized void tick() throws ExecutionException, InterruptedException {
        var mark = unreached.orElseGet(logTime::mark);
        unreached = Optional.empty();
        if (published.reached() < mark.position()) {
            unreached = Optional.of(mark);
        } else {
            tell(mark.until(), endOffsets());
        }
    }

    /** Whether one waits until the publisher has reached it. */
    synchronized boolean hasOneToTell() {
        return unreached.isPresent();
    }

    private void tell(Instant until, Map<Integer, Long> offsets) throws ExecutionException, InterruptedException {
        var message = Envelope.blank()
                .put("specversion", "1.0")
                .put("id", ids.next().toString())
                .put("source", participant.source())
                .put("type", TYPE.toString())
                .put("time", clock.instant().toString())
                .put("datacontenttype", "application/json");
        var data = message.putObject("data")
                .put("producer", participant.producer())
                .put("topic", participant.topic())
                .put("until", until.toString())
                .putObject("offsets");
        offsets.forEach((partition, offset) -> data.put(partition.toString(), offset));
        var told = new ProducerRecord<>(Watermarks.TOPIC, participant.producer(), Envelope.write(message));
        told.headers().add("content-type", Envelope.CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII));
        producer.send(told).get();
    }

    /** Asked after the publisher has been acknowledged, so that everything it told lies before them. */
    private Map<Integer, Long> endOffsets() throws ExecutionException, InterruptedException {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        IntStream.range(0, Topics.PARTITIONS)
                .forEach(partition ->
                        wanted.put(new TopicPartition(participant.topic(), partition), OffsetSpec.latest()));
        var offsets = new TreeMap<Integer, Long>();
        admin.listOffsets(wanted)
                .all()
                .get()
                .forEach((partition, found) -> offsets.put(partition.partition(), found.offset()));
        return offsets;
    }
}
