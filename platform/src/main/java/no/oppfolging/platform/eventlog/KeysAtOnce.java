package no.oppfolging.platform.eventlog;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Deals with what belongs to several keys at once, and with what belongs to one in order. */
public final class KeysAtOnce {
    private static final int MOST = 64;

    private KeysAtOnce() {}

    /** Returns when all has been dealt with; after a failure no further key is begun, and the failure is thrown. */
    public static <T> void each(Collection<List<T>> keys, Consumer<T> deal) {
        if (keys.size() == 1) {
            keys.iterator().next().forEach(deal);
            return;
        }
        var waiting = new ConcurrentLinkedQueue<>(keys);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var dealing = IntStream.range(0, Math.min(MOST, keys.size()))
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> dealWith(waiting, deal), threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(dealing).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static <T> void dealWith(ConcurrentLinkedQueue<List<T>> waiting, Consumer<T> deal) {
        try {
            for (@Nullable List<T> key = waiting.poll(); key != null; key = waiting.poll()) {
                key.forEach(deal);
            }
        } catch (RuntimeException e) {
            waiting.clear();
            throw e;
        }
    }
}
