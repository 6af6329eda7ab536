package no.oppfolging.local.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A move of the clock that is under way or over, with the stops it has made. */
final class Move {
    private final Instant target;
    private final List<Instant> stops = new ArrayList<>();
    private List<Waiting> gaveUp = List.of();
    private boolean over;

    Move(Instant target) {
        this.target = target;
    }

    Instant target() {
        return target;
    }

    /** The instants at which everything due has been done. */
    synchronized List<Instant> stops() {
        return List.copyOf(stops);
    }

    /** What it waited for in vain; nothing when it came to its target or is under way. */
    synchronized List<Waiting> gaveUp() {
        return gaveUp;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** The stop after so many others, as soon as it has been made; nothing when there are no more. */
    synchronized Optional<Instant> awaitStop(int after) throws InterruptedException {
        while (stops.size() <= after && !over) {
            wait();
        }
        return stops.size() > after ? Optional.of(stops.get(after)) : Optional.empty();
    }

    synchronized void stopped(Instant at) {
        stops.add(at);
        notifyAll();
    }

    synchronized void end(List<Waiting> inVain) {
        gaveUp = List.copyOf(inVain);
        over = true;
        notifyAll();
    }
}
