package no.oppfolging.platform.eventlog;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells a case's story from a service's own log, as it was known at an instant; without anybody's words or names. */
public final class CaseHistory {
    private static final JsonMapper JSON = EventJson.mapper();

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
            Map<String, JsonNode> details) {}

    /** What was recorded about a case up to an instant. */
    public List<Entry> of(CaseId caseId, Instant knownAt) {
        return log.ofCase(caseId, knownAt).stream().map(this::entry).toList();
    }

    /** The same, and what its stream tells of no case in particular, such as absences. */
    public List<Entry> of(CaseId caseId, UUID stream, Instant knownAt) {
        var aside = log.ofStream(stream).stream()
                .filter(event -> event.caseId().isEmpty() && !event.recordedAt().isAfter(knownAt));
        return Stream.concat(log.ofCase(caseId, knownAt).stream(), aside)
                .sorted(Comparator.comparingLong(RecordedEvent::position))
                .map(this::entry)
                .toList();
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
