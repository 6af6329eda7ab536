package no.oppfolging.platform.eventlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.privacy.PersonalTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns events into what the log stores and back: JSON under a lasting name, with personal text sealed to the place it
 * stands in, so that a text moved to another event does not open.
 */
public final class EventCodec {
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";
    private static final String SEALED = "sealed";

    private final EventCatalogue catalogue;
    private final PersonalTexts texts;
    private final Map<String, Upcaster> upcasters = new HashMap<>();
    private final JsonMapper json = EventJson.mapper();

    public EventCodec(EventCatalogue catalogue, PersonalTexts texts, List<Upcaster> upcasters) {
        this.catalogue = catalogue;
        this.texts = texts;
        upcasters.forEach(
                upcaster -> this.upcasters.put(keyOf(upcaster.eventName(), upcaster.fromRevision()), upcaster));
    }

    /** Where an event stands; what its personal texts are sealed to. */
    public record Place(OrganisationNumber organisation, UUID stream, long version, Optional<CaseId> caseId) {}

    /** An event as stored. */
    public record Encoded(String name, int revision, String payload) {}

    public Encoded encode(DomainEvent event, Place place) {
        var entry = catalogue.entryOf(event.getClass());
        JsonNode payload = json.valueToTree(event);
        new PersonalFields((field, purpose, path) -> {
                    var text = new PersonalText(
                            PersonId.of(field.get(SUBJECT).asString()),
                            field.get(TEXT).asString());
                    field.remove(TEXT);
                    field.put(SEALED, texts.seal(text, place.caseId(), purpose, contextOf(entry.name(), place, path)));
                })
                .visit(payload, entry.type());
        return new Encoded(entry.name(), entry.revision(), json.writeValueAsString(payload));
    }

    /**
     * The event that a stored form stands for; an erased text reads {@link PersonalText#ERASED}.
     *
     * @throws UnknownEvent when this version of the service knows neither the name nor a way from its revision
     */
    public DomainEvent decode(Encoded encoded, Place place) {
        var entry = catalogue.entryOf(encoded.name());
        var payload = upToDate(entry, encoded);
        new PersonalFields((field, _, path) -> {
                    var subject = PersonId.of(field.get(SUBJECT).asString());
                    var sealed = field.get(SEALED).asString();
                    field.remove(SEALED);
                    field.put(
                            TEXT,
                            texts.open(subject, sealed, contextOf(entry.name(), place, path))
                                    .text());
                })
                .visit(payload, entry.type());
        return json.treeToValue(payload, entry.type());
    }

    private ObjectNode upToDate(EventCatalogue.Entry entry, Encoded encoded) {
        var payload = (ObjectNode) json.readTree(encoded.payload());
        for (var revision = encoded.revision(); revision != entry.revision(); revision++) {
            var upcaster = upcasters.get(keyOf(entry.name(), revision));
            if (upcaster == null) {
                throw new UnknownEvent(keyOf(encoded.name(), encoded.revision()));
            }
            payload = upcaster.upcast(payload);
        }
        return payload;
    }

    private static String keyOf(String name, int revision) {
        return name + " revision " + revision;
    }

    private static String contextOf(String name, Place place, String path) {
        return String.join(
                "|",
                place.organisation().value(),
                place.stream().toString(),
                Long.toString(place.version()),
                name,
                path);
    }
}
