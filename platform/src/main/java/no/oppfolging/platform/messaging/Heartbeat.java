package no.oppfolging.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does again and again what no message asks for: watermarks, parked messages whose next try is due, bytes too old. It
 * beats at every tick, and at once when the clock has been moved: whoever moved it waits for the next watermark.
 */
final class Heartbeat implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration BYTES_ARE_KEPT = Duration.ofDays(30);
    private static final Duration BETWEEN_LOOKS_FOR_OLD_BYTES = Duration.ofHours(1);
    private static final Duration BETWEEN_LOOKS_AT_THE_CLOCK = Duration.ofMillis(100);
    private static final Duration A_LEAP = Duration.ofMillis(500);

    private final String name;
    private final Duration tick;
    private final WatermarkTeller watermarks;
    private final ParkedMessages parked;
    private final RefusedMessages refused;
    private final MessagingMeters meters;
    private final Clock clock;
    private volatile long lastReached = System.nanoTime();
    private Instant forgotten = Instant.EPOCH;
    private Instant beatAt = Instant.EPOCH;
    private long lastBeat = System.nanoTime();
    private @Nullable ScheduledExecutorService executor;

    Heartbeat(
            Participant participant,
            KafkaSettings settings,
            WatermarkTeller watermarks,
            ParkedMessages parked,
            RefusedMessages refused,
            MessagingMeters meters,
            Clock clock) {
        this.name = participant.group() + "-heartbeat";
        this.tick = settings.tick();
        this.watermarks = watermarks;
        this.parked = parked;
        this.refused = refused;
        this.meters = meters;
        this.clock = clock;
    }

    /** One piece of what it does. */
    private interface Duty {
        void perform() throws Exception;
    }

    @Override
    public synchronized void start() {
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name(name).daemon().factory());
            var between = tick.compareTo(BETWEEN_LOOKS_AT_THE_CLOCK) < 0 ? tick : BETWEEN_LOOKS_AT_THE_CLOCK;
            var started = executor.scheduleWithFixedDelay(this::look, 0, between.toMillis(), TimeUnit.MILLISECONDS);
            log.debug("The heartbeat runs: {}", started);
        }
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.close();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    /** For how long neither the broker nor the database has been reached, in real time. */
    Duration outOfReachFor() {
        return Duration.ofNanos(System.nanoTime() - lastReached);
    }

    private void look() {
        var passed = Duration.ofNanos(System.nanoTime() - lastBeat);
        if (passed.compareTo(tick) >= 0 || hasLeapt(passed)) {
            beat();
        } else if (watermarks.hasOneToTell()) {
            perform("tell a watermark", watermarks::tick);
        }
    }

    private boolean hasLeapt(Duration passed) {
        return clock.instant().isAfter(beatAt.plus(passed).plus(A_LEAP));
    }

    private void beat() {
        beatAt = clock.instant();
        lastBeat = System.nanoTime();
        perform("tell a watermark", () -> {
            watermarks.tick();
            lastReached = System.nanoTime();
        });
        perform("look at parked messages", parked::sweep);
        perform("forget old bytes", this::forgetOldBytes);
        perform("count parked messages", meters::countParked);
    }

    private void forgetOldBytes() {
        var now = clock.instant();
        if (forgotten.isBefore(now.minus(BETWEEN_LOOKS_FOR_OLD_BYTES))) {
            parked.forgetBytesBefore(now.minus(BYTES_ARE_KEPT));
            refused.forgetBytesBefore(now.minus(BYTES_ARE_KEPT));
            forgotten = now;
        }
    }

    /** A duty that fails is done again at the next beat, and holds up no other. */
    private static void perform(String what, Duty duty) {
        try {
            duty.perform();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.warn("Could not {}: {}", what, e.toString());
        }
    }
}
