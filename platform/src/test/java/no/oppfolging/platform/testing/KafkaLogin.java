package no.oppfolging.platform.testing;

import java.util.Map;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/** How one principal reaches the broker: SASL/SCRAM, on this machine without TLS. */
public record KafkaLogin(String bootstrapServers, String username, String password) {

    /** What a service is configured with. */
    public Map<String, String> properties() {
        return Map.of(
                "oppfolging.kafka.bootstrap-servers", bootstrapServers,
                "oppfolging.kafka.username", username,
                "oppfolging.kafka.password", password);
    }

    /** What a Kafka client of its own is configured with. */
    public Map<String, Object> clientProperties() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "%s required username=\"%s\" password=\"%s\";"
                        .formatted(ScramLoginModule.class.getName(), username, password));
    }

    @Override
    public String toString() {
        return username + "@" + bootstrapServers;
    }
}
