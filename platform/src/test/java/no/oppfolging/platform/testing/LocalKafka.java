package no.oppfolging.platform.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real broker in this JVM, with everyone's own password and the rights of production. */
public final class LocalKafka implements KafkaServer {
    private final Path folder;
    private final boolean kept;
    private final KafkaSetup setup;
    private final KafkaRaftServer server;

    private LocalKafka(Path folder, boolean kept, int port) {
        this.folder = folder;
        this.kept = kept;
        var data = folder.resolve("data");
        this.setup = new KafkaSetup("localhost", port, FreePort.find(), data.toString(), new Passwords(folder));
        try {
            this.server = start(data);
            TopicRights.grant(login(ADMIN));
        } catch (RuntimeException e) {
            clear();
            throw e;
        }
    }

    /** On a free port, in a folder that is gone when the broker is closed. */
    public static LocalKafka start() {
        return new LocalKafka(OwnerOnly.temporaryFolder("oppfolging-kafka-"), false, FreePort.find());
    }

    /** On that port (0 for a free one), in that folder, which is kept. */
    public static LocalKafka start(Path folder, int port) {
        return new LocalKafka(OwnerOnly.folder(folder), true, port == 0 ? FreePort.find() : port);
    }

    @Override
    public KafkaLogin login(String principal) {
        return setup.login(principal);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        clear();
    }

    private void clear() {
        if (!kept) {
            OwnerOnly.delete(folder);
        }
    }

    private KafkaRaftServer start(Path data) {
        var properties = setup.properties("localhost");
        var file = folder.resolve("server.properties");
        try {
            OwnerOnly.createFile(file);
            try (var writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(file);
        }
        var started = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        try {
            started.startup();
        } catch (RuntimeException e) {
            started.shutdown();
            throw e;
        }
        return started;
    }

    private void format(Path file) {
        var arguments = new ArrayList<>(
                List.of("format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()));
        arguments.addAll(setup.scramArguments());
        var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var exit = StorageTool.execute(arguments.toArray(String[]::new), quiet);
        if (exit != 0) {
            throw new IllegalStateException("Kafka's storage could not be made in " + folder);
        }
    }
}
