package no.oppfolging.platform.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import no.oppfolging.platform.messaging.Coordinates;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The Kafka clients of those whom a test plays, one for each login for as long as the JVM lives: to sign in by SCRAM
 * costs a hundred times what is then said.
 */
final class PlayedClients {
    private static final Map<KafkaLogin, KafkaProducer<String, byte[]>> PRODUCERS = new ConcurrentHashMap<>();
    private static final Map<KafkaLogin, KafkaConsumer<String, byte[]>> CONSUMERS = new ConcurrentHashMap<>();
    private static final Map<KafkaLogin, Admin> ADMINS = new ConcurrentHashMap<>();

    private PlayedClients() {}

    static Admin admin(KafkaLogin login) {
        return ADMINS.computeIfAbsent(login, one -> Admin.create(one.clientProperties()));
    }

    /** Tells where it lies, or throws what the broker says; who was told no, signs in anew. */
    static Coordinates put(KafkaLogin login, String topic, String key, byte[] bytes) {
        var producer = PRODUCERS.computeIfAbsent(
                login,
                one -> new KafkaProducer<>(
                        new HashMap<>(one.clientProperties()), new StringSerializer(), new ByteArraySerializer()));
        try {
            var sent = producer.send(new ProducerRecord<>(topic, key, bytes)).get();
            return new Coordinates(sent.topic(), sent.partition(), sent.offset());
        } catch (ExecutionException e) {
            if (PRODUCERS.remove(login, producer)) {
                producer.close(Duration.ZERO);
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reads a whole topic, as far as it goes now. */
    static void readAll(KafkaLogin login, String topic, Consumer<ConsumerRecord<String, byte[]>> each) {
        var consumer = CONSUMERS.computeIfAbsent(
                login,
                one -> new KafkaConsumer<>(
                        new HashMap<>(one.clientProperties()), new StringDeserializer(), new ByteArrayDeserializer()));
        var read = new ArrayList<ConsumerRecord<String, byte[]>>();
        // A consumer is one thread's at a time.
        synchronized (consumer) {
            var partitions = partitionsOf(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(50)).forEach(read::add);
            }
        }
        read.forEach(each);
    }

    private static List<TopicPartition> partitionsOf(KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .toList();
    }
}
