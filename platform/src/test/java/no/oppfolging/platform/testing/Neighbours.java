package no.oppfolging.platform.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import no.oppfolging.platform.messaging.Coordinates;
import no.oppfolging.platform.messaging.MessageType;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** HR's system and the other services around the one under test, played on the broker from the contracts' examples. */
public final class Neighbours {
    private static final int PARTITIONS = 12;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ContractFiles contracts = new ContractFiles();
    private final ServiceName own;
    private final TestIssuer issuer;

    Neighbours(ServiceName own, TestIssuer issuer) {
        this.own = own;
        this.issuer = issuer;
    }

    /** The other services made their topics before. */
    void makeTheirTopics() {
        Arrays.stream(ServiceName.values()).filter(other -> other != own).forEach(Neighbours::makeTopicOf);
    }

    private static void makeTopicOf(ServiceName other) {
        var topic = new NewTopic(other.topic(), Optional.of(PARTITIONS), Optional.empty());
        try {
            PlayedClients.admin(Servers.kafka(other))
                    .createTopics(List.of(topic))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** HR's system tells that somebody is employed, and who leads them. */
    public void hrTells(Employed someone, Optional<Employed> lineManager) {
        hrTells(someone, lineManager, List.of());
    }

    /** HR's system tells that somebody is employed, who leads them, and who takes the leader's place this year. */
    public void hrTells(Employed someone, Optional<Employed> lineManager, List<Employed> substitutes) {
        var message = example("no.oppfolging.hr.EmploymentStarted.v1", someone.employment());
        var data = (ObjectNode) message.get("data");
        data.put("employmentId", someone.employment().toString());
        var person = (ObjectNode) data.get("person");
        person.put("personId", someone.person().toString()).put("name", someone.name());
        ((ObjectNode) person.get("signInId")).put("issuer", issuer.uri()).put("subject", someone.signIn());
        data.remove("lineManager");
        lineManager.ifPresent(leader ->
                data.putObject("lineManager").put("personId", leader.person().toString()));
        var places = data.putArray("substitutes");
        substitutes.forEach(substitute -> places.addObject()
                .put("personId", substitute.person().toString())
                .put("from", "2026-01-01")
                .put("to", "2026-12-31"));
        send(Servers.hr(), message);
    }

    /** HR's system tells that somebody else leads an employee from a day on. */
    public void hrTellsOfNewLeader(Employed someone, Employed leader, String from) {
        hrTells(
                "EmploymentChanged",
                someone.employment(),
                Map.of(
                        "revision",
                        2,
                        "validFrom",
                        from,
                        "person",
                        Map.of(
                                "personId",
                                someone.person().toString(),
                                "name",
                                someone.name(),
                                "signInId",
                                Map.of("issuer", issuer.uri(), "subject", someone.signIn())),
                        "lineManager",
                        Map.of("personId", leader.person().toString())));
    }

    /** HR's system tells something of an employment: the contract's example, with these fields. */
    public void hrTells(String name, UUID employment, Map<String, Object> fields) {
        var message = example("no.oppfolging.hr." + name + ".v1", employment);
        var data = (ObjectNode) message.get("data");
        data.put("employmentId", employment.toString());
        fields.forEach((field, value) -> data.set(field, JSON.valueToTree(value)));
        send(Servers.hr(), message);
    }

    /**
     * Another service tells something of a case: the contract's example, with these fields.
     *
     * @param position in that service's log
     * @param previous what it told of the same case before; 0 when nothing
     */
    public void tells(
            ServiceName other, String name, UUID caseId, long position, long previous, Map<String, Object> fields) {
        var message = example("no.oppfolging." + other.producer() + "." + name + ".v1", caseId);
        message.put("position", Long.toString(position)).put("previous", Long.toString(previous));
        var data = (ObjectNode) message.get("data");
        if (data.has("caseId")) {
            data.put("caseId", caseId.toString());
        }
        fields.forEach((field, value) -> data.set(field, JSON.valueToTree(value)));
        send(Servers.kafka(other), message);
    }

    /** case-service tells that a case was opened for somebody. */
    public void caseOpened(UUID caseId, Employed someone, long position) {
        tells(
                ServiceName.CASES,
                "CaseOpened",
                caseId,
                position,
                0,
                Map.of(
                        "employmentId",
                        someone.employment().toString(),
                        "employeeId",
                        someone.person().toString()));
    }

    /** case-service tells that a case has become part of another. */
    public void casesMerged(UUID survivor, UUID absorbed, long position, long previous) {
        tells(
                ServiceName.CASES,
                "CasesMerged",
                survivor,
                position,
                previous,
                Map.of("survivor", survivor.toString(), "absorbed", List.of(absorbed.toString())));
    }

    /** case-service tells that a case is no longer part of another, and began on this day. */
    public void caseSplit(UUID kept, UUID created, String startedOn, long position, long previous) {
        tells(
                ServiceName.CASES,
                "CaseSplit",
                kept,
                position,
                previous,
                Map.of("kept", kept.toString(), "created", created.toString(), "startedOn", startedOn));
    }

    /** Another service says that it has told everything up to an instant. */
    public void haveToldUntil(ServiceName other, Instant until) {
        var login = Servers.kafka(other);
        var admin = PlayedClients.admin(login);
        try {
            var ends = new HashMap<String, Long>();
            for (var partition = 0; partition < PARTITIONS; partition++) {
                var at = new TopicPartition(other.topic(), partition);
                ends.put(
                        Integer.toString(partition),
                        admin.listOffsets(Map.of(at, OffsetSpec.latest()))
                                .partitionResult(at)
                                .get()
                                .offset());
            }
            var message = example("no.oppfolging.watermark.Watermark.v1", UUID.randomUUID());
            message.put("source", "urn:oppfolging:" + other.producer());
            var data = (ObjectNode) message.get("data");
            data.put("producer", other.producer()).put("topic", other.topic()).put("until", until.toString());
            data.set("offsets", JSON.valueToTree(ends));
            send(login, message);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * The contract's example of a type, about this key, with these fields; for a test that spoils it before it is put.
     */
    public ObjectNode message(String type, UUID key, Map<String, Object> fields) {
        var message = example(type, key);
        var data = (ObjectNode) message.get("data");
        fields.forEach((field, value) -> data.set(field, JSON.valueToTree(value)));
        return message;
    }

    /** Puts any bytes on any topic, as whoever signs in; tells where they lie, or throws what the broker says. */
    public Coordinates put(KafkaLogin login, String topic, String key, byte[] bytes) {
        return PlayedClients.put(login, topic, key, bytes);
    }

    /** What the service under test has told of a case, an employment or whatever else its messages' key is, so far. */
    public List<JsonNode> heard(UUID key) {
        var heard = new ArrayList<JsonNode>();
        PlayedClients.readAll(Servers.hr(), own.topic(), record -> {
            if (key.toString().equals(record.key())) {
                heard.add(JSON.readTree(record.value()));
            }
        });
        return heard;
    }

    private ObjectNode example(String type, UUID key) {
        var message = (ObjectNode) contracts.exampleOf(MessageType.of(type));
        return message.put("id", UUID.randomUUID().toString()).put("subject", key.toString());
    }

    private static void send(KafkaLogin login, ObjectNode message) {
        var topic = MessageType.of(message.get("type").asString()).topic();
        PlayedClients.put(login, topic, message.get("subject").asString(), JSON.writeValueAsBytes(message));
    }
}
