package no.oppfolging.platform.eventlog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import no.oppfolging.platform.kernel.DomainEvent;

/**
 * The lasting names of a service's events, written by hand: a class may be renamed, its name in the log may not.
 *
 * <p>An event's stored form is its record's components as JSON; a new meaning is a new event.
 */
public final class EventCatalogue {
    private final String producer;
    private final Map<String, Entry> byName = new LinkedHashMap<>();
    private final Map<Class<?>, Entry> byType = new LinkedHashMap<>();

    private EventCatalogue(String producer) {
        this.producer = producer;
    }

    /** One lasting name, its current revision, and the record that carries it today. */
    public record Entry(String name, int revision, Class<? extends DomainEvent> type) {}

    public static EventCatalogue of(String producer) {
        return new EventCatalogue(producer);
    }

    public EventCatalogue with(String simpleName, Class<? extends DomainEvent> type) {
        return with(simpleName, 1, type);
    }

    /** @throws IllegalArgumentException when the name is taken, or a personal text in the event would not be sealed */
    public EventCatalogue with(String simpleName, int revision, Class<? extends DomainEvent> type) {
        PersonalPlaces.requireSealed(type);
        var entry = new Entry(producer + "." + simpleName, revision, type);
        if (byName.putIfAbsent(entry.name(), entry) != null || byType.putIfAbsent(type, entry) != null) {
            throw new IllegalArgumentException("Named twice: " + entry);
        }
        return this;
    }

    public String producer() {
        return producer;
    }

    public Set<String> names() {
        return byName.keySet();
    }

    public Entry entryOf(Class<?> type) {
        var entry = byType.get(type);
        if (entry == null) {
            throw new IllegalArgumentException("No lasting name is given for " + type.getName());
        }
        return entry;
    }

    /** @throws UnknownEvent when no event of that name is known to this version of the service */
    public Entry entryOf(String name) {
        var entry = byName.get(name);
        if (entry == null) {
            throw new UnknownEvent(name);
        }
        return entry;
    }
}
