package no.oppfolging.platform.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has been heard, while one poll is dealt with: read once before, noted once after. After an accident in between
 * messages come again, and their commands get the answers they got.
 *
 * <p>Of a key that has messages parked, each note is made at once: others may go on with it meanwhile.
 */
final class HeardInPoll implements Heard {
    private final HeardRows rows;
    private final Set<UUID> keysThatWait = ConcurrentHashMap.newKeySet();
    private final Map<TopicKey, Long> last;
    private final Map<TopicKey, Long> toNote = new ConcurrentHashMap<>();

    /** @param keysThatWait those with messages parked when it began */
    HeardInPoll(HeardRows rows, Collection<TopicKey> polled, Set<UUID> keysThatWait) {
        this.rows = rows;
        this.keysThatWait.addAll(keysThatWait);
        this.last = new ConcurrentHashMap<>(rows.last(polled));
    }

    @Override
    public long last(TopicKey of) {
        return keysThatWait.contains(of.key()) ? rows.last(of) : last.getOrDefault(of, 0L);
    }

    @Override
    public void upTo(TopicKey of, long position) {
        if (keysThatWait.contains(of.key())) {
            rows.upTo(of, position);
        } else {
            last.merge(of, position, Math::max);
            toNote.merge(of, position, Math::max);
        }
    }

    boolean waits(UUID key) {
        return keysThatWait.contains(key);
    }

    /** A message of the key is about to be parked: what has been heard of it so far is noted, for all to see. */
    void beginsToWait(UUID key) {
        var heard = new HashMap<>(toNote);
        heard.keySet().removeIf(of -> !of.key().equals(key));
        if (!heard.isEmpty()) {
            rows.upTo(heard);
        }
        keysThatWait.add(key);
    }

    /** All of the poll has been dealt with. */
    void note() {
        if (!toNote.isEmpty()) {
            rows.upTo(toNote);
        }
    }
}
