package no.oppfolging.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.OrganisationNumber;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets a message in when its topic's owner sent it and it fits its contract; bad input goes no further. */
final class Doorkeeper {
    private static final String HR = "hr";
    private static final String WATERMARK = "watermark";
    private static final int MOST_BYTES = 64 * 1024;

    private final Contracts contracts;

    Doorkeeper(Contracts contracts) {
        this.contracts = contracts;
    }

    /** What the doorkeeper says. */
    sealed interface Admission {
        record Admitted(Message message, ObjectNode event) implements Admission {
            /** The message in its structured form, whichever mode it came in. */
            byte[] bytes() {
                return Envelope.write(event);
            }
        }

        /** A watermark: it is about a producer, not about a case or an employment. */
        record ToldUntil(JsonNode data) implements Admission {}

        /** Of a type no contract of ours describes: a newer producer's news. */
        record PassedOver(Optional<UUID> key, Optional<Place> place) implements Admission {}

        record TurnedAway(BrokenRule rule, Presumed presumed) implements Admission {}
    }

    /**
     * What could be read of a message that was turned away.
     *
     * @param place only when the message came from its topic's owner: a forged one moves nothing
     */
    record Presumed(
            Optional<UUID> messageId,
            Optional<UUID> key,
            Optional<OrganisationNumber> organisation,
            UUID correlation,
            Optional<Place> place) {
        static Presumed nothing(Coordinates coordinates) {
            return new Presumed(
                    Optional.empty(), Optional.empty(), Optional.empty(), coordinates.id(), Optional.empty());
        }

        static Presumed of(Message message) {
            return new Presumed(
                    Optional.of(message.id()),
                    Optional.of(message.key()),
                    Optional.of(message.organisation()),
                    message.correlation(),
                    message.place());
        }

        Presumed withPlace(Optional<Place> known) {
            return new Presumed(messageId, key, organisation, correlation, known);
        }
    }

    Admission admit(ConsumerRecord<String, byte[]> record) {
        var coordinates = Coordinates.of(record);
        if (record.value() != null && record.value().length > MOST_BYTES) {
            return new Admission.TurnedAway(BrokenRule.whole("message-too-large"), Presumed.nothing(coordinates));
        }
        return Envelope.read(record)
                .map(event -> admit(record, event))
                .orElseGet(() ->
                        new Admission.TurnedAway(BrokenRule.whole("message-not-json"), Presumed.nothing(coordinates)));
    }

    /** A line of a file has no key of its own: it is the employment it tells of. */
    Admission admitWithoutKey(String topic, long number, byte[] value) {
        var unkeyed = new ConsumerRecord<>(topic, 0, number, "", value);
        if (value.length > MOST_BYTES) {
            return admit(unkeyed);
        }
        return Envelope.read(unkeyed)
                .map(event -> admit(new ConsumerRecord<>(topic, 0, number, keyOf(event), value), event))
                .orElseGet(() -> admit(unkeyed));
    }

    private static String keyOf(JsonNode event) {
        return event.at("/data/employmentId").asString("");
    }

    private Admission admit(ConsumerRecord<String, byte[]> record, ObjectNode event) {
        var presumed = presumed(record, event);
        if (!event.path("specversion").asString("").equals("1.0")
                || !event.path("type").isString()) {
            return new Admission.TurnedAway(BrokenRule.whole("message-not-cloudevent"), presumed);
        }
        var type = MessageType.read(event.path("type").asString());
        if (type.isEmpty() || !comesFromItsOwner(record.topic(), type.get(), event)) {
            return new Admission.TurnedAway(new BrokenRule("/type", "message-from-another-producer"), presumed);
        }
        if (!contracts.describe(type.get())) {
            return type.get().producer().equals(HR)
                    ? new Admission.TurnedAway(new BrokenRule("/type", "message-of-unknown-type"), presumed)
                    : new Admission.PassedOver(presumed.key(), place(event));
        }
        var owned = type.get().producer().equals(HR) ? presumed : presumed.withPlace(place(event));
        if (type.get().producer().equals(WATERMARK)) {
            return contracts
                    .brokenBy(type.get(), event)
                    .or(() -> untimely(event, "/data/until"))
                    .<Admission>map(rule -> new Admission.TurnedAway(rule, presumed))
                    .orElseGet(() -> new Admission.ToldUntil(event.path("data")));
        }
        return contracts
                .brokenBy(type.get(), event)
                .or(() -> brokenBeyondItsContract(record, type.get(), event))
                .<Admission>map(rule -> new Admission.TurnedAway(rule, owned))
                .orElseGet(() -> new Admission.Admitted(message(record, type.get(), event, owned), event));
    }

