package no.oppfolging.local;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import no.oppfolging.local.clock.Clockwork;
import no.oppfolging.platform.testing.ServiceName;
import org.springframework.beans.factory.ListableBeanFactory;

/** The four services, each in a context of its own; the clock waits for those that run. */
final class Services implements AutoCloseable {
    private final Surroundings surroundings;
    private final Clock clock;
    private final Clockwork clockwork;
    private final PrintStream progress;
    private final Deque<RunningService> running = new ArrayDeque<>();

    Services(Surroundings surroundings, Clock clock, Clockwork clockwork, PrintStream progress) {
        this.surroundings = surroundings;
        this.clock = clock;
        this.clockwork = clockwork;
        this.progress = progress;
    }

    /** @param mustBeWanted asked before each of them */
    void start(Runnable mustBeWanted) {
        for (var name : ServiceName.values()) {
            mustBeWanted.run();
            progress.println("Starting " + name.group() + " …");
            var service = RunningService.start(name, surroundings.propertiesFor(name), clock);
            running.push(service);
            clockwork.attend(service.atWork());
        }
        mustBeWanted.run();
    }

    ListableBeanFactory parts(ServiceName name) {
        return running.stream()
                .filter(service -> service.name() == name)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name.group() + " does not run"))
                .context();
    }

    @Override
    public void close() {
        clockwork.leaveAll();
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }
}
