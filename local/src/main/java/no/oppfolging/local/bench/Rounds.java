package no.oppfolging.local.bench;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import no.oppfolging.local.bench.Clients.Operation;
import no.oppfolging.local.bench.Clients.Result;
import no.oppfolging.platform.time.Ids;

/** Interleaved rounds in which every path runs once, and what they come to. */
final class Rounds {
    /** So many clients are many. */
    static final int MANY = 64;

    private static final int A_FEW = 4;
    private static final int A_SECOND = 500;

    private final Scale scale;
    private final PrintStream out;
    private final Measurements measured = new Measurements();
    private final Ids ids = new Ids(Clock.systemUTC());

    Rounds(Scale scale, PrintStream out) {
        this.scale = scale;
        this.out = out;
    }

    Scale scale() {
        return scale;
    }

    Measurements measured() {
        return measured;
    }

    void add(String row, String path, double value) {
        measured.add(row, path, value);
    }

    double median(String row, String path) {
        return measured.median(row, path);
    }

    double best(String row, String prefix) {
        return measured.best(row, prefix);
    }

    UUID nextId() {
        return ids.next();
    }

    void each(Runnable round) {
        for (var number = 0; number < scale.rounds(); number++) {
            round.run();
        }
    }

    void warm(int clients, Supplier<Operation> operations) {
        Clients.run(Thread.ofPlatform(), clients, scale.warm(), operations);
    }

    /** First a few, so that the compiler gets a processor among them; then many. */
    void warmMany(Supplier<Operation> operations) {
        var half = scale.warm().dividedBy(2);
        Clients.run(Thread.ofPlatform(), A_FEW, half, operations);
        Clients.run(Thread.ofVirtual(), MANY, half, operations);
    }

    Result run(int clients, Supplier<Operation> operations) {
        return Clients.run(Thread.ofPlatform(), clients, scale.step(), operations);
    }

    /** By many virtual threads, as a service answers its requests and its inbox deals with its keys. */
    Result runMany(Supplier<Operation> operations) {
        return Clients.run(Thread.ofVirtual(), MANY, scale.step(), operations);
    }

    /** How many events a second a path takes, and how long 99 of 100 operations take at most. */
    void rate(String row, String path, int clients, Supplier<Operation> operations) {
        rate(row, path, run(clients, operations));
    }

    /** The same by many virtual threads. */
    void rateOfMany(String row, String path, Supplier<Operation> operations) {
        rate(row, path, runMany(operations));
    }

    private void rate(String row, String path, Result result) {
        measured.add(row + ", events/s", path, result.rate());
        measured.add(row + ", p99 ms", path, result.p99());
    }

    void warmPaced(Supplier<Long> shownAt) {
        paced(scale.warm(), shownAt);
    }

    /** How long it takes until something is shown, five hundred times a second. */
    void delay(String row, String path, Supplier<Long> shownAt) {
        var result = paced(scale.step(), shownAt);
        measured.add(row + ", p50 ms", path, result.p50());
        measured.add(row + ", p99 ms", path, result.p99());
    }

    /** Each is begun at its moment, whether or not those before it have ended. */
    private static Result paced(Duration time, Supplier<Long> shownAt) {
        var taken = new ConcurrentLinkedQueue<Long>();
        var begun = System.nanoTime();
        var between = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var moment = begun; moment < begun + time.toNanos(); moment += between) {
                LockSupport.parkNanos(moment - System.nanoTime());
                var due = moment;
                each.execute(() -> taken.add(shownAt.get() - due));
            }
        }
        var nanos = taken.stream().mapToLong(Long::longValue).toArray();
        return Result.of(nanos.length, (System.nanoTime() - begun) / 1e9, nanos);
    }

    /** How many of what is read come in a second. */
    static double perSecond(Supplier<Long> read) {
        var begun = System.nanoTime();
        return read.get() / ((System.nanoTime() - begun) / 1e9);
    }

    void tell(String what, double value, String goal) {
        out.printf("  %s: %s (goal %s)%n", what, Measurements.number(value), goal);
    }
}
