package no.oppfolging.plans;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.testing.ContractFiles;
import no.oppfolging.platform.testing.FreePort;
import no.oppfolging.platform.testing.KafkaLogin;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.TestIssuer;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import no.oppfolging.platform.time.MovableClock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The plan-service on a real database and broker, with HR's system and case-service played from the contracts. */
record RunningPlans(
        String address,
        TestIssuer issuer,
        MovableClock clock,
        ConfigurableApplicationContext context,
        HttpClient http) {
    static final String ORGANISATION = "312345609";
    static final Instant MONDAY_NINE = Instant.parse("2026-03-09T08:00:00Z");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ContractFiles CONTRACTS = new ContractFiles();

    static RunningPlans running() {
        return Once.RUNNING;
    }

    private static final class Once {
        static final RunningPlans RUNNING = start();
    }

    private static RunningPlans start() {
        makeCaseTopic();
        var issuer = TestIssuer.start();
        var clock = MovableClock.startingAt(MONDAY_NINE);
        var port = FreePort.find();
        var address = "http://localhost:" + port;
        var properties = new HashMap<String, Object>(
                Servers.freshDatabase(ServiceName.PLANS).properties());
        properties.putAll(Servers.kafka(ServiceName.PLANS).properties());
        properties.putAll(issuer.properties());
        properties.put("oppfolging.kafka.tick", "200ms");
        properties.put("oppfolging.keys.service-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        properties.put("oppfolging.front-door.url", address);
        properties.put("server.port", port);
        properties.put("management.otlp.metrics.export.enabled", false);
        properties.put("management.tracing.export.enabled", false);
        properties.put("management.opentelemetry.enabled", false);
        var context = new SpringApplicationBuilder(PlansApplication.class)
                .registerShutdownHook(false)
                .properties(Map.of("spring.config.name", "plans"))
                .initializers(fresh -> {
                    fresh.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
                    ((GenericApplicationContext) fresh).registerBean(Clock.class, () -> clock);
                })
                .run();
        return new RunningPlans(address, issuer, clock, context, HttpClient.newHttpClient());
    }

    private static void makeCaseTopic() {
        try (var admin = Admin.create(Servers.kafka(ServiceName.CASES).clientProperties())) {
            var topic = new NewTopic(ServiceName.CASES.topic(), Optional.of(12), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An employee who signs in under a name, and who leads them; each test has people of its own. */
    record Employed(UUID person, UUID employment, String signIn, String name) {
        static Employed named(String name, String signIn) {
            return new Employed(UUID.randomUUID(), UUID.randomUUID(), signIn, name);
        }
    }

    void hrTells(Employed someone, Optional<UUID> lineManager) {
        var message = example("no.oppfolging.hr.EmploymentStarted.v1", someone.employment());
        var data = (ObjectNode) message.get("data");
        data.put("employmentId", someone.employment().toString());
        var person = (ObjectNode) data.get("person");
        person.put("personId", someone.person().toString()).put("name", someone.name());
        ((ObjectNode) person.get("signInId")).put("issuer", issuer.uri()).put("subject", someone.signIn());
        data.remove("lineManager");
        lineManager.ifPresent(leader -> data.putObject("lineManager").put("personId", leader.toString()));
        send(Servers.hr(), message);
    }

    void caseServiceTells(String name, UUID caseId, long position, long previous, Map<String, Object> fields) {
        var message = example("no.oppfolging.case." + name + ".v1", caseId);
        message.put("position", Long.toString(position)).put("previous", Long.toString(previous));
        var data = (ObjectNode) message.get("data");
        fields.forEach((field, value) -> data.set(field, JSON.valueToTree(value)));
        send(Servers.kafka(ServiceName.CASES), message);
    }

    private static ObjectNode example(String type, UUID key) {
        var message = (ObjectNode) CONTRACTS.exampleOf(MessageType.of(type));
        return message.put("id", UUID.randomUUID().toString()).put("subject", key.toString());
    }

    private static void send(KafkaLogin login, ObjectNode message) {
        var topic = MessageType.of(message.get("type").asString()).topic();
        try (var producer = new KafkaProducer<>(
                new HashMap<>(login.clientProperties()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            topic, message.get("subject").asString(), JSON.writeValueAsBytes(message)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the service has told about a case so far. */
    List<JsonNode> told(UUID caseId) {
        try (var consumer = new KafkaConsumer<>(
                new HashMap<>(Servers.hr().clientProperties()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(ServiceName.PLANS.topic()).stream()
                    .map(found -> new TopicPartition(found.topic(), found.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var told = new ArrayList<JsonNode>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(50)).forEach(record -> {
                    if (caseId.toString().equals(record.key())) {
                        told.add(JSON.readTree(record.value()));
                    }
                });
            }
            return told;
        }
    }

    /** An answer over HTTP. */
    record Answered(int status, JsonNode body, Optional<String> etag) {}

    Answered get(Someone someone, String path) {
        return exchange(request(path).header("Authorization", "Bearer " + issuer.token(someone, "plan-service")));
    }

    Answered getAsProgram(String path) {
        var token = issuer.programToken("notification-service", "plan-service", ORGANISATION);
        return exchange(request(path).header("Authorization", "Bearer " + token));
    }

    Answered post(Someone someone, String path, Optional<String> etag, String body) {
        var request = request(path)
                .header("Authorization", "Bearer " + issuer.token(someone, "plan-service"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        etag.ifPresent(tag -> request.header("If-Match", tag));
        return exchange(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "application/json");
    }

    private Answered exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answered(
                    answer.statusCode(),
                    JSON.readTree(answer.body().isEmpty() ? "null" : answer.body()),
                    answer.headers().firstValue("ETag"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
