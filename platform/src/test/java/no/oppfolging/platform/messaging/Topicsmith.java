package no.oppfolging.platform.messaging;

import java.time.Duration;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;

/** Makes the topic of a service that does not run in a test. */
final class Topicsmith {
    private Topicsmith() {}

    static void make(ServiceName service) {
        var participant = new Participant(service.producer());
        var settings = settings(service);
        try (var admin = new Clients(participant, settings).admin()) {
            new Topics(admin, participant, settings).makeAndCheck();
        }
    }

    static KafkaSettings settings(ServiceName service) {
        var login = Servers.kafka(service);
        return new KafkaSettings(
                login.bootstrapServers(),
                login.username(),
                login.password(),
                null,
                1,
                Duration.ofMillis(200),
                Duration.ofSeconds(20));
    }
}
