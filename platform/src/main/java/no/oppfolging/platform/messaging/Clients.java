package no.oppfolging.platform.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Makes the clients of the broker, each under a name of its own, since services may share a JVM. */
final class Clients {
    private static final long PAUSE = 1_000;
    private static final long BETWEEN_COMMITS = 2_000;
    /** Shorter than the publisher may hold its place in the log without saying so. */
    private static final int ACKNOWLEDGED_WITHIN = 8_000;

    private final Participant participant;
    private final KafkaSettings settings;
    private final AtomicInteger made = new AtomicInteger();

    Clients(Participant participant, KafkaSettings settings) {
        this.participant = participant;
        this.settings = settings;
    }

    Admin admin() {
        var properties = named("admin");
        properties.put("default.api.timeout.ms", (int) settings.patience().toMillis());
        properties.put("request.timeout.ms", (int) settings.patience().toMillis() / 2);
        return Admin.create(properties);
    }

    /** Every record once and in order, acknowledged by all replicas. */
    Producer<String, byte[]> producer() {
        var properties = named("publisher");
        properties.put("acks", "all");
        properties.put("enable.idempotence", true);
        properties.put("delivery.timeout.ms", ACKNOWLEDGED_WITHIN);
        properties.put("request.timeout.ms", ACKNOWLEDGED_WITHIN / 2);
        properties.put("max.block.ms", ACKNOWLEDGED_WITHIN);
        properties.put("compression.type", "none");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    ConcurrentMessageListenerContainer<String, byte[]> readers(Set<String> topics, Inbox inbox) {
        var properties = named("inbox");
        properties.put("group.id", participant.group());
        properties.put("auto.offset.reset", "earliest");
        properties.put("enable.auto.commit", false);
        properties.put("max.poll.records", 500);
        properties.put("session.timeout.ms", 10_000);
        properties.put("heartbeat.interval.ms", 2_000);
        settings.lastingMember().ifPresent(member -> properties.put("group.instance.id", member));
        var reading = new ContainerProperties(topics.toArray(String[]::new));
        reading.setMessageListener(inbox);
        // Where to go on is kept in the service's own database; what the broker is told is for those who watch the lag.
        reading.setAckMode(ContainerProperties.AckMode.TIME);
        reading.setAckTime(BETWEEN_COMMITS);
        reading.setSyncCommits(false);
        var container = new ConcurrentMessageListenerContainer<String, byte[]>(
                new DefaultKafkaConsumerFactory<>(properties, new StringDeserializer(), new ByteArrayDeserializer()),
                reading);
        container.setConcurrency(settings.readers());
        container.setBeanName(participant.group() + "-inbox");
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(PAUSE, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    private Map<String, Object> named(String purpose) {
        var properties = new HashMap<>(settings.client());
        properties.put("client.id", participant.group() + "-" + purpose + "-" + made.incrementAndGet());
        return properties;
    }
}
