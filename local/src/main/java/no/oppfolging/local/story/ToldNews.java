package no.oppfolging.local.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.oppfolging.platform.eventlog.EventJson;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.messaging.Outbox;
import no.oppfolging.platform.messaging.Outbox.News;
import no.oppfolging.platform.testing.KafkaLogin;
import no.oppfolging.platform.testing.ServiceName;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies on a service's topic, held against what its log would tell. */
final class ToldNews {
    private static final int PARTITIONS = 12;
    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final JsonMapper JSON = EventJson.mapper();

    private final ServiceName service;
    private final KafkaLogin admin;

    ToldNews(ServiceName service, KafkaLogin admin) {
        this.service = service;
        this.admin = admin;
    }

    /** A message that can be dropped: nothing lies before it in its partition. */
    record First(ServiceName service, TopicPartition partition, long offset, String what) {}

    /** What the topic lacks, has too much of, or says otherwise than the log. */
    List<String> differences(EventLog log, Optional<Outbox> outbox) {
        var differences = new ArrayList<String>();
        var onTopic = new LinkedHashMap<UUID, JsonNode>();
        messages().forEach(record -> {
            var message = JSON.readTree(record.value());
            onTopic.putIfAbsent(UUID.fromString(message.path("id").asString()), message);
        });
        var previous = new HashMap<UUID, Long>();
        for (var event : events(log)) {
            outbox.flatMap(it -> it.tell(event)).ifPresent(news -> {
                var before = previous.getOrDefault(news.key(), 0L);
                previous.put(news.key(), event.position());
                compare(event, news, before, Optional.ofNullable(onTopic.remove(event.eventId())))
                        .ifPresent(differences::add);
            });
        }
        onTopic.forEach((id, message) ->
                differences.add(service.topic() + ": message " + id + " tells of no event in the log"));
        return differences;
    }

    private Optional<String> compare(RecordedEvent event, News news, long previous, Optional<JsonNode> told) {
        var what = "%s: the message of event %d, %s, about %s"
                .formatted(service.topic(), event.position(), event.name(), news.key());
        if (told.isEmpty()) {
            return Optional.of(what + " is missing");
        }
        var expected = JSON.createObjectNode()
                .put("type", news.type().toString())
                .put("subject", news.key().toString())
                .put("organisation", event.organisation().value())
                .put("position", Long.toString(event.position()))
                .put("previous", Long.toString(previous))
                .put("time", event.recordedAt().toString());
        for (var field : expected.properties()) {
            if (!field.getValue().equals(told.get().path(field.getKey()))) {
                return Optional.of(what + " says " + field.getKey() + " "
                        + told.get().path(field.getKey()) + ", not " + field.getValue());
            }
        }
        var data = JSON.readTree(JSON.writeValueAsString(news.data()));
        return data.equals(told.get().path("data")) ? Optional.empty() : Optional.of(what + " says something else");
    }

    private static List<RecordedEvent> events(EventLog log) {
        var events = new ArrayList<RecordedEvent>();
        for (var page = log.after(0, PAGE); !page.isEmpty(); ) {
            events.addAll(page);
            page = log.after(page.getLast().position(), PAGE);
        }
        return events;
    }

    /** The traces of what is told under a key, by the messages' types. */
    Map<String, List<String>> traces(UUID key) {
        return messages().stream()
                .filter(record -> key.toString().equals(record.key()))
                .map(record -> JSON.readTree(record.value()))
                .collect(Collectors.groupingBy(
                        message -> message.path("type").asString(),
                        Collectors.mapping(
                                message -> message.path("traceparent").asString(), Collectors.toList())));
    }

    /** Those that can be dropped, the oldest first. */
    List<First> firsts() {
        var firsts = new HashMap<TopicPartition, ConsumerRecord<String, byte[]>>();
        messages()
                .forEach(record -> firsts.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record));
        return firsts.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().timestamp()))
                .map(entry -> new First(
                        service,
                        entry.getKey(),
                        entry.getValue().offset(),
                        JSON.readTree(entry.getValue().value()).path("type").asString()))
                .toList();
    }

    void drop(First first) {
        try (var client = Admin.create(admin.clientProperties())) {
            client.deleteRecords(Map.of(first.partition(), RecordsToDelete.beforeOffset(first.offset() + 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not drop the message", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while dropping a message", e);
        }
    }

    private List<ConsumerRecord<String, byte[]>> messages() {
        var all = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                new HashMap<>(admin.clientProperties()), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(service.topic(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(PATIENCE).forEach(all::add);
            }
        }
        return all;
    }
}
