package no.oppfolging.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Many clients that do the same thing again and again for a while, each waiting for its answer. */
final class Clients {
    private Clients() {}

    /** One thing a client does; tells how many events it was. */
    interface Operation {
        int run() throws Exception;
    }

    /**
     * What came of it.
     *
     * @param rate events a second
     * @param p50 half of all answers came within this many milliseconds
     * @param p99 99 of 100 did
     */
    record Result(double rate, double p50, double p99) {
        static Result of(long events, double seconds, long[] nanos) {
            Arrays.sort(nanos);
            return new Result(events / seconds, percentile(nanos, 0.5), percentile(nanos, 0.99));
        }

        private static double percentile(long[] sorted, double share) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * share)] / 1e6;
        }
    }

    private static final class Client {
        final Operation operation;
        long[] nanos = new long[1 << 12];
        int done;
        long events;

        Client(Operation operation) {
            this.operation = operation;
        }

        void runUntil(long end) throws Exception {
            for (var before = System.nanoTime(); before < end; ) {
                events += operation.run();
                var after = System.nanoTime();
                if (done == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * done);
                }
                nanos[done++] = after - before;
                before = after;
            }
        }

        Stream<Long> taken() {
            return Arrays.stream(nanos, 0, done).boxed();
        }
    }

    /** @param threads platform threads or virtual ones, of which each client gets one */
    static Result run(Thread.Builder threads, int count, Duration time, Supplier<Operation> operations) {
        List<Client> clients = new ArrayList<>();
        for (var i = 0; i < count; i++) {
            clients.add(new Client(operations.get()));
        }
        var failure = new AtomicReference<@Nullable Exception>();
        var go = new CountDownLatch(1);
        var end = new java.util.concurrent.atomic.AtomicLong();
        var running = clients.stream()
                .map(client -> threads.start(() -> {
                    try {
                        go.await();
                        client.runUntil(end.get());
                    } catch (Exception e) {
                        failure.set(e);
                    }
                }))
                .toList();
        var begun = System.nanoTime();
        end.set(begun + time.toNanos());
        go.countDown();
        running.forEach(Clients::join);
        var seconds = (System.nanoTime() - begun) / 1e9;
        var failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException(failed);
        }
        return Result.of(
                clients.stream().mapToLong(client -> client.events).sum(),
                seconds,
                clients.stream()
                        .flatMap(Client::taken)
                        .mapToLong(Long::longValue)
                        .toArray());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
