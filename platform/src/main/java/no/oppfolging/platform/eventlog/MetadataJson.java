package no.oppfolging.platform.eventlog;

import static java.util.Objects.requireNonNull;

import java.io.StringWriter;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.Actor.Relation;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

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
        var text = new StringWriter(160);
        try (var fields = json.createGenerator(text)) {
            fields.writeStartObject();
            switch (metadata.actor()) {
                case Actor.Automatic automatic -> fields.writeStringProperty(SYSTEM, automatic.name());
                case Actor.Person person -> writePerson(fields, person);
            }
            if (metadata.causation().isPresent()) {
                fields.writeStringProperty(CAUSE, metadata.causation().get().toString());
            }
            fields.writeStringProperty(CORRELATION, metadata.correlation().toString());
            fields.writeEndObject();
        }
        return text.toString();
    }

    private static void writePerson(JsonGenerator fields, Actor.Person person) {
        fields.writeStringProperty(BY, person.id().toString());
        fields.writeStringProperty(AS, person.role().name());
        person.relation().ifPresent(relation -> {
            fields.writeStringProperty(RELATION, relation.kind().name());
            fields.writeNumberProperty(DIRECTORY, relation.directoryPosition());
        });
        person.onBehalfOf().ifPresent(other -> fields.writeStringProperty(ON_BEHALF_OF, other.toString()));
    }

    EventMetadata read(String text, CommandId command) {
        var fields = new Fields();
        try (var tokens = json.createParser(text)) {
            tokens.nextToken();
            for (var name = tokens.nextName(); name != null; name = tokens.nextName()) {
                tokens.nextToken();
                fields.take(name, tokens);
            }
        }
        return fields.metadata(command);
    }

    /** What has been read so far. */
    private static final class Fields {
        private @Nullable String by;
        private @Nullable String as;
        private @Nullable String system;
        private @Nullable String relation;
        private long directory;
        private @Nullable String onBehalfOf;
        private @Nullable String cause;
        private @Nullable String correlation;

        void take(String name, JsonParser value) {
            switch (name) {
                case BY -> by = value.getString();
                case AS -> as = value.getString();
                case SYSTEM -> system = value.getString();
                case RELATION -> relation = value.getString();
                case DIRECTORY -> directory = value.getLongValue();
                case ON_BEHALF_OF -> onBehalfOf = value.getString();
                case CAUSE -> cause = value.getString();
                case CORRELATION -> correlation = value.getString();
                default -> value.skipChildren();
            }
        }

        EventMetadata metadata(CommandId command) {
            return new EventMetadata(
                    system == null ? person() : new Actor.Automatic(system),
                    command,
                    Optional.ofNullable(cause).map(UUID::fromString),
                    UUID.fromString(requireNonNull(correlation, CORRELATION)));
        }

        private Actor.Person person() {
            return new Actor.Person(
                    PersonId.of(requireNonNull(by, BY)),
                    Role.valueOf(requireNonNull(as, AS)),
                    Optional.ofNullable(relation).map(kind -> new Relation(Relation.Kind.valueOf(kind), directory)),
                    Optional.ofNullable(onBehalfOf).map(PersonId::of));
        }
    }
}
