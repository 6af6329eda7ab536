package no.oppfolging.platform.eventlog;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Folded aggregates in memory, so many of them and no longer than a while.
 *
 * <p>Another instance may have written since an aggregate was folded: then the append loses, and the next attempt loads
 * from the log. An aggregate holds texts in clear, so it is folded anew as often as keys are fetched anew: what was
 * erased is gone from memory within that time, however much has been appended to it.
 */
final class AggregateCache implements Cache {
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> folded;

    /** @param keptFor counted from when an aggregate was folded; what is appended later prolongs nothing */
    AggregateCache(int most, Duration keptFor) {
        folded = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfter(Expiry.creating((_, _) -> keptFor))
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .build();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    public <K, V> V get(K key) {
        var handling = Handling.current();
        if (handling.isAgain()) {
            folded.invalidate(key);
            return null;
        }
        var found = folded.getIfPresent(key);
        handling.fromMemory(found != null);
        return (V) found;
    }

    /**
     * An aggregate that has no events yet has no key either, and is not kept; one whose time is up does not come back.
     */
    @Override
    public void put(@Nullable Object key, Object aggregate) {
        if (key == null) {
            return;
        }
        if (Handling.current().isFromMemory()) {
            folded.asMap().replace(key, aggregate);
        } else {
            folded.put(key, aggregate);
        }
    }

    @Override
    public boolean remove(@Nullable Object key) {
        return key != null && folded.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        folded.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return folded.getIfPresent(key) != null;
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
