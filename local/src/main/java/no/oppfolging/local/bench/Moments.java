package no.oppfolging.local.bench;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** When each stream's event was shown, on the clock of {@link System#nanoTime()}; who waits for it sleeps meanwhile. */
final class Moments {
    private final Map<UUID, CompletableFuture<Long>> moments = new ConcurrentHashMap<>();

    void note(UUID stream, long now) {
        of(stream).complete(now);
    }

    long await(UUID stream) {
        var at = of(stream).join();
        moments.remove(stream);
        return at;
    }

    void forget() {
        moments.clear();
    }

    private CompletableFuture<Long> of(UUID stream) {
        return moments.computeIfAbsent(stream, _ -> new CompletableFuture<>());
    }
}
