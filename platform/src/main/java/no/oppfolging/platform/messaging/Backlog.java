package no.oppfolging.platform.messaging;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** News that lies on the topics a service reads, or is parked there, and that it could deal with now. */
public final class Backlog {
    private final Set<String> topics;
    private final Admin admin;
    private final HandledOffsets handled;
    private final ParkedRows parked;
    private final Clock clock;

    Backlog(Set<String> topics, Admin admin, HandledOffsets handled, ParkedRows parked, Clock clock) {
        this.topics = Set.copyOf(topics);
        this.admin = admin;
        this.handled = handled;
        this.parked = parked;
        this.clock = clock;
    }

    /** How many messages have not been dealt with; watermarks, which never cease, are not counted. */
    public long unread() {
        var next = handled.all();
        return ends().entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - next.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** How many keys have parked messages whose next try is due. */
    public long dueForAnotherTry() {
        return parked.due(clock.instant()).size();
    }

    private Map<TopicPartition, Long> ends() {
        var wanted = topics.stream()
                .flatMap(topic -> IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        try {
            var ends = new HashMap<TopicPartition, Long>();
            admin.listOffsets(wanted).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not tell where its topics end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the broker", e);
        }
    }
}
