package no.oppfolging.platform.testing;

import static no.oppfolging.platform.testing.ServiceName.CASES;
import static no.oppfolging.platform.testing.ServiceName.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class LocalKafkaIT {
    private static final String INTERNAL = "oppfolging.case.internal.v1";

    private LocalKafka broker;
    private KafkaLogin hr;

    @BeforeAll
    void start() throws Exception {
        broker = LocalKafka.start();
        hr = broker.login(KafkaServer.HR);
        createTopic(broker.login(CASES), CASES.topic());
        createTopic(broker.login(CASES), INTERNAL);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void lets_the_owner_of_a_topic_write_it_and_nobody_else() {
        assertThatCode(() -> write(broker.login(CASES), CASES.topic())).doesNotThrowAnyException();
        assertThatThrownBy(() -> write(broker.login(MEETINGS), CASES.topic()))
                .hasRootCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> write(hr, CASES.topic())).hasRootCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void lets_HR_write_its_own_topic_and_our_services_only_read_it() {
        assertThatCode(() -> write(hr, "oppfolging.hr.v1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> write(broker.login(CASES), "oppfolging.hr.v1"))
                .hasRootCauseInstanceOf(TopicAuthorizationException.class);
        assertThat(read(broker.login(MEETINGS), "oppfolging.hr.v1")).contains("news");
    }

    @Test
    void shows_HR_what_is_published_and_not_what_is_internal() throws Exception {
        write(broker.login(CASES), CASES.topic());
        write(broker.login(CASES), INTERNAL);
        assertThat(read(hr, CASES.topic())).contains("news");
        assertThat(read(broker.login(MEETINGS), INTERNAL)).contains("news");
        assertThatThrownBy(() -> read(hr, INTERNAL)).isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void turns_away_those_with_a_wrong_password() {
        var stranger = new KafkaLogin(hr.bootstrapServers(), "hr", "guessed");
        assertThatThrownBy(() -> write(stranger, "oppfolging.hr.v1"))
                .hasRootCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void goes_on_with_the_data_it_left(@TempDir Path folder) throws Exception {
        try (var first = LocalKafka.start(folder, 0)) {
            write(first.login(KafkaServer.HR), "oppfolging.hr.v1");
        }
        try (var second = LocalKafka.start(folder, 0)) {
            assertThat(read(second.login(CASES), "oppfolging.hr.v1")).containsExactly("news");
        }
    }

    private static void createTopic(KafkaLogin login, String name) throws Exception {
        try (var admin = Admin.create(login.clientProperties())) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(10, TimeUnit.SECONDS);
        }
    }

    private static void write(KafkaLogin login, String topic) throws Exception {
        var properties = new HashMap<>(login.clientProperties());
        properties.put("max.block.ms", 10_000);
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, "key", "news")).get(10, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(KafkaLogin login, String topic) {
        try (var consumer =
                new KafkaConsumer<>(login.clientProperties(), new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(10)).records(partition).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }
}
