package no.oppfolging.platform.eventlog;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.oppfolging.platform.eventlog.AppendRequest.Outcome;

/** Wakes the callers of a stored batch: a few at once, many from a thread beside the appender's, which goes on. */
final class Answering implements AutoCloseable {
    private static final int A_FEW = 4;

    private final ExecutorService beside;

    Answering(String service) {
        beside = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(service + "-answers").daemon().factory());
    }

    void answer(List<CompletableFuture<Outcome>> callers, List<Outcome> outcomes) {
        if (callers.size() <= A_FEW) {
            wake(callers, outcomes);
        } else {
            beside.execute(() -> wake(callers, outcomes));
        }
    }

    private static void wake(List<CompletableFuture<Outcome>> callers, List<Outcome> outcomes) {
        for (var i = 0; i < callers.size(); i++) {
            callers.get(i).complete(outcomes.get(i));
        }
    }

    @Override
    public void close() {
        beside.close();
    }
}
