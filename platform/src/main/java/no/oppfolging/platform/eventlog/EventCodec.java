package no.oppfolging.platform.eventlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.oppfolging.platform.eventlog.SealedTexts.Standing;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.privacy.PersonalTexts;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns events into what the log stores and back: JSON under a lasting name, with personal text sealed to the place it
 * stands in, so that a text moved to another event does not open.
 */
public final class EventCodec {
    private final EventCatalogue catalogue;
    private final Map<String, Upcaster> upcasters = new HashMap<>();
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final JsonMapper json;

    public EventCodec(EventCatalogue catalogue, PersonalTexts texts, List<Upcaster> upcasters) {
        this.catalogue = catalogue;
        this.json = EventJson.mapper()
                .rebuild()
                .disable(DeserializationFeature.WRAP_EXCEPTIONS)
                .disable(SerializationFeature.WRAP_EXCEPTIONS)
                .addModule(SealedTexts.module(texts))
                .build();
        upcasters.forEach(
                upcaster -> this.upcasters.put(keyOf(upcaster.eventName(), upcaster.fromRevision()), upcaster));
    }

    /** Where an event stands; what its personal texts are sealed to. */
    public record Place(OrganisationNumber organisation, UUID stream, long version, Optional<CaseId> caseId) {}

    /** An event as stored. */
    public record Encoded(String name, int revision, String payload) {}

    public Encoded encode(DomainEvent event, Place place) {
        var entry = catalogue.entryOf(event.getClass());
        var standing = new Standing(entry.name(), place);
        return new Encoded(
                entry.name(),
                entry.revision(),
                json.writer().withAttribute(SealedTexts.STANDING, standing).writeValueAsString(event));
    }

    /**
     * The event that a stored form stands for; an erased text reads {@link PersonalText#ERASED}.
     *
     * @throws UnknownEvent when this version of the service knows neither the name nor a way from its revision
     */
    public DomainEvent decode(Encoded encoded, Place place) {
        var entry = catalogue.entryOf(encoded.name());
        var reader = readers.computeIfAbsent(entry.type(), json::readerFor)
                .withAttribute(SealedTexts.STANDING, new Standing(entry.name(), place));
        return encoded.revision() == entry.revision()
                ? reader.readValue(encoded.payload())
                : reader.readValue(upToDate(entry, encoded));
    }

    /** @throws UnknownEvent when {@link #decode} would */
    void requireKnown(Encoded encoded) {
        var entry = catalogue.entryOf(encoded.name());
        for (var revision = encoded.revision(); revision != entry.revision(); revision++) {
            upcaster(encoded, revision);
        }
    }

    private ObjectNode upToDate(EventCatalogue.Entry entry, Encoded encoded) {
        var payload = (ObjectNode) json.readTree(encoded.payload());
        for (var revision = encoded.revision(); revision != entry.revision(); revision++) {
            payload = upcaster(encoded, revision).upcast(payload);
        }
        return payload;
    }

    private Upcaster upcaster(Encoded encoded, int revision) {
        var upcaster = upcasters.get(keyOf(encoded.name(), revision));
        if (upcaster == null) {
            throw new UnknownEvent(keyOf(encoded.name(), encoded.revision()));
        }
        return upcaster;
    }

    private static String keyOf(String name, int revision) {
        return name + " revision " + revision;
    }
}
