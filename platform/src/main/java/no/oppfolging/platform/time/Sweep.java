package no.oppfolging.platform.time;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets a service do something by itself again and again, on a thread of its own, from its start to its end. What fails
 * is tried again the next time.
 */
public final class Sweep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final String name;
    private final Duration between;
    private final Runnable once;
    private @Nullable ScheduledExecutorService sweeping;

    /**
     * @param name of the thread, with the service's own in front
     * @param between how long it rests, by real clocks
     */
    public Sweep(String name, Duration between, Runnable once) {
        this.name = name;
        this.between = between;
        this.once = once;
    }

    @Override
    public synchronized void start() {
        if (sweeping == null) {
            sweeping = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name(name).daemon().factory());
            var _ = sweeping.scheduleWithFixedDelay(this::sweep, 0, between.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sweep() {
        try {
            once.run();
        } catch (RuntimeException e) {
            log.warn("A sweep failed and is tried again: sweep={} {}", name, e.toString());
        } catch (Error e) {
            // Thrown on, it would end the schedule without a word.
            log.error("A sweep failed and is tried again: sweep={}", name, e);
        }
    }

    /** What is under way is waited for. */
    @Override
    public void stop() {
        var running = takeAway();
        if (running != null) {
            running.close();
        }
    }

    private synchronized @Nullable ScheduledExecutorService takeAway() {
        var running = sweeping;
        sweeping = null;
        return running;
    }

    @Override
    public synchronized boolean isRunning() {
        return sweeping != null;
    }
}
