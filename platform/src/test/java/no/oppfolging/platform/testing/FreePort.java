package no.oppfolging.platform.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port nobody listened to a moment ago. It lies below those that systems hand to outgoing connections (32768 and up
 * on Linux), so that none of these takes it before its server has started, or while the server is being started again.
 */
public final class FreePort {
    private static final int FIRST = 15_000;
    private static final int AFTER_LAST = 32_768;
    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> FOUND = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** Never the same one twice. */
    public static int find() {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
            if (isFree(port) && FOUND.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port was found from " + FIRST + " to " + (AFTER_LAST - 1) + ".");
    }

    /** Whether nobody listens there now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
