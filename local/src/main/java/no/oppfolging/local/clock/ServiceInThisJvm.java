package no.oppfolging.local.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import no.oppfolging.local.clock.Waiting.What;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.Followers;
import no.oppfolging.platform.messaging.Backlog;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Watermarks;
import no.oppfolging.platform.time.Timetable;
import org.springframework.beans.factory.ListableBeanFactory;

/** A service that runs in the same JVM, asked through its own parts. */
public final class ServiceInThisJvm implements ServiceAtWork {
    private final String name;
    private final EventLog log;
    private final Followers followers;
    private final Backlog backlog;
    private final Watermarks watermarks;
    private final List<String> producers;
    private final List<Timetable> timetables;

    /** @param parts the service's own, in the same JVM */
    public ServiceInThisJvm(String name, ListableBeanFactory parts) {
        this.name = name;
        log = parts.getBean(EventLog.class);
        followers = parts.getBean(Followers.class);
        backlog = parts.getBean(Backlog.class);
        watermarks = parts.getBean(Watermarks.class);
        producers = producers(parts.getBeansOfType(MessageHandler.class).values());
        timetables = List.copyOf(parts.getBeansOfType(Timetable.class).values());
    }

    /** HR's system tells no watermarks. */
    private static List<String> producers(Iterable<MessageHandler> handlers) {
        var producers = new TreeSet<String>();
        handlers.forEach(
                handler -> handler.types().stream().map(MessageType::producer).forEach(producers::add));
        producers.remove("hr");
        return List.copyOf(producers);
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public Optional<Instant> nextDue() {
        return timetables.stream()
                .flatMap(timetable -> timetable.nextDue().stream())
                .min(Instant::compareTo);
    }

    @Override
    public List<Waiting> waitsFor(Instant until, Instant now) {
        var waits = new ArrayList<Waiting>();
        if (backlog.unread() > 0) {
            waits.add(new Waiting(name, What.NEWS, ""));
        }
        if (backlog.dueForAnotherTry() > 0) {
            waits.add(new Waiting(name, What.PARKED, ""));
        }
        var head = head();
        for (var follower : followers.names()) {
            if (followers.positionOf(follower) < head) {
                waits.add(new Waiting(name, What.FOLLOWER, follower));
            }
        }
        for (var producer : producers) {
            if (watermarks.until(producer).isBefore(until)) {
                waits.add(new Waiting(name, What.WATERMARK, producer));
            }
        }
        if (nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
            waits.add(new Waiting(name, What.DUE, ""));
        }
        return waits;
    }
}
