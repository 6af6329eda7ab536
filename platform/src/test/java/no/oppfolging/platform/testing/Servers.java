package no.oppfolging.platform.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * The PostgreSQL and the Kafka that all tests of one JVM share: in containers where an engine answers and has the
 * image, else embedded. Each starts when it is first asked for, says once which it is, and stops with the JVM.
 */
public final class Servers {
    static {
        // A machine may have much else to do.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        // News needs a few milliseconds from place to place; what takes longer is not made faster by looking.
        Awaitility.setDefaultPollDelay(Duration.ofMillis(10));
        Awaitility.setDefaultPollInterval((count, _) -> Duration.ofMillis(Math.min(30L * count, 150)));
    }

    private Servers() {}

    /** The service's own database: shared by all tests of the JVM. */
    public static Database database(ServiceName service) {
        return Postgres.SERVER.database(service);
    }

    /** Lets PostgreSQL start on a thread of its own, while whoever will need it begins with something else. */
    static void beginPostgres() {
        Thread.ofPlatform().daemon().start(() -> {
            var _ = Postgres.SERVER;
        });
    }

    /** A new, empty database for the service, for a test that wants no traces of others. */
    public static Database freshDatabase(ServiceName service) {
        return Postgres.SERVER.freshDatabase(service);
    }

    public static KafkaLogin kafka(ServiceName service) {
        return Kafka.SERVER.login(service);
    }

    /** How the employer's HR system signs in. */
    public static KafkaLogin hr() {
        return Kafka.SERVER.login(KafkaServer.HR);
    }

    public static KafkaLogin kafkaAdmin() {
        return Kafka.SERVER.login(KafkaServer.ADMIN);
    }

    /** Everything a service is configured with to use its own database and the broker. */
    public static Map<String, String> properties(ServiceName service) {
        var properties = new HashMap<>(database(service).properties());
        properties.putAll(kafka(service).properties());
        return Map.copyOf(properties);
    }

    private static <S extends AutoCloseable> S stoppedWithTheJvm(S server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
        return server;
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }

    private static final class Postgres {
        static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            var image = System.getProperty("oppfolging.postgres.image", "postgres:18");
            if (Engine.here().has(image)) {
                say("PostgreSQL for the tests: a container of " + image);
                return stoppedWithTheJvm(new ContainerPostgres(image));
            }
            say("PostgreSQL for the tests: embedded, for no engine has " + image);
            return stoppedWithTheJvm(LocalPostgres.start());
        }
    }

    private static final class Kafka {
        static final KafkaServer SERVER = start();

        private static KafkaServer start() {
            var image = System.getProperty("oppfolging.kafka.image", "apache/kafka:4.2.2");
            if (Engine.here().has(image)) {
                say("Kafka for the tests: a container of " + image);
                return stoppedWithTheJvm(new ContainerKafka(image));
            }
            say("Kafka for the tests: embedded, for no engine has " + image);
            return stoppedWithTheJvm(LocalKafka.start());
        }
    }
}
