package no.oppfolging.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import no.oppfolging.local.clock.Waiting.What;
import no.oppfolging.platform.time.MovableClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the product's time as it would have passed: on the way it stops whenever something falls due, and goes on when
 * every service is through with it.
 */
public final class Clockwork implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Clockwork.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FARTHEST = Duration.ofDays(5 * 366L);

    private final MovableClock clock;
    private final KeptTime kept;
    private final List<ServiceAtWork> services = new CopyOnWriteArrayList<>();
    private @Nullable Move latest;
    private @Nullable Thread moving;

    public Clockwork(MovableClock clock, KeptTime kept) {
        this.clock = clock;
        this.kept = kept;
    }

    /** From now on the clock waits for that service too. */
    public void attend(ServiceAtWork service) {
        services.add(service);
    }

    /** From now on the clock waits for nobody. */
    public void leaveAll() {
        services.clear();
    }

    /** Waits until every service is through with everything there is now; gives up in the end. */
    public void awaitRest() {
        try {
            awaitRest(now());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Instant now() {
        return clock.instant();
    }

    /** From now on it is as late as it really is; nothing when it is as late already. */
    public void catchUp() {
        if (clock.ahead().isNegative()) {
            kept.keep(Duration.ZERO);
            clock.moveBy(clock.ahead().negated());
        }
    }

    Duration ahead() {
        return clock.ahead();
    }

    /** When something next falls due by itself in one of the services; nothing when nothing is planned. */
    Optional<Instant> nextDue() {
        return services.stream().flatMap(service -> service.nextDue().stream()).min(Instant::compareTo);
    }

    /** The move that is under way, or the last one. */
    synchronized Optional<Move> latest() {
        return Optional.ofNullable(latest);
    }

    /** Begins to move to an instant. */
    synchronized Move begin(Instant target) {
        if (latest != null && !latest.isOver()) {
            throw new TimeRefused("clock-moves-already");
        }
        if (!target.isAfter(now())) {
            throw new TimeRefused("clock-moves-forward-only");
        }
        if (target.isAfter(now().plus(FARTHEST))) {
            throw new TimeRefused("clock-moves-five-years-at-most");
        }
        var move = new Move(target);
        latest = move;
        moving = Thread.ofPlatform().name("clock").daemon().start(() -> run(move));
        return move;
    }

    @Override
    public void close() {
        var thread = moving();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private synchronized @Nullable Thread moving() {
        return moving;
    }

    private void run(Move move) {
        var inVain = List.of(new Waiting("clock", What.ANSWER, ""));
        try {
            inVain = go(move);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            move.end(inVain);
        }
    }

    /** Tells what it waited for in vain. */
    private List<Waiting> go(Move move) throws InterruptedException {
        var inVain = awaitRest(now());
        while (inVain.isEmpty() && now().isBefore(move.target())) {
            var stop = nextDue().filter(due -> due.isBefore(move.target())).orElse(move.target());
            leapTo(stop);
            inVain = awaitRest(stop);
            if (inVain.isEmpty()) {
                move.stopped(stop);
            }
        }
        return inVain;
    }

    /**
     * Moves to an instant without a stop on the way: what has fallen due by then is done there. The clock may have come
     * there by itself meanwhile.
     */
    public void leapTo(Instant target) {
        var left = Duration.between(now(), target);
        if (left.isPositive()) {
            kept.keep(clock.ahead().plus(left));
            clock.moveBy(left);
        }
    }

    /**
     * Waits until no service has anything left to do: seen twice with no event in between, so that nothing was on its
     * way from one to another. Tells what it waited for in vain.
     */
    private List<Waiting> awaitRest(Instant until) throws InterruptedException {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var before = heads();
            var waits = waitsFor(until);
            if (waits.isEmpty() && waitsFor(until).isEmpty() && heads().equals(before)) {
                return waits;
            }
            if (System.nanoTime() > patience && !waits.isEmpty()) {
                log.warn("The clock waits in vain: {}", waits);
                return waits;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private List<Waiting> waitsFor(Instant until) {
        var waits = new ArrayList<Waiting>();
        for (var service : services) {
            waits.addAll(service.waitsFor(until, now()));
        }
        return waits;
    }

    private List<Long> heads() {
        return services.stream().map(ServiceAtWork::head).toList();
    }
}