    private static boolean comesFromItsOwner(String topic, MessageType type, JsonNode event) {
        var owner =
                type.producer().equals(WATERMARK) ? event.at("/data/producer").asString("") : type.producer();
        return type.topic().equals(topic)
                && (owner.equals(HR) || event.path("source").asString("").equals("urn:oppfolging:" + owner));
    }

    private static Optional<BrokenRule> brokenBeyondItsContract(
            ConsumerRecord<String, byte[]> record, MessageType type, JsonNode event) {
        if (!OrganisationNumber.isValid(event.path("organisation").asString(""))) {
            return Optional.of(new BrokenRule("/organisation", "organisation-number-wrong"));
        }
        var untimely = untimely(event, "/time");
        if (untimely.isPresent()) {
            return untimely;
        }
        var key = type.producer().equals(HR)
                ? event.at("/data/employmentId").asString()
                : event.path("subject").asString();
        return key.equalsIgnoreCase(record.key())
                ? Optional.empty()
                : Optional.of(BrokenRule.whole("message-key-wrong"));
    }

    private static Message message(
            ConsumerRecord<String, byte[]> record, MessageType type, ObjectNode event, Presumed presumed) {
        return new Message(
                presumed.messageId().orElseThrow(),
                type,
                presumed.organisation().orElseThrow(),
                UUID.fromString(record.key()),
                time(event, "/time").orElseThrow(),
                presumed.correlation(),
                presumed.place(),
                event.path("data"),
                Coordinates.of(record));
    }

    private static Presumed presumed(ConsumerRecord<String, byte[]> record, JsonNode event) {
        var messageId = uuid(event.path("id").asString(""));
        var organisation = event.path("organisation").asString("");
        var correlation = traceparent(record, event).flatMap(Doorkeeper::correlation);
        return new Presumed(
                messageId,
                uuid(record.key()),
                OrganisationNumber.isValid(organisation)
                        ? Optional.of(new OrganisationNumber(organisation))
                        : Optional.empty(),
                correlation.or(() -> messageId).orElseGet(Coordinates.of(record)::id),
                Optional.empty());
    }

    private static Optional<String> traceparent(ConsumerRecord<String, byte[]> record, JsonNode event) {
        var attribute = event.path("traceparent").asString("");
        if (!attribute.isEmpty()) {
            return Optional.of(attribute);
        }
        return Optional.ofNullable(record.headers().lastHeader("traceparent"))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.US_ASCII));
    }

    private static Optional<UUID> correlation(String traceparent) {
        try {
            return Trace.correlationOf(traceparent);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Place> place(JsonNode event) {
        var position = event.path("position").asString("");
        var previous = event.path("previous").asString("");
        return position.matches("[0-9]{1,18}") && previous.matches("[0-9]{1,18}")
                ? Optional.of(new Place(Long.parseLong(position), Long.parseLong(previous)))
                : Optional.empty();
    }

    /** RFC 3339 knows times that are none here, such as a leap second. */
    private static Optional<BrokenRule> untimely(JsonNode event, String pointer) {
        return time(event, pointer).isPresent()
                ? Optional.empty()
                : Optional.of(new BrokenRule(pointer, "schema-format"));
    }

    private static Optional<Instant> time(JsonNode event, String pointer) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(event.at(pointer).asString()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<UUID> uuid(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
