package no.oppfolging.platform.testing;

import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Who may write and read which topic: only its owner writes; HR's system reads what is published, and no more. */
final class TopicRights {
    private static final String HR_TOPIC = "oppfolging.hr.v1";
    private static final String WATERMARKS = "oppfolging.watermark.v1";
    private static final int PARTITIONS = 12;
    private static final short REPLICAS = 1;
    private static final int SECONDS = 20;

    private TopicRights() {}

    /** Grants the rights, and makes the two topics that no single service owns. */
    static void grant(KafkaLogin admin) {
        try (var client = Admin.create(admin.clientProperties())) {
            var rights = rights();
            client.createAcls(rights).all().get(SECONDS, TimeUnit.SECONDS);
            var existing = client.listTopics().names().get(SECONDS, TimeUnit.SECONDS);
            var missing = topics().stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            client.createTopics(missing).all().get(SECONDS, TimeUnit.SECONDS);
            awaitInForce(client, rights.size());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Could not grant the rights to topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The controller has them; wait until the broker, which asks for them, has heard. */
    private static void awaitInForce(Admin client, int count)
            throws ExecutionException, InterruptedException, TimeoutException {
        var until = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        while (client.describeAcls(AclBindingFilter.ANY)
                        .values()
                        .get(SECONDS, TimeUnit.SECONDS)
                        .size()
                < count) {
            if (System.nanoTime() > until) {
                throw new TimeoutException("The broker has not heard of the rights");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static List<NewTopic> topics() {
        var fourteenDays =
                Map.of("retention.ms", String.valueOf(Duration.ofDays(14).toMillis()));
        var aDay = Map.of("retention.ms", String.valueOf(Duration.ofDays(1).toMillis()));
        return List.of(
                new NewTopic(HR_TOPIC, PARTITIONS, REPLICAS).configs(fourteenDays),
                new NewTopic(WATERMARKS, PARTITIONS, REPLICAS).configs(aDay));
    }

    private static List<AclBinding> rights() {
        var rights = new ArrayList<AclBinding>();
        for (var service : ServiceName.values()) {
            var principal = service.plural();
            allow(rights, principal, TOPIC, "oppfolging.", PREFIXED, READ, DESCRIBE, DESCRIBE_CONFIGS);
            allow(rights, principal, TOPIC, service.topicPrefix(), PREFIXED, WRITE, CREATE, ALTER_CONFIGS);
            allow(rights, principal, TOPIC, WATERMARKS, LITERAL, WRITE, CREATE, ALTER_CONFIGS);
            allow(rights, principal, GROUP, service.group(), PREFIXED, READ, DESCRIBE);
            allow(rights, KafkaServer.HR, TOPIC, service.topic(), LITERAL, READ, DESCRIBE);
        }
        allow(rights, KafkaServer.HR, TOPIC, HR_TOPIC, LITERAL, WRITE, DESCRIBE);
        allow(rights, KafkaServer.HR, TOPIC, WATERMARKS, LITERAL, READ, DESCRIBE);
        allow(rights, KafkaServer.HR, GROUP, KafkaServer.HR, PREFIXED, READ, DESCRIBE);
        return List.copyOf(rights);
    }

    private static void allow(
            List<AclBinding> rights,
            String principal,
            ResourceType kind,
            String name,
            PatternType pattern,
            AclOperation... operations) {
        var resource = new ResourcePattern(kind, name, pattern);
        for (var operation : operations) {
            var entry = new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW);
            rights.add(new AclBinding(resource, entry));
        }
    }
}
