package no.oppfolging.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.messaging.Delivery.HandlerFailed;
import no.oppfolging.platform.messaging.Doorkeeper.Admission.Admitted;
import no.oppfolging.platform.messaging.Doorkeeper.Admission.PassedOver;
import no.oppfolging.platform.messaging.Doorkeeper.Admission.TurnedAway;
import no.oppfolging.platform.messaging.Doorkeeper.Presumed;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that wait for others, or whose handler failed (ventende meldinger): kept in order for each key, and gone on
 * with by themselves when the reason is gone.
 *
 * <p>One that waits may be overtaken by a later one of its key, for that may be what it waits for; where producers
 * number their messages, the numbers hold the order. One whose handler failed holds up those behind it.
 */
public final class ParkedMessages {
    /** A message of the same key, sent before it, has not come, and none that was sent before it waits here. */
    static final String HOLE = "hole";

    /** Another message of its key was there before it. */
    static final String BEHIND = "behind-another";

    /** Its handler has a defect. */
    static final String FAILED = "handler-failed";

    private static final Logger log = LoggerFactory.getLogger(ParkedMessages.class);
    private static final long LONGEST_PAUSE_IN_SECONDS = 3600;
    private static final int KEYS_AT_ONCE = 64;

    private final ParkedRows rows;
    private final Doorkeeper doorkeeper;
    private final Delivery delivery;
    private final HeardRows heard;
    private final RefusedMessages refused;
    private final Clock clock;

    /** Keys share them: what sweeps, what comes in and whoever asks take their turn at a key. */
    private final List<Object> turns =
            Stream.generate(Object::new).limit(KEYS_AT_ONCE).toList();

    ParkedMessages(
            ParkedRows rows,
            Doorkeeper doorkeeper,
            Delivery delivery,
            HeardRows heard,
            RefusedMessages refused,
            Clock clock) {
        this.rows = rows;
        this.doorkeeper = doorkeeper;
        this.delivery = delivery;
        this.heard = heard;
        this.refused = refused;
        this.clock = clock;
    }

    /** Those of some organisations, the oldest first. */
    public List<ParkedMessage> list(Set<OrganisationNumber> organisations, int limit) {
        return rows.list(organisations, limit);
    }

    public Optional<ParkedMessage> find(UUID id) {
        return rows.find(id);
    }

    /** Goes on, now, with everything parked under the message's key. */
    public void tryAgain(UUID id) {
        rows.find(id).ifPresent(parked -> release(parked.key()));
    }

    /** Gives a message up; those behind it have their turn. Why is kept by whoever asks. */
    public void skip(UUID id) {
        rows.find(id).ifPresent(parked -> {
            parked.place().ifPresent(place -> heard.upTo(parked.topicKey(), place.position()));
            rows.remove(parked.id());
            log.warn("A parked message was skipped: coordinates={} reason={}", parked.coordinates(), parked.reason());
            release(parked.key());
        });
    }

    /** Accepts that what was sent before a message will never come, and goes on with it; never past one that waits. */
    public void goOnWithoutTheMissing(UUID id) {
        rows.find(id).ifPresent(parked -> {
            if (!rows.holdsOneBefore(parked)) {
                parked.place().ifPresent(place -> heard.upTo(parked.topicKey(), place.previous()));
                log.warn("A hole was accepted: coordinates={}", parked.coordinates());
            }
            release(parked.key());
        });
    }

    /** How many wait, for each reason. */
    Map<String, Long> countsByReason() {
        return rows.countsByReason();
    }

    /** Which of the keys have messages parked. */
    Set<UUID> among(Set<UUID> keys) {
        return keys.isEmpty() ? Set.of() : rows.among(keys);
    }

    boolean holds(UUID key, String topic) {
        return rows.holds(key, topic);
    }

    void park(Admitted admitted, String reason) {
        var now = clock.instant();
        if (rows.add(admitted, reason, reason.equals(FAILED), now, now.plus(pauseAfter(1)))) {
            tell(admitted.message().coordinates(), reason);
        }
    }

