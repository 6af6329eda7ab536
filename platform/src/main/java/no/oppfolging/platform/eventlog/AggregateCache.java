package no.oppfolging.platform.eventlog;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * A strong, bounded cache of folded aggregates; the least lately used goes first.
 *
 * <p>Another instance may have written since an aggregate was folded: then the append loses, and the next attempt loads
 * from the log. An aggregate holds texts in clear, so it is folded anew as often as keys are fetched anew: what was
 * erased is gone from memory within that time.
 */
final class AggregateCache implements Cache {
    private final Map<Object, Folded> entries;
    private final long keptFor;
    private final LongSupplier nanoTime;

    private record Folded(Object aggregate, long since) {}

    AggregateCache(int most, Duration keptFor) {
        this(most, keptFor, System::nanoTime);
    }

    AggregateCache(int most, Duration keptFor, LongSupplier nanoTime) {
        this.keptFor = keptFor.toNanos();
        this.nanoTime = nanoTime;
        this.entries = new LinkedHashMap<>(256, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Folded> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    public synchronized <K, V> V get(K key) {
        if (Handling.current().isAgain()) {
            entries.remove(key);
            return null;
        }
        var folded = entries.get(key);
        if (folded == null) {
            return null;
        }
        if (nanoTime.getAsLong() - folded.since() > keptFor) {
            entries.remove(key);
            return null;
        }
        return (V) folded.aggregate();
    }

    /** An aggregate that has no events yet has no key either, and is not kept. */
    @Override
    public synchronized void put(@Nullable Object key, Object aggregate) {
        if (key == null) {
            return;
        }
        var before = entries.get(key);
        entries.put(key, new Folded(aggregate, before == null ? nanoTime.getAsLong() : before.since()));
    }

    @Override
    public synchronized boolean remove(@Nullable Object key) {
        return key != null && entries.remove(key) != null;
    }

    @Override
    public synchronized void removeAll() {
        entries.clear();
    }

    @Override
    public synchronized boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        throw notAsked();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> T computeIfAbsent(Object key, Supplier<T> valueSupplier) {
        throw notAsked();
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        throw notAsked();
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
        throw notAsked();
    }

    private static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("Axon's repository gets, puts and removes, and nothing else");
    }
}
