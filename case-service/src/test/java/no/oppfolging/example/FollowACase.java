package no.oppfolging.example;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Follows a case from opened to closed. Knows a Kafka client, JSON, and the folder contracts/; nothing else of ours.
 */
public final class FollowACase {
    private static final String CONTRACTS = "https://contracts.oppfolging.invalid/";

    private FollowACase() {}

    /**
     * Returns when the case is closed, with a line for each message: when, what, and what it says.
     *
     * @param broker where it is and how one signs in
     */
    public static List<String> follow(Map<String, Object> broker, Path contracts, String caseId) {
        var topic = YAMLMapper.shared()
                .readTree(contracts.resolve("asyncapi.yaml"))
                .at("/channels/case/address")
                .asString();
        var schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(at -> read(contracts, at)));
        var lines = new ArrayList<String>();
        var heard = 0L;
        try (var consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            while (true) {
                for (var record : consumer.poll(Duration.ofMillis(200)).records(topic)) {
                    if (!caseId.equals(record.key())) {
                        continue;
                    }
                    var message = YAMLMapper.shared().readTree(record.value());
                    var position = Long.parseLong(message.path("position").asString());
                    if (position <= heard) {
                        continue; // told again
                    }
                    if (Long.parseLong(message.path("previous").asString()) != heard) {
                        throw new IllegalStateException("Something is missing before " + record.value());
                    }
                    heard = position;
                    var name = message.path("type").asString().replaceFirst(".*\\.([A-Za-z]+)\\.v1", "$1");
                    var schema = SchemaLocation.of(CONTRACTS + "case/" + name + ".v1.schema.json");
                    var wrong = schemas.getSchema(schema).validate(message);
                    if (!wrong.isEmpty()) {
                        throw new IllegalStateException(wrong.toString());
                    }
                    lines.add("%s %s %s".formatted(message.path("time").asString(), name, message.path("data")));
                    if (name.equals("CaseClosed")) {
                        return lines;
                    }
                }
            }
        }
    }

    private static String read(Path contracts, String location) {
        try {
            return Files.readString(contracts.resolve(location.substring(CONTRACTS.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
