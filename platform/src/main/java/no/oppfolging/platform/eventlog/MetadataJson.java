package no.oppfolging.platform.eventlog;

import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.Actor.Relation;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The metadata's stored form: a closed list of short keys, ids only. */
final class MetadataJson {
    private static final String BY = "by";
    private static final String AS = "as";
    private static final String SYSTEM = "system";
    private static final String RELATION = "relation";
    private static final String DIRECTORY = "directory";
    private static final String ON_BEHALF_OF = "for";
    private static final String CAUSE = "cause";
    private static final String CORRELATION = "correlation";

    private final JsonMapper json = JsonMapper.shared();

    String write(EventMetadata metadata) {
        var fields = json.createObjectNode();
        switch (metadata.actor()) {
            case Actor.Automatic automatic -> fields.put(SYSTEM, automatic.name());
            case Actor.Person person -> {
                fields.put(BY, person.id().toString());
                fields.put(AS, person.role().name());
                person.relation().ifPresent(relation -> {
                    fields.put(RELATION, relation.kind().name());
                    fields.put(DIRECTORY, relation.directoryPosition());
                });
                person.onBehalfOf().ifPresent(other -> fields.put(ON_BEHALF_OF, other.toString()));
            }
        }
        metadata.causation().ifPresent(cause -> fields.put(CAUSE, cause.toString()));
        fields.put(CORRELATION, metadata.correlation().toString());
        return json.writeValueAsString(fields);
    }

    EventMetadata read(String text, CommandId command) {
        var fields = (ObjectNode) json.readTree(text);
        return new EventMetadata(
                actor(fields),
                command,
                text(fields, CAUSE).map(UUID::fromString),
                UUID.fromString(fields.get(CORRELATION).asString()));
    }

    private static Actor actor(ObjectNode fields) {
        return text(fields, SYSTEM)
                .<Actor>map(Actor.Automatic::new)
                .orElseGet(() -> new Actor.Person(
                        PersonId.of(fields.get(BY).asString()),
                        Role.valueOf(fields.get(AS).asString()),
                        text(fields, RELATION)
                                .map(kind -> new Relation(
                                        Relation.Kind.valueOf(kind),
                                        fields.get(DIRECTORY).asLong())),
                        text(fields, ON_BEHALF_OF).map(PersonId::of)));
    }

    private static Optional<String> text(ObjectNode fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(JsonNode::asString);
    }
}
