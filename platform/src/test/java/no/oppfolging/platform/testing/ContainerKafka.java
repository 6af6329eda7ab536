package no.oppfolging.platform.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/** The broker of {@link LocalKafka}, with the same properties, in a container. */
final class ContainerKafka implements KafkaServer {
    private static final int CONTROLLER_PORT = 9094;
    private static final String FILE = "/tmp/oppfolging.properties";

    private final Path folder = OwnerOnly.temporaryFolder("oppfolging-kafka-");
    private final KafkaSetup setup;
    private final GenericContainer<?> container;

    ContainerKafka(String image) {
        // The broker tells its clients where it is, so it must know its port before it starts.
        var port = FreePort.find();
        var host = DockerClientFactory.instance().dockerHostIpAddress();
        setup = new KafkaSetup(host, port, CONTROLLER_PORT, "/tmp/oppfolging-kafka", new Passwords(folder));
        container = new GenericContainer<>(image)
                .withExposedPorts(port)
                .withCopyToContainer(Transferable.of(properties()), FILE)
                .withCreateContainerCmdModifier(command -> command.withEntrypoint("sh", "-c"))
                .withCommand(
                        "/opt/kafka/bin/kafka-storage.sh format --cluster-id %s --config %s %s && exec /opt/kafka/bin/kafka-server-start.sh %s"
                                .formatted(Uuid.randomUuid(), FILE, scramArguments(), FILE))
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1));
        container.setPortBindings(List.of(port + ":" + port));
        container.start();
        TopicRights.grant(login(ADMIN));
    }

    @Override
    public KafkaLogin login(String principal) {
        return setup.login(principal);
    }

    @Override
    public void close() {
        container.stop();
        OwnerOnly.delete(folder);
    }

    private String properties() {
        try (var writer = new StringWriter()) {
            setup.properties("0.0.0.0").store(writer, null);
            return writer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String scramArguments() {
        return String.join(
                " ", setup.scramArguments().stream().map(a -> "'" + a + "'").toList());
    }
}
