package no.oppfolging.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Parts that are started or stopped at the same time; over when all of them are, whether they succeed or not. */
final class AtOnce implements AutoCloseable {
    /** Threads of our own: the common pool's do not see the classes inside an executable jar. */
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());

    <P> CompletableFuture<P> begin(Supplier<P> part) {
        return CompletableFuture.supplyAsync(part, threads);
    }

    CompletableFuture<Void> begin(Runnable part) {
        return CompletableFuture.runAsync(part, threads);
    }

    /** A part that is there, or why it is not. */
    static <P> P arrived(CompletableFuture<P> coming) {
        try {
            return coming.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
