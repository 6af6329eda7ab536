package no.oppfolging.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import no.oppfolging.platform.messaging.Topics.TopicUnfit;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(RunningInbox.TOPICS)
class TopicsIT {
    private static final KafkaSettings SETTINGS = Topicsmith.settings(ServiceName.PLANS);

    @Test
    void a_service_makes_its_own_topic() throws Exception {
        Topicsmith.make(ServiceName.PLANS);
        Topicsmith.make(ServiceName.PLANS);

        try (var admin = asAdmin()) {
            assertThat(admin.describeTopics(Set.of("oppfolging.plan.v1"))
                            .allTopicNames()
                            .get()
                            .values())
                    .singleElement()
                    .satisfies(topic -> assertThat(topic.partitions()).hasSize(12));
        }
    }

    @Test
    void a_topic_with_other_partitions_is_said_to_be_unfit() throws Exception {
        make("oppfolging.narrow.v1", 3, Map.of("retention.ms", "-1"));

        assertThatThrownBy(() -> look("narrow"))
                .isInstanceOf(TopicUnfit.class)
                .hasMessage("Topic oppfolging.narrow.v1 has 3 partitions and must have 12,"
                        + " since a case's news lies on one of them for ever.");
    }

    @Test
    void a_topic_that_forgets_is_said_to_be_unfit() throws Exception {
        make("oppfolging.forgetful.v1", 12, Map.of("retention.ms", "1000"));

        assertThatThrownBy(() -> look("forgetful"))
                .isInstanceOf(TopicUnfit.class)
                .hasMessageEndingWith("and has cleanup.policy=delete, retention.ms=1000.");
    }

    @Test
    void a_broker_that_does_not_answer_is_said_so() {
        var nobody =
                new KafkaSettings("localhost:1", null, null, null, 1, Duration.ofSeconds(1), Duration.ofSeconds(1));
        var participant = new Participant("plan");

        try (var admin = new Clients(participant, nobody).admin()) {
            assertThatThrownBy(() -> new Topics(admin, participant, nobody).makeAndCheck())
                    .isInstanceOf(TopicUnfit.class)
                    .hasMessage("No broker answers at localhost:1.");
        }
    }

    private static void look(String producer) {
        try (var admin = asAdmin()) {
            new Topics(admin, new Participant(producer), SETTINGS).makeAndCheck();
        }
    }

    private static void make(String topic, int partitions, Map<String, String> config)
            throws ExecutionException, InterruptedException {
        try (var admin = asAdmin()) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(config)))
                    .all()
                    .get();
        }
    }

    private static Admin asAdmin() {
        return Admin.create(Servers.kafkaAdmin().clientProperties());
    }
}
