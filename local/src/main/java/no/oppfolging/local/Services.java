package no.oppfolging.local;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    /**
     * All at once, since each waits much; those that could be started are stopped by {@link #close}.
     *
     * @param mustBeWanted asked before and after
     */
    void start(Runnable mustBeWanted) {
        mustBeWanted.run();
        progress.println("Starting the services …");
        List<CompletableFuture<RunningService>> coming;
        try (var atOnce = new AtOnce()) {
            coming = Arrays.stream(ServiceName.values())
                    .map(name -> atOnce.begin(() -> start(name)))
                    .toList();
        }
        coming.stream()
                .filter(one -> !one.isCompletedExceptionally())
                .map(AtOnce::arrived)
                .forEach(running::push);
        coming.forEach(AtOnce::arrived);
        running.forEach(service -> clockwork.attend(service.atWork()));
        mustBeWanted.run();
    }

    private RunningService start(ServiceName name) {
        var service = RunningService.start(name, surroundings.propertiesFor(name), clock);
        progress.println("  " + name.group() + " runs");
        return service;
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
        List<CompletableFuture<Void>> going;
        try (var atOnce = new AtOnce()) {
            going = running.stream()
                    .map(service -> atOnce.begin(service::close))
                    .toList();
        }
        running.clear();
        going.forEach(AtOnce::arrived);
    }
}
