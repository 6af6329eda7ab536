package no.oppfolging.platform.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import no.oppfolging.platform.eventlog.KeysAtOnce;
import no.oppfolging.platform.messaging.Delivery.HandlerFailed;
import no.oppfolging.platform.messaging.Doorkeeper.Admission.Admitted;
import no.oppfolging.platform.messaging.Doorkeeper.Admission.PassedOver;
import no.oppfolging.platform.messaging.Doorkeeper.Admission.ToldUntil;
import no.oppfolging.platform.messaging.Doorkeeper.Admission.TurnedAway;
import no.oppfolging.platform.messaging.Doorkeeper.Presumed;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Where news comes in (innboks): each message has its effect once, waits, or is refused; none is lost, and none holds
 * up another key. Messages of one key are dealt with in order, of several keys at once, so that what they lead to is
 * stored together; what waited for one of them is gone on with once all have been heard. When this returns, all of it
 * is durable and the offsets may be committed.
 */
final class Inbox implements BatchMessageListener<String, byte[]>, ConsumerSeekAware {
    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final Doorkeeper doorkeeper;
    private final Delivery delivery;
    private final ParkedMessages parked;
    private final RefusedMessages refused;
    private final HeardRows heardRows;
    private final HandledOffsets handledOffsets;
    private final Watermarks watermarks;
    private final TransactionTemplate transaction;

    Inbox(
            Doorkeeper doorkeeper,
            Delivery delivery,
            ParkedMessages parked,
            RefusedMessages refused,
            HeardRows heardRows,
            HandledOffsets handledOffsets,
            Watermarks watermarks,
            TransactionTemplate transaction) {
        this.doorkeeper = doorkeeper;
        this.delivery = delivery;
        this.parked = parked;
        this.refused = refused;
        this.heardRows = heardRows;
        this.handledOffsets = handledOffsets;
        this.watermarks = watermarks;
        this.transaction = transaction;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        var polled = keysOf(records);
        var waiting = parked.among(polled.stream().map(TopicKey::key).collect(Collectors.toSet()));
        var heard = new HeardInPoll(heardRows, polled, waiting);
        var byKey = new LinkedHashMap<String, List<ConsumerRecord<String, byte[]>>>();
        var next = new HashMap<TopicPartition, Long>();
        for (var record : records) {
            byKey.computeIfAbsent(String.valueOf(record.key()), _ -> new ArrayList<>())
                    .add(record);
            next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
        var told = new ConcurrentLinkedQueue<JsonNode>();
        Set<UUID> mayGoOn = ConcurrentHashMap.newKeySet();
        KeysAtOnce.each(byKey.values(), record -> receive(record, heard, told, mayGoOn));
        if (!mayGoOn.isEmpty()) {
            KeysAtOnce.each(mayGoOn.stream().map(List::of).toList(), parked::release);
        }
        transaction.executeWithoutResult(_ -> {
            heard.note();
            handledOffsets.upTo(next);
            told.forEach(watermarks::hear);
        });
        watermarks.advance();
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> committed, ConsumerSeekCallback reading) {
        committed
                .keySet()
                .forEach(partition ->
                        reading.seek(partition.topic(), partition.partition(), handledOffsets.next(partition)));
    }

    private void receive(
            ConsumerRecord<String, byte[]> record, HeardInPoll heard, Queue<JsonNode> told, Set<UUID> mayGoOn) {
        switch (doorkeeper.admit(record)) {
            case Admitted admitted -> receive(admitted, heard, mayGoOn);
            case ToldUntil(var data) -> told.add(data);
            case TurnedAway(var rule, var presumed) ->
                refuse(Coordinates.of(record), bytesOf(record), rule, presumed, heard);
            case PassedOver(var key, var place) -> over(record.topic(), key, place, heard);
        }
    }

    private void receive(Admitted admitted, HeardInPoll heard, Set<UUID> mayGoOn) {
        var message = admitted.message();
        if (heard.waits(message.key())
                && parked.holds(message.key(), message.coordinates().topic())) {
            parked.park(admitted, ParkedMessages.BEHIND);
            mayGoOn.add(message.key());
            return;
        }
        try {
            switch (delivery.deliver(message, heard)) {
                case Outcome.Done _ -> {
                    if (heard.waits(message.key())) {
                        mayGoOn.add(message.key());
                    }
                }
                case Outcome.Waits(var reason) -> park(admitted, reason, heard);
                case Outcome.Refused(var rule) ->
                    refuse(message.coordinates(), admitted.bytes(), rule, Presumed.of(message), heard);
            }
        } catch (HandlerFailed e) {
            log.error("A handler failed: coordinates={}", message.coordinates(), Wordless.of(e));
            park(admitted, ParkedMessages.FAILED, heard);
        }
    }

    private void park(Admitted admitted, String reason, HeardInPoll heard) {
        heard.beginsToWait(admitted.message().key());
        parked.park(admitted, reason);
    }

    private void refuse(Coordinates coordinates, byte[] bytes, BrokenRule rule, Presumed presumed, HeardInPoll heard) {
        refused.remember(coordinates, bytes, rule, presumed);
        over(coordinates.topic(), presumed.key(), presumed.place(), heard);
    }

    private static void over(String topic, Optional<UUID> key, Optional<Place> place, HeardInPoll heard) {
        if (key.isPresent() && place.isPresent()) {
            heard.upTo(new TopicKey(topic, key.get()), place.get().position());
        }
    }

    private static byte[] bytesOf(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }

    private static Set<TopicKey> keysOf(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .flatMap(record -> Doorkeeper.uuid(record.key()).map(key -> new TopicKey(record.topic(), key)).stream())
                .collect(Collectors.toSet());
    }
}
