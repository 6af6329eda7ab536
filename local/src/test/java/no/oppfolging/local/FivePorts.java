package no.oppfolging.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** For a front door and four services that come back to where they were. */
final class FivePorts {
    private static final int EACH = 5;
    private static final AtomicInteger NEXT = new AtomicInteger(14_000);

    private FivePorts() {}

    /**
     * The first of five that nobody is given who asks for any that is free, so that they stay free between the runs.
     */
    static int free() throws IOException {
        var first = NEXT.getAndAdd(EACH);
        while (!areFree(first)) {
            first = NEXT.getAndAdd(EACH);
        }
        return first;
    }

    private static boolean areFree(int first) throws IOException {
        for (var port = first; port < first + EACH; port++) {
            try {
                new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            } catch (BindException taken) {
                return false;
            }
        }
        return true;
    }
}