    /** Goes on with the keys whose next try is due. */
    void sweep() {
        rows.due(clock.instant()).forEach(this::release);
    }

    void forgetBytesBefore(Instant instant) {
        rows.forgetBytesBefore(instant);
    }

    /** Tries the messages of a key in order, again as long as one of them goes on; one at a time in an instance. */
    void release(UUID key) {
        synchronized (turns.get(Math.floorMod(key.hashCode(), turns.size()))) {
            releaseInTurn(key);
        }
    }

    private void releaseInTurn(UUID key) {
        var goesOn = true;
        while (goesOn) {
            goesOn = false;
            var heldUp = new HashSet<String>();
            for (var parked : rows.of(key)) {
                if (!heldUp.contains(parked.coordinates().topic())) {
                    switch (tried(parked)) {
                        case GONE_ON -> goesOn = true;
                        case FAILED -> heldUp.add(parked.coordinates().topic());
                        case WAITS -> {}
                    }
                }
            }
        }
    }

    private enum Try {
        GONE_ON,
        WAITS,
        FAILED
    }

    private Try tried(ParkedMessage parked) {
        var bytes = rows.bytesOf(parked);
        if (bytes.isEmpty()) {
            putOff(parked, parked.reason());
            return parked.failed() ? Try.FAILED : Try.WAITS;
        }
        return switch (doorkeeper.admit(again(parked, bytes.get()))) {
            case Admitted admitted -> tried(parked, admitted);
            case TurnedAway(var rule, var presumed) -> {
                refuse(parked, bytes.get(), rule, presumed);
                yield Try.GONE_ON;
            }
            case PassedOver _, Doorkeeper.Admission.ToldUntil _ -> {
                rows.remove(parked.id());
                yield Try.GONE_ON;
            }
        };
    }

    private Try tried(ParkedMessage parked, Admitted admitted) {
        try {
            return switch (delivery.deliverAfterAll(admitted.message(), heard)) {
                case Outcome.Done _ -> {
                    rows.remove(parked.id());
                    log.info("A parked message went on: coordinates={}", parked.coordinates());
                    yield Try.GONE_ON;
                }
                case Outcome.Refused(var rule) -> {
                    refuse(parked, admitted.bytes(), rule, Presumed.of(admitted.message()));
                    yield Try.GONE_ON;
                }
                case Outcome.Waits(var reason) -> {
                    putOff(parked, reason.equals(HOLE) && rows.holdsOneBefore(parked) ? BEHIND : reason);
                    yield Try.WAITS;
                }
            };
        } catch (HandlerFailed e) {
            log.error("A parked message failed again: coordinates={}", parked.coordinates(), Wordless.of(e));
            putOff(parked, FAILED);
            return Try.FAILED;
        }
    }

    private void refuse(ParkedMessage parked, byte[] bytes, BrokenRule rule, Presumed presumed) {
        refused.remember(parked.coordinates(), bytes, rule, presumed);
        presumed.place().ifPresent(place -> heard.upTo(parked.topicKey(), place.position()));
        rows.remove(parked.id());
    }

    private static ConsumerRecord<String, byte[]> again(ParkedMessage parked, byte[] bytes) {
        var at = parked.coordinates();
        return new ConsumerRecord<>(
                at.topic(), at.partition(), at.offset(), parked.key().toString(), bytes);
    }

    private void putOff(ParkedMessage parked, String reason) {
        rows.putOff(parked.id(), reason, reason.equals(FAILED), clock.instant().plus(pauseAfter(parked.tries() + 1)));
    }

    private static Duration pauseAfter(int tries) {
        return Duration.ofSeconds(Math.min(LONGEST_PAUSE_IN_SECONDS, 1L << Math.min(tries, 12)));
    }

    private static void tell(Coordinates coordinates, String reason) {
        if (reason.equals(HOLE)) {
            log.error("Something is missing before a message: coordinates={}", coordinates);
        } else {
            log.warn("A message was parked: coordinates={} reason={}", coordinates, reason);
        }
    }
}
