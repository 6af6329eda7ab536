package no.oppfolging.local.company;

import java.util.Collection;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import no.oppfolging.platform.testing.KafkaLogin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The company's HR system: it knows nothing of Oppfølging but a topic and its contract. */
public final class HrSystem implements AutoCloseable {
    private static final String TOPIC = "oppfolging.hr.v1";

    private final KafkaProducer<String, byte[]> producer;

    public HrSystem(KafkaLogin login) {
        producer = new KafkaProducer<>(
                new HashMap<>(login.clientProperties()), new StringSerializer(), new ByteArraySerializer());
    }

    /** Tells all of it, in order; returns when the broker has it. */
    public void tell(Collection<HrMessage> messages) {
        messages.stream()
                .map(message -> producer.send(new ProducerRecord<>(TOPIC, message.key(), message.bytes())))
                .toList()
                .forEach(HrSystem::await);
    }

    private static void await(Future<?> acknowledgement) {
        try {
            acknowledgement.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take what HR's system told", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while telling", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
