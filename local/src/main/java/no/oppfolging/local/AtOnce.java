package no.oppfolging.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Things that are done at the same time, such as the start of several parts; over when all of them are, whether they
 * succeed or not.
 */
public final class AtOnce implements AutoCloseable {
    /** Threads of our own: the common pool's do not see the classes inside an executable jar. */
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());

    public <P> CompletableFuture<P> begin(Supplier<P> part) {
        return CompletableFuture.supplyAsync(part, threads);
    }

    public CompletableFuture<Void> begin(Runnable part) {
        return CompletableFuture.runAsync(part, threads);
    }

    /** A part that is there, or why it is not. */
    public static <P> P arrived(CompletableFuture<P> coming) {
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
