package no.oppfolging.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import no.oppfolging.platform.testing.KafkaLogin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody outside who reads a topic from its beginning to where it ends now. */
final class Hearing implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;

    Hearing(KafkaLogin login) {
        consumer = new KafkaConsumer<>(
                new HashMap<>(login.clientProperties()), new StringDeserializer(), new ByteArrayDeserializer());
    }

    List<JsonNode> everything(String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(found -> new TopicPartition(topic, found.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var messages = new ArrayList<JsonNode>();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(Duration.ofMillis(50))
                    .forEach(record -> messages.add(JsonMapper.shared().readTree(record.value())));
        }
        return messages;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
