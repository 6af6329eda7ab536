package no.oppfolging.platform.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.EventJson;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.ToldAt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * News that has been let in: it comes from whom it says, and fits its contract.
 *
 * @param key what it is about, in whose order it is handled: a case, else an employment
 * @param time when it happened, as its producer says
 * @param correlation the same for everything that follows from one first request or message; its trace id
 * @param place empty for what HR tells, which has no log
 */
public record Message(
        UUID id,
        MessageType type,
        OrganisationNumber organisation,
        UUID key,
        Instant time,
        UUID correlation,
        Optional<Place> place,
        JsonNode data,
        Coordinates coordinates) {
    private static final JsonMapper JSON = EventJson.mapper();

    TopicKey topicKey() {
        return new TopicKey(coordinates.topic(), key);
    }

    /** Reads what it tells into a service's own record, with only the fields that record names. */
    public <T> T as(Class<T> own) {
        return JSON.treeToValue(data, own);
    }

    /** Where it stands among its producer's news; before all of it for what HR tells. */
    public ToldAt toldAt() {
        return place.map(it -> new ToldAt(it.position())).orElse(ToldAt.BEFORE_ALL);
    }

    /** Where a command that follows from this message comes from; heard twice, it has the same id. */
    public CommandOrigin origin(String handler, Identifier target) {
        return new CommandOrigin(
                new CommandId(DerivedId.of(id, handler + "/" + target.value())),
                organisation,
                new Actor.Automatic(handler),
                Optional.empty(),
                Optional.of(id),
                correlation);
    }

    @Override
    public String toString() {
        return type + " " + id + " " + coordinates;
    }
}
