package no.oppfolging.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import no.oppfolging.platform.testing.FreePort;
import no.oppfolging.platform.testing.ServiceName;

/** Where the front door and the services answer. */
record Ports(int frontDoor, Map<ServiceName, Integer> services) {

    /** The front door at that port and the services at the next four; 0 for free ones. */
    static Ports from(int first) {
        var services = new EnumMap<ServiceName, Integer>(ServiceName.class);
        var next = first;
        for (var service : ServiceName.values()) {
            next++;
            services.put(service, first == 0 ? FreePort.find() : next);
        }
        var ports = new Ports(first == 0 ? FreePort.find() : first, services);
        mustBeFree(ports.frontDoor());
        services.values().forEach(Ports::mustBeFree);
        return ports;
    }

    private static void mustBeFree(int port) {
        try (var socket = new ServerSocket(port)) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new Complaint("Port " + port + " is in use; stop what listens there, or choose others with --port.");
        }
    }
}
