package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.platform.eventlog.EventJson;
import no.oppfolging.platform.eventlog.EventMetadata;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.messaging.Contracts;
import no.oppfolging.platform.messaging.Coordinates;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outbox;
import no.oppfolging.platform.messaging.Outbox.News;
import no.oppfolging.platform.messaging.Place;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every contract, and how a test asks whether a message fits its own. */
public final class ContractRules {
    private final ContractFiles files = new ContractFiles();
    private final Contracts contracts = new Contracts();

    /** Fails when a message breaks its contract, or has none. */
    public void assertFits(JsonNode message) {
        var type = MessageType.of(message.path("type").asString());
        assertThat(contracts.describe(type)).as("a contract describes %s", type).isTrue();
        assertThat(contracts.brokenBy(type, message))
                .as("rules broken by %s", type)
                .isEmpty();
    }

    /** Fails when what an outbox tells does not fit its contract; gives the fields it tells. */
    public JsonNode assertFits(News news) {
        var message = (ObjectNode) files.exampleOf(news.type());
        var data = EventJson.mapper().valueToTree(news.data());
        message.set("data", data);
        message.put("subject", news.key().toString());
        assertFits(message);
        return data;
    }

    /** The contract's example of a type, as an inbox is handed it. */
    public Message exampleOf(MessageType type) {
        var example = files.exampleOf(type);
        var id = UUID.fromString(example.path("id").asString());
        return new Message(
                id,
                type,
                new OrganisationNumber(example.path("organisation").asString()),
                UUID.fromString(example.path("subject").asString()),
                OffsetDateTime.parse(example.path("time").asString()).toInstant(),
                id,
                example.has("position")
                        ? Optional.of(new Place(
                                Long.parseLong(example.path("position").asString()),
                                Long.parseLong(example.path("previous").asString())))
                        : Optional.empty(),
                example.path("data"),
                new Coordinates(type.topic(), 0, 0));
    }

    /** The contract's example of a type gives a consumer's own record all it asks for. */
    public DynamicTest isUnderstood(MessageType type, Class<? extends Record> own) {
        return DynamicTest.dynamicTest(
                type.name(), () -> assertThat(exampleOf(type).as(own)).hasNoNullFieldsOrProperties());
    }

    /** What an outbox tells of an event, if anything. */
    public static Optional<News> told(Outbox outbox, DomainEvent event) {
        var stream = event.stream().value();
        return outbox.tell(new RecordedEvent(
                1,
                Instant.parse("2026-03-16T08:00:00Z"),
                new OrganisationNumber(RunningService.ORGANISATION),
                stream,
                1,
                event.caseRef(),
                "test." + event.getClass().getSimpleName(),
                stream,
                new EventMetadata(new Actor.Automatic("test"), new CommandId(stream), Optional.empty(), stream),
                event));
    }

    public Stream<DynamicTest> everyExampleFits() {
        return files.examples().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    assertFits(files.read(file));
                }));
    }

    public Stream<DynamicTest> everySchemaHasAnExampleAndBothGoldenSamples() {
        return files.types().stream()
                .map(type -> DynamicTest.dynamicTest(type.toString(), () -> {
                    assertThat(files.exampleOf(type).path("type").asString()).isEqualTo(type.toString());
                    var golden = files.folder().resolve("golden").resolve(type.producer());
                    assertThat(golden.resolve(type.name() + ".v" + type.major() + ".full.json"))
                            .exists();
                    assertThat(golden.resolve(type.name() + ".v" + type.major() + ".least.json"))
                            .exists();
                }));
    }

    /** What was published once stays readable: nothing removed, narrowed or made required within a major version. */
    public Stream<DynamicTest> everyGoldenSampleStillFits() {
        return files.goldenSamples().stream()
                .map(file ->
                        DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertFits(files.read(file))));
    }

    /** A newer producer may say more than we know of. */
    public Stream<DynamicTest> unknownFieldsAreAllowed() {
        return files.types().stream()
                .map(type -> DynamicTest.dynamicTest(type.toString(), () -> {
                    var message = (ObjectNode) files.exampleOf(type);
                    message.put("somethingnew", "x");
                    ((ObjectNode) message.get("data")).put("somethingNew", "x");
                    assertFits(message);
                }));
    }

    /** An id that is no UUID is refused wherever an id may stand, so that a national id can never travel as one. */
    public Stream<DynamicTest> noIdCanBeANationalIdentityNumber() {
        return files.types().stream()
                .flatMap(type -> files.exampleOf(type).path("data").properties().stream()
                        .filter(field -> field.getKey().endsWith("Id"))
                        .filter(field -> field.getValue().isString())
                        .map(field -> DynamicTest.dynamicTest(type + " " + field.getKey(), () -> {
                            var message = (ObjectNode) files.exampleOf(type);
                            ((ObjectNode) message.get("data")).put(field.getKey(), "01017012345");
                            assertThat(contracts.brokenBy(type, message))
                                    .hasValueSatisfying(
                                            rule -> assertThat(rule.pointer()).isEqualTo("/data/" + field.getKey()));
                        })));
    }
}
