package no.oppfolging.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import no.oppfolging.platform.eventlog.EventJson;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.Subscriber;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.messaging.Outbox.News;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Tells a service's news: the log is the outbox. Its place moves when the broker has acknowledged a batch, so that
 * after an accident some of it is told again, under the same ids and positions.
 */
public final class Publisher implements Subscriber {
    private final Participant participant;
    private final Outbox outbox;
    private final Producer<String, byte[]> producer;
    private final PublishedKeys published;
    private final Contracts contracts;
    private final JsonMapper json = EventJson.mapper()
            .rebuild()
            .addModule(new SimpleModule("nothing personal").addSerializer(PersonalText.class, new NothingPersonal()))
            .build();

    Publisher(
            Participant participant,
            Outbox outbox,
            Producer<String, byte[]> producer,
            PublishedKeys published,
            Contracts contracts) {
        this.participant = participant;
        this.outbox = outbox;
        this.producer = producer;
        this.published = published;
        this.contracts = contracts;
    }

    /** News that does not fit its own contract, or was not acknowledged; nothing after it is told. */
    static final class NotTold extends RuntimeException {
        NotTold(String message) {
            super(message);
        }

        NotTold(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private record Telling(RecordedEvent event, News news) {}

    @Override
    public String name() {
        return "publisher";
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        var tellings = new ArrayList<Telling>();
        for (var event : batch) {
            outbox.tell(event).ifPresent(news -> tellings.add(new Telling(event, news)));
        }
        if (!tellings.isEmpty()) {
            published.set(tell(tellings));
        }
        published.reached(batch.getLast().position());
    }

    /**
     * Makes ready to tell everything again from the log's beginning; the caller moves this subscriber's place there.
     */
    public void startOver() {
        published.forget();
    }

    private Map<UUID, Long> tell(List<Telling> tellings) {
        var keys = new HashSet<UUID>();
        tellings.forEach(telling -> keys.add(telling.news().key()));
        var previous = new HashMap<>(published.of(keys));
        var told = new LinkedHashMap<UUID, Long>();
        var acknowledgements = new ArrayList<Future<RecordMetadata>>();
        for (var telling : tellings) {
            var key = telling.news().key();
            acknowledgements.add(producer.send(record(telling, previous.getOrDefault(key, 0L))));
            previous.put(key, telling.event().position());
            told.put(key, telling.event().position());
        }
        producer.flush();
        acknowledgements.forEach(this::await);
        return told;
    }

    private ProducerRecord<String, byte[]> record(Telling telling, long previous) {
        var event = telling.event();
        var news = telling.news();
        var message = Envelope.blank()
                .put("specversion", "1.0")
                .put("id", event.eventId().toString())
                .put("source", participant.source())
                .put("type", news.type().toString())
                .put("time", event.recordedAt().toString())
                .put("datacontenttype", "application/json")
                .put("subject", news.key().toString())
                .put("organisation", event.organisation().value())
                .put("position", Long.toString(event.position()))
                .put("previous", Long.toString(previous))
                .put("traceparent", Trace.parent(event.metadata().correlation(), event.eventId()))
                .set("data", json.valueToTree(news.data()));
        if (!news.type().topic().equals(participant.topic()) || !contracts.describe(news.type())) {
            throw new NotTold("No contract lets " + participant.producer() + " tell " + news.type());
        }
        contracts.brokenBy(news.type(), message).ifPresent(rule -> {
            throw new NotTold("Event " + event.position() + " does not fit the contract of " + news.type() + ": "
                    + rule.pointer() + " " + rule.rule());
        });
        var told = new ProducerRecord<>(participant.topic(), news.key().toString(), Envelope.write(message));
        told.headers().add("content-type", Envelope.CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII));
        return told;
    }

    private void await(Future<RecordMetadata> acknowledgement) {
        try {
            acknowledgement.get();
        } catch (ExecutionException e) {
            throw new NotTold("The broker did not acknowledge news of " + participant.producer(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTold("Interrupted while waiting for the broker", e);
        }
    }

    private static final class NothingPersonal extends ValueSerializer<PersonalText> {
        @Override
        public void serialize(PersonalText value, JsonGenerator generator, SerializationContext context) {
            throw new NotTold("A personal text never leaves its service in a message");
        }
    }
}
