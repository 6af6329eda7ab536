package no.oppfolging.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.platform.testing.FreePort;
import no.oppfolging.platform.testing.ServiceName;

/** Where the front door and the services answer. */
record Ports(int frontDoor, Map<ServiceName, Integer> services) {
    private static final int FRONT_DOOR = 8080;

    /**
     * The front door at a port and the services at the next four; 0 for free ones. People of a folder sign in at the
     * address it was first run at: there it is run again.
     *
     * @param asked by whoever runs it; empty for the usual one, or the folder's
     * @param kept where a folder was run before
     */
    static Ports from(Optional<Integer> asked, Optional<Integer> kept) {
        var first = asked.orElse(kept.orElse(FRONT_DOOR));
        if (first != 0 && !kept.orElse(first).equals(first)) {
            throw new Complaint("What the folder keeps belongs to port " + kept.get()
                    + ", where its people sign in; run it without --port, or choose another folder with --data.");
        }
        var services = new EnumMap<ServiceName, Integer>(ServiceName.class);
        var next = first;
        for (var service : ServiceName.values()) {
            next++;
            services.put(service, first == 0 ? FreePort.find() : next);
        }
        var ports = new Ports(first == 0 ? kept.orElseGet(FreePort::find) : first, services);
        mustBeFree(ports.frontDoor());
        services.values().forEach(Ports::mustBeFree);
        return ports;
    }

    private static void mustBeFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return;
        } catch (IOException e) {
            throw new Complaint("Port " + port + " is in use; stop what listens there, or choose others with --port.");
        }
    }
}
