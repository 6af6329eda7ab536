package no.oppfolging.platform.eventlog;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import java.util.function.Function;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.LegalBasis;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How records become JSON in the log: components by name, ids and other single values as plain text, times as ISO 8601.
 */
public final class EventJson {
    private EventJson() {}

    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .addModule(plainValues())
                .build();
    }

    /** Ids and other single values as plain text, both ways. */
    public static SimpleModule plainValues() {
        var module = new SimpleModule("plain values") {
            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addDeserializers(new IdentifierDeserializers());
            }
        };
        module.addSerializer(Identifier.class, written(id -> id.value().toString()));
        plain(module, OrganisationNumber.class, OrganisationNumber::value, OrganisationNumber::new);
        plain(module, LegalBasis.class, LegalBasis::citation, LegalBasis::new);
        return module;
    }

    private static <T> void plain(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, written(write));
        module.addDeserializer(type, read(read));
    }

    private static <T> ValueSerializer<T> written(Function<T, String> write) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(write.apply(value));
            }
        };
    }

    private static <T> ValueDeserializer<T> read(Function<String, T> read) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return read.apply(json.getString());
            }
        };
    }

    /** Reads any record that is an {@link Identifier} from its text. */
    private static final class IdentifierDeserializers extends Deserializers.Base {
        @Override
        public @org.jspecify.annotations.Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            var raw = type.getRawClass();
            return Identifier.class.isAssignableFrom(raw) && raw.isRecord()
                    ? read(text -> identifier(raw, text))
                    : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> valueType) {
            return Identifier.class.isAssignableFrom(valueType);
        }

        private static Object identifier(Class<?> type, String text) {
            var value = UUID.fromString(text);
            if (type == CaseId.class) {
                return new CaseId(value);
            }
            if (type == EmploymentId.class) {
                return new EmploymentId(value);
            }
            if (type == PersonId.class) {
                return new PersonId(value);
            }
            if (type == CommandId.class) {
                return new CommandId(value);
            }
            try {
                var constructor = type.getDeclaredConstructor(UUID.class);
                constructor.setAccessible(true);
                return constructor.newInstance(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type.getName() + " is not a record of one UUID", e);
            }
        }
    }
}
