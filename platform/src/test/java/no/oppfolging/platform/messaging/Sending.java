package no.oppfolging.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import no.oppfolging.platform.testing.ContractFiles;
import no.oppfolging.platform.testing.KafkaLogin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody outside who writes messages, made from the contracts' examples and from nothing else. */
final class Sending implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final ContractFiles contracts = new ContractFiles();

    Sending(KafkaLogin login) {
        producer = new KafkaProducer<>(
                new HashMap<>(login.clientProperties()), new StringSerializer(), new ByteArraySerializer());
    }

    /** The contract's example under a new id, about the key given. */
    ObjectNode example(String type, UUID key) {
        var message = (ObjectNode) contracts.exampleOf(MessageType.of(type));
        message.put("id", UUID.randomUUID().toString());
        message.put("subject", key.toString());
        var data = (ObjectNode) message.get("data");
        if (data.has("caseId")) {
            data.put("caseId", key.toString());
        }
        if (data.has("employmentId")) {
            data.put("employmentId", key.toString());
        }
        return message;
    }

    /** News of a case as its producer tells it, at a place in its log. */
    ObjectNode example(String type, UUID key, long position, long previous) {
        return example(type, key).put("position", Long.toString(position)).put("previous", Long.toString(previous));
    }

    Coordinates send(UUID key, ObjectNode message) {
        return send(topicOf(message), key.toString(), JsonMapper.shared().writeValueAsBytes(message), Map.of());
    }

    Coordinates send(String topic, String key, byte[] value, Map<String, @Nullable String> headers) {
        try {
            var record = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) ->
                    record.headers().add(name, text == null ? null : text.getBytes(StandardCharsets.UTF_8)));
            var sent = producer.send(record).get();
            return new Coordinates(sent.topic(), sent.partition(), sent.offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode with(ObjectNode message, Consumer<ObjectNode> change) {
        change.accept((ObjectNode) message.get("data"));
        return message;
    }

    private static String topicOf(ObjectNode message) {
        return MessageType.of(message.get("type").asString()).topic();
    }

    @Override
    public void close() {
        producer.close();
    }
}
