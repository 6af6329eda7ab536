package no.oppfolging.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LeafRecordTest {
    @TestFactory
    Stream<DynamicTest> gives_the_leaf_that_the_published_vector_gives() throws Exception {
        try (var file = LeafRecordTest.class.getResourceAsStream("/contracts/ledger/leaf-vectors.json")) {
            return JsonMapper.shared()
                    .readTree(file)
                    .get("vectors")
                    .valueStream()
                    .map(vector -> DynamicTest.dynamicTest(
                            vector.get("name").asString(),
                            () -> assertThat(HexFormat.of()
                                            .formatHex(record(vector.get("columns"))
                                                    .leaf()))
                                    .isEqualTo(vector.get("leaf").asString())));
        }
    }

    private static LeafRecord record(JsonNode columns) {
        return new LeafRecord(
                columns.get("position").asLong(),
                Instant.parse(columns.get("recordedAt").asString()),
                columns.get("organisation").asString(),
                id(columns, "stream"),
                columns.get("version").asLong(),
                Optional.of(columns.get("caseId"))
                        .filter(node -> !node.isNull())
                        .map(node -> UUID.fromString(node.asString())),
                columns.get("eventName").asString(),
                columns.get("revision").asLong(),
                id(columns, "eventId"),
                id(columns, "commandId"),
                columns.get("metadata").asString(),
                columns.get("payload").asString());
    }

    private static UUID id(JsonNode columns, String name) {
        return UUID.fromString(columns.get(name).asString());
    }
}
