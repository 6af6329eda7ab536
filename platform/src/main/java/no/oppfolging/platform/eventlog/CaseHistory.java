package no.oppfolging.platform.eventlog;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.ToldWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells a case's story from a service's own log, as it was known at an instant; without anybody's words or names. */
public final class CaseHistory {
    private static final JsonMapper JSON = EventJson.mapper();

    /** Who looked is no part of what happened; that is the employee's alone to see. */
    private static final String READ = ".CaseRead";

    private final ServiceName service;
    private final EventCatalogue catalogue;
    private final EventLog log;

    public CaseHistory(ServiceName service, EventCatalogue catalogue, EventLog log) {
        this.service = service;
        this.catalogue = catalogue;
        this.log = log;
    }

    /**
     * One thing that happened.
     *
     * @param event its lasting name
     * @param role in which it was done
     * @param by the person's pseudonym, or the automation's name
     * @param details ids, dates and codes; personal texts are left out
     */
    public record Entry(
            String service,
            long position,
            Instant recordedAt,
            String event,
            String role,
            String by,
            Optional<CaseId> caseId,
            Map<String, JsonNode> details) {
        /** Stands for who did it, among the fields that somebody may see. */
        public static final String BY = "by-whom";

        /** With those details alone that somebody may see. */
        private Entry with(Predicate<String> seen) {
            ObjectNode fields = JSON.valueToTree(details);
            retain(fields, "", seen);
            var told = new LinkedHashMap<String, JsonNode>();
            fields.propertyStream().forEach(field -> told.put(field.getKey(), field.getValue()));
            return new Entry(service, position, recordedAt, event, role, seen.test(BY) ? by : "", caseId, told);
        }

        private static void retain(ObjectNode fields, String within, Predicate<String> seen) {
            for (var name : List.copyOf(fields.propertyNames())) {
                if (fields.get(name) instanceof ObjectNode inner) {
                    retain(inner, within + name + ".", seen);
                    if (inner.isEmpty()) {
                        fields.remove(name);
                    }
                } else if (!seen.test(within + name)) {
                    fields.remove(name);
                }
            }
        }
    }

    /**
     * What was recorded about cases that have become one, up to an instant.
     *
     * @param seen the fields that whoever asks may see, by their names such as {@code appointment.startsAt}
     */
    public List<Entry> of(Collection<CaseId> family, Instant knownAt, Predicate<String> seen) {
        return inOrder(ofCases(family, knownAt), seen);
    }

    /**
     * The same, and what a stream tells of no case in particular, such as absences.
     *
     * @param ofTheseToo what the stream tells of another case and of these as well
     */
    public List<Entry> of(
            Collection<CaseId> family,
            UUID stream,
            Predicate<DomainEvent> ofTheseToo,
            Instant knownAt,
            Predicate<String> seen) {
        var aside = log.ofStream(stream).stream()
                .filter(event -> !event.recordedAt().isAfter(knownAt))
                .filter(event -> event.caseId()
                        .map(about -> !family.contains(about) && ofTheseToo.test(event.event()))
                        .orElse(true));
        return inOrder(Stream.concat(ofCases(family, knownAt), aside), seen);
    }

    private Stream<RecordedEvent> ofCases(Collection<CaseId> family, Instant knownAt) {
        return family.stream().flatMap(caseId -> log.ofCase(caseId, knownAt).stream());
    }

    private List<Entry> inOrder(Stream<RecordedEvent> events, Predicate<String> seen) {
        return events.filter(event -> !event.name().endsWith(READ) && isTold(event, seen))
                .sorted(Comparator.comparingLong(RecordedEvent::position))
                .map(event -> entry(event).with(seen))
                .toList();
    }

    private static boolean isTold(RecordedEvent event, Predicate<String> seen) {
        var with = event.event().getClass().getAnnotation(ToldWith.class);
        return with == null || seen.test(with.value());
    }

    private Entry entry(RecordedEvent recorded) {
        var actor = recorded.metadata().actor();
        return new Entry(
                service.value(),
                recorded.position(),
                recorded.recordedAt(),
                recorded.name(),
                actor.role().name(),
                switch (actor) {
                    case Actor.Person person -> person.id().toString();
                    case Actor.Automatic automatic -> automatic.name();
                },
                recorded.caseId(),
                details(recorded));
    }

    private Map<String, JsonNode> details(RecordedEvent recorded) {
        ObjectNode fields = JSON.valueToTree(recorded.event());
        new PersonalFields((text, _, _) -> text.removeAll())
                .visit(fields, catalogue.entryOf(recorded.name()).type());
        var details = new LinkedHashMap<String, JsonNode>();
        fields.propertyStream()
                .filter(field -> !(field.getValue() instanceof ObjectNode object && object.isEmpty()))
                .forEach(field -> details.put(field.getKey(), field.getValue()));
        return details;
    }
}
