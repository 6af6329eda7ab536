package no.oppfolging.platform.messaging;

import java.util.UUID;
import no.oppfolging.platform.kernel.DerivedId;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a message lies at the broker. */
public record Coordinates(String topic, int partition, long offset) {
    private static final UUID NAMESPACE = UUID.fromString("6f707066-6f6c-5769-8e67-2d6b61666b61");

    static Coordinates of(ConsumerRecord<?, ?> record) {
        return new Coordinates(record.topic(), record.partition(), record.offset());
    }

    /** The same for the same message, whoever asks. */
    public UUID id() {
        return DerivedId.of(NAMESPACE, toString());
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
