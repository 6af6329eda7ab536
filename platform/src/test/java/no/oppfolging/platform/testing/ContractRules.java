package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import no.oppfolging.platform.messaging.Contracts;
import no.oppfolging.platform.messaging.MessageType;
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
