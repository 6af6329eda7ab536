package no.oppfolging.local.story;

import java.net.URI;
import java.nio.file.Path;
import javax.sql.DataSource;
import no.oppfolging.platform.testing.KafkaServer;
import no.oppfolging.platform.testing.ServiceName;
import org.springframework.beans.factory.ListableBeanFactory;

/** What a story has in hand besides the front door: HR's topic, and what whoever runs the servers could do. */
public interface Backstage {
    URI frontDoor();

    /** Who issues the tokens, as HR's system knows it. */
    String issuer();

    KafkaServer kafka();

    /** Where to keep what must be known when the story goes on after an accident. */
    Path notes();

    /** A service's database, with every right. */
    DataSource superuser(ServiceName service);

    /** The parts of a running service. */
    ListableBeanFactory parts(ServiceName service);

    /** Stops all services, does something to what they keep, starts them again, and waits until they are at rest. */
    void restartServices(Runnable meanwhile);
}
