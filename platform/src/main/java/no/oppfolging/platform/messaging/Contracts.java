package no.oppfolging.platform.messaging;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The contracts of all messages, as the files under {@code contracts/} tell them. */
public final class Contracts {
    private static final String BASE = "https://contracts.oppfolging.invalid/";
    private static final Comparator<Error> OUTERMOST_FIRST = Comparator.<Error>comparingInt(
                    error -> error.getInstanceLocation().toString().length())
            .thenComparing(error -> error.getInstanceLocation().toString())
            .thenComparing(Error::getKeyword);

    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Contracts::file)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .locale(Locale.ROOT)
                            .build()));
    private final Map<MessageType, Optional<Schema>> byType = new ConcurrentHashMap<>();

    /** Whether a contract describes messages of this type. */
    public boolean describe(MessageType type) {
        return schema(type).isPresent();
    }

    /** The first rule of its contract that a message breaks, the outermost of them. */
    public Optional<BrokenRule> brokenBy(MessageType type, JsonNode message) {
        return schema(type)
                .flatMap(schema ->
                        errors(schema, message).stream().min(OUTERMOST_FIRST).map(Contracts::told));
    }

    /** The validator reads a number that has a limit as a long, and gives up on one that no long can hold. */
    private static List<Error> errors(Schema schema, JsonNode message) {
        try {
            return schema.validate(message);
        } catch (JsonNodeException e) {
            return schema.validate(withoutImmenseNumbers(message.deepCopy()));
        }
    }

    private static JsonNode withoutImmenseNumbers(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List.copyOf(object.propertyNames())
                    .forEach(name -> object.set(name, withoutImmenseNumbers(object.path(name))));
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, withoutImmenseNumbers(array.path(i)));
            }
        }
        return node.isNumber() && !node.canConvertToLong() ? NullNode.getInstance() : node;
    }

    private Optional<Schema> schema(MessageType type) {
        return byType.computeIfAbsent(type, this::load);
    }

    private Optional<Schema> load(MessageType type) {
        var location = BASE + type.producer() + "/" + type.name() + ".v" + type.major() + ".schema.json";
        return Optional.ofNullable(file(location))
                .map(text -> schemas.getSchema(SchemaLocation.of(location), text, InputFormat.JSON));
    }

    private static BrokenRule told(Error error) {
        var place = error.getInstanceLocation().toString();
        var missing = error.getProperty();
        var pointer = "required".equals(error.getKeyword()) && missing != null ? place + "/" + missing : place;
        return new BrokenRule(pointer, "schema-" + error.getKeyword().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String file(String location) {
        if (!location.startsWith(BASE)) {
            return null;
        }
        try (var stream = Contracts.class.getResourceAsStream("/contracts/" + location.substring(BASE.length()))) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the contract " + location, e);
        }
    }
}
