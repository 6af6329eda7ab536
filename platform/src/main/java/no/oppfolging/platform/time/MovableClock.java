package no.oppfolging.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import no.oppfolging.platform.kernel.LegalDay;

/**
 * The product's clock where time may be moved, in local and tests: it runs as the real one does, ahead of it, and never
 * back.
 */
public final class MovableClock extends Clock {
    private final Clock real;
    private final AtomicReference<Duration> ahead;

    public MovableClock(Clock real, Duration ahead) {
        this.real = real;
        this.ahead = new AtomicReference<>(ahead);
    }

    /** A clock that shows the given instant now. */
    public static MovableClock startingAt(Instant instant) {
        var real = Clock.systemUTC();
        return new MovableClock(real, Duration.between(real.instant(), instant));
    }

    /** Moves the clock to an instant; one that has passed is refused. */
    public void moveTo(Instant instant) {
        ahead.updateAndGet(before -> {
            var target = Duration.between(real.instant(), instant);
            if (target.compareTo(before) < 0) {
                throw new IllegalArgumentException("Time moves forward only; it is already after " + instant);
            }
            return target;
        });
    }

    /** Lets time pass at once. */
    public void moveBy(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Time moves forward only, not by " + time);
        }
        ahead.updateAndGet(before -> before.plus(time));
    }

    public Duration ahead() {
        return ahead.get();
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return LegalDay.NORWAY;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var moved = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return moved.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return moved.withZone(other);
            }
        };
    }
}
