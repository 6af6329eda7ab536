package no.oppfolging.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The CloudEvents envelope on Kafka: written as structured JSON, read in structured and in binary mode. */
final class Envelope {
    static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";
    private static final String PREFIX = "ce_";

    /** Far deeper than any contract, and far from what cannot be written again. */
    private static final int DEEPEST = 64;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Envelope() {}

    static byte[] write(ObjectNode event) {
        return JSON.writeValueAsBytes(event);
    }

    static ObjectNode blank() {
        return JSON.createObjectNode();
    }

    /** The event in its structured form, whichever mode it came in; empty when it is no JSON object. */
    static Optional<ObjectNode> read(ConsumerRecord<?, byte[]> record) {
        var value = record.value();
        if (value == null) {
            return Optional.empty();
        }
        return parse(value).map(read -> isBinary(record.headers()) ? structured(record.headers(), read) : read);
    }

    private static Optional<ObjectNode> parse(byte[] value) {
        try {
            return JSON.readTree(value) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode structured(Headers headers, JsonNode data) {
        var event = JSON.createObjectNode();
        for (var header : headers) {
            if (header.key().startsWith(PREFIX) && header.value() != null) {
                var attribute = header.key().substring(PREFIX.length()).toLowerCase(Locale.ROOT);
                event.put(attribute, new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        event.set("data", data);
        return event;
    }

    private static boolean isBinary(Headers headers) {
        var contentType = text(headers, "content-type");
        return text(headers, PREFIX + "specversion") != null
                && (contentType == null || !contentType.startsWith("application/cloudevents"));
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
