package no.oppfolging.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes a service's own topic when it is not there, and checks it: a service whose topic is wrong does not start. */
final class Topics {
    static final int PARTITIONS = 12;
    private static final String FOR_EVER = "-1";

    private final Admin admin;
    private final Participant participant;
    private final KafkaSettings settings;

    Topics(Admin admin, Participant participant, KafkaSettings settings) {
        this.admin = admin;
        this.participant = participant;
        this.settings = settings;
    }

    /** What is wrong with a topic, in one sentence. */
    static final class TopicUnfit extends RuntimeException {
        TopicUnfit(String sentence) {
            super(sentence);
        }

        TopicUnfit(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    void makeAndCheck() {
        try {
            make(participant.topic(), FOR_EVER);
            make(Watermarks.TOPIC, Long.toString(Duration.ofDays(1).toMillis()));
            check(participant.topic());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException
                    ? nobodyAnswers(e)
                    : new TopicUnfit(
                            "The broker at " + settings + " refused topic " + participant.topic() + ": "
                                    + e.getMessage(),
                            e);
        } catch (TimeoutException e) {
            throw nobodyAnswers(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicUnfit("Interrupted while looking at topic " + participant.topic() + ".", e);
        }
    }

    private TopicUnfit nobodyAnswers(Exception cause) {
        return new TopicUnfit("No broker answers at " + settings.bootstrapServers() + ".", cause);
    }

    private void make(String topic, String retention)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (partitionsOf(topic).isPresent()) {
            return;
        }
        var made = new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of("cleanup.policy", "delete", "retention.ms", retention));
        try {
            admin.createTopics(List.of(made)).all().get(patience(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void check(String topic) throws ExecutionException, InterruptedException, TimeoutException {
        var partitions = partitionsOf(topic).orElse(PARTITIONS);
        if (partitions != PARTITIONS) {
            throw new TopicUnfit("Topic " + topic + " has " + partitions + " partitions and must have " + PARTITIONS
                    + ", since a case's news lies on one of them for ever.");
        }
        var config = configOf(topic);
        if (!value(config, "cleanup.policy").equals("delete")
                || !value(config, "retention.ms").equals(FOR_EVER)) {
            throw new TopicUnfit("Topic " + topic + " must be kept for ever and never compacted"
                    + " (cleanup.policy=delete, retention.ms=-1), and has cleanup.policy="
                    + value(config, "cleanup.policy") + ", retention.ms=" + value(config, "retention.ms") + ".");
        }
    }

    private Optional<Integer> partitionsOf(String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            var described = admin.describeTopics(Set.of(topic)).allTopicNames().get(patience(), TimeUnit.MILLISECONDS);
            return described.values().stream()
                    .map(found -> found.partitions().size())
                    .findFirst();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A topic just made is known to the controller before the broker that is asked has heard of it. */
    private Config configOf(String topic) throws ExecutionException, InterruptedException, TimeoutException {
        var end = System.nanoTime() + settings.patience().toNanos();
        while (true) {
            try {
                return configAsked(topic);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > end) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private Config configAsked(String topic) throws ExecutionException, InterruptedException, TimeoutException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(Set.of(resource)).all().get(patience(), TimeUnit.MILLISECONDS).values().stream()
                .findFirst()
                .orElseThrow();
    }

    private static String value(Config config, String name) {
        var entry = config.get(name);
        return entry == null || entry.value() == null ? "" : entry.value();
    }

    private long patience() {
        return settings.patience().toMillis();
    }
}
