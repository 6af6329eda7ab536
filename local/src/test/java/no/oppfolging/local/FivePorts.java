package no.oppfolging.local;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.oppfolging.platform.testing.FreePort;

/** For a front door and four services that come back to where they were. */
final class FivePorts {
    private static final int EACH = 5;
    private static final AtomicInteger NEXT = new AtomicInteger(14_000);

    private FivePorts() {}

    /**
     * The first of five that nobody is given who asks for any that is free, so that they stay free between the runs.
     */
    static int free() {
        var first = NEXT.getAndAdd(EACH);
        while (!IntStream.range(first, first + EACH).allMatch(FreePort::isFree)) {
            first = NEXT.getAndAdd(EACH);
        }
        return first;
    }
}
