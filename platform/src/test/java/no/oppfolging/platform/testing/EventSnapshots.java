package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.eventlog.EventCodec;
import no.oppfolging.platform.eventlog.EventCodec.Encoded;
import no.oppfolging.platform.eventlog.EventCodec.Place;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.LegalBasis;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.json.JsonMapper;

/**
 * The approved stored form of every event, one file each under {@code src/test/resources/events/}.
 *
 * <p>A file that is missing or differs is a change to what is stored for ever. With {@code -Doppfolging.approve=true} a
 * missing file is written, to be read before it is committed; an existing one is never overwritten.
 */
public final class EventSnapshots {
    private static final UUID ID = UUID.fromString("0195563c-1111-7000-8000-000000000001");
    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Map<Class<?>, Object> examples;

    private EventSnapshots(Map<Class<?>, Object> examples) {
        this.examples = examples;
    }

    /** @param examples of records that check themselves, and so cannot be made of just any text */
    public static Stream<DynamicTest> of(EventCatalogue catalogue, Record... examples) {
        var codec = new EventCodec(catalogue, new UnsealedTexts(), List.of());
        var snapshots =
                new EventSnapshots(Arrays.stream(examples).collect(Collectors.toMap(Record::getClass, it -> it)));
        return catalogue.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> snapshots.check(catalogue.entryOf(name), codec)));
    }

    private void check(EventCatalogue.Entry entry, EventCodec codec) throws IOException {
        var event = (DomainEvent) sample(entry.type());
        var place =
                new Place(new OrganisationNumber("910825526"), event.stream().value(), 1, event.caseRef());
        var encoded = codec.encode(event, place);
        var stored = PRETTY.writeValueAsString(PRETTY.readTree(encoded.payload())) + "\n";

        var file = Path.of("src/test/resources/events", entry.name() + ".r" + entry.revision() + ".json");
        if (!Files.exists(file) && Boolean.getBoolean("oppfolging.approve")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, stored);
        }
        assertThat(file).as("the approved form of " + entry.name()).content().isEqualTo(stored);
        assertThat(codec.decode(new Encoded(entry.name(), entry.revision(), Files.readString(file)), place))
                .isEqualTo(event);
    }

    private Object sample(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return sampleOf(parameterized);
        }
        return switch (type) {
            case Class<?> it when examples.containsKey(it) -> examples.get(it);
            case Class<?> it when it == UUID.class -> ID;
            case Class<?> it when it == Instant.class -> Instant.parse("2026-03-02T08:00:00.123456Z");
            case Class<?> it when it == LocalDate.class -> LocalDate.of(2026, 3, 2);
            case Class<?> it when it == LocalTime.class -> LocalTime.of(9, 0);
            case Class<?> it when it == String.class -> "text";
            case Class<?> it when it == long.class || it == Long.class -> 7L;
            case Class<?> it when it == int.class || it == Integer.class -> 7;
            case Class<?> it when it == boolean.class || it == Boolean.class -> true;
            case Class<?> it when it == OrganisationNumber.class -> new OrganisationNumber("910825526");
            case Class<?> it when it == LegalBasis.class -> LegalBasis.of("aml § 4-6 (3)");
            case Class<?> it when it == PersonalText.class -> new PersonalText(new PersonId(ID), "Kari's text");
            case Class<?> it when it.isEnum() -> it.getEnumConstants()[0];
            case Class<?> it when it.isRecord() -> sampleRecord(it);
            default -> throw new IllegalArgumentException("An event may not hold a " + type.getTypeName());
        };
    }

    private Object sampleOf(ParameterizedType type) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return List.of(sample(arguments[0]));
        }
        if (type.getRawType() == Set.class) {
            return Set.of(sample(arguments[0]));
        }
        if (type.getRawType() == Optional.class) {
            return Optional.of(sample(arguments[0]));
        }
        if (type.getRawType() == Map.class) {
            return Map.of(sample(arguments[0]), sample(arguments[1]));
        }
        throw new IllegalArgumentException("An event may not hold a " + type.getTypeName());
    }

    private Object sampleRecord(Class<?> type) {
        var components = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> sample(component.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("No sample can be made of " + type.getName(), e);
        }
    }
}
