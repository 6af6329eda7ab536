package no.oppfolging.platform.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service reaches the broker.
 *
 * @param username the service's own principal; without one nobody signs in
 * @param member a lasting name of this instance among those of its service that read: whoever comes back under it,
 *     after a crash as well, has its part of the topics back at once; without one it is somebody new each time
 * @param readers how many threads read the topics
 * @param tick how often watermarks are told, and waiting messages looked at, in real time
 */
@ConfigurationProperties("oppfolging.kafka")
public record KafkaSettings(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @Nullable String username,
        @Nullable String password,
        @Nullable String member,
        @DefaultValue("2") int readers,
        @DefaultValue("1s") Duration tick,
        @DefaultValue("20s") Duration patience) {

    /** What every client of the broker is made with. */
    Map<String, Object> client() {
        var properties = new HashMap<String, Object>();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("metadata.max.age.ms", 5_000);
        if (username != null && !username.isEmpty()) {
            properties.put("security.protocol", "SASL_PLAINTEXT");
            properties.put("sasl.mechanism", "SCRAM-SHA-512");
            properties.put(
                    "sasl.jaas.config",
                    "%s required username=\"%s\" password=\"%s\";"
                            .formatted(ScramLoginModule.class.getName(), username, password));
        }
        return properties;
    }

    Optional<String> lastingMember() {
        return Optional.ofNullable(member).filter(name -> !name.isEmpty());
    }

    @Override
    public String toString() {
        return username + "@" + bootstrapServers;
    }
}
