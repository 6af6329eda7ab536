package no.oppfolging.platform.testing;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * A real PostgreSQL server started from this JVM; in a folder that is kept as durable as one in production: what it has
 * answered, it keeps. Its clock face is set to a time zone nobody here uses, so that a zone taken for granted shows.
 */
public final class LocalPostgres implements PostgresServer {
    static final String TIME_ZONE = "America/St_Johns";
    private static final int STOP_SECONDS = 30;

    private final Path folder;
    private final boolean kept;
    private final EmbeddedPostgres server;
    private final Databases databases;

    private LocalPostgres(Path folder, boolean kept, boolean durable, int port) {
        this.folder = folder;
        this.kept = kept;
        var passwords = new Passwords(folder);
        try {
            this.server = start(folder, durable, port, passwords.of("postgres"));
        } catch (RuntimeException e) {
            clear();
            throw e;
        }
        try {
            requireOurOwn();
            requirePasswords(passwords.of("postgres"));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        this.databases = new Databases(server.getPostgresDatabase(), "localhost:" + server.getPort(), passwords);
    }

    /** On a free port, in a folder that is gone when the server is closed. */
    public static LocalPostgres start() {
        return thrownAway(false);
    }

    /** The same, but as durable as one that is kept, for whoever measures what that costs. */
    public static LocalPostgres startDurable() {
        return thrownAway(true);
    }

    private static LocalPostgres thrownAway(boolean durable) {
        return new LocalPostgres(OwnerOnly.temporaryFolder("oppfolging-postgres-"), false, durable, FreePort.find());
    }

    /**
     * On that port (0 for a free one), in that folder, which is kept. A server that was left running there, because the
     * JVM that started it was killed, is stopped first.
     */
    public static LocalPostgres start(Path folder, int port) {
        return new LocalPostgres(OwnerOnly.folder(folder), true, true, port == 0 ? FreePort.find() : port);
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public Database database(ServiceName service) {
        return databases.database(service);
    }

    @Override
    public Database freshDatabase(ServiceName service) {
        return databases.freshDatabase(service);
    }

    @Override
    public void close() {
        try {
            forgetWhatIsDead(folder.resolve("data"));
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            // Zonky waits five seconds; a busy machine may need longer.
            stopLeftover(folder.resolve("data"));
            clear();
        }
    }

    private void clear() {
        if (!kept) {
            OwnerOnly.delete(folder);
        }
    }

    /** A service's database, for those who look after the server: nothing is kept from them. */
    public DataSource superuser(ServiceName service) {
        return server.getDatabase("postgres", service.plural());
    }

    DataSource superuser() {
        return server.getPostgresDatabase();
    }

    /** A server that was killed has left its note; who finds it would wait for an answer. */
    private static void forgetWhatIsDead(Path data) throws IOException {
        if (running(data).isEmpty()) {
            Files.deleteIfExists(note(data));
        }
    }

    private static Path note(Path data) {
        return data.resolve("postmaster.pid");
    }

    private static Optional<ProcessHandle> running(Path data) throws IOException {
        if (!Files.exists(note(data))) {
            return Optional.empty();
        }
        try (var lines = Files.lines(note(data))) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(process -> process.info().commandLine().orElse("").contains(data.toString()));
        }
    }

    private static void stopLeftover(Path data) {
        try {
            var leftover = running(data);
            if (leftover.isPresent()) {
                leftover.get().destroy();
                leftover.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("A PostgreSQL that was left running in " + data + " does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One after the other: zonky is told its folder by a property of the whole JVM. */
    private static synchronized EmbeddedPostgres start(Path folder, boolean durable, int port, String password) {
        stopLeftover(folder.resolve("data"));
        if (!FreePort.isFree(port)) {
            throw new IllegalStateException("Another server answers on port " + port);
        }
        // Zonky makes this folder whether it needs it or not; ours is removed with the rest.
        System.setProperty("ot.epg.working-dir", folder.resolve("work").toString());
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(binaries(folder).toFile())
                    // A resolver of its own: zonky shares unpacked binaries between servers that share a resolver.
                    .setPgBinaryResolver(
                            (system, hardware) -> DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, hardware))
                    .setRegisterShutdownHook(false)
                    .setConnectConfig("password", password)
                    // What goes when the server is closed need not outlive the machine.
                    .setServerConfig("fsync", durable ? "on" : "off")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("timezone", TIME_ZONE)
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    // Slow hashing guards words that people choose; ours are 24 random bytes.
                    .setServerConfig("scram_iterations", "1")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on port " + port, e);
        }
    }

    /** The server's own, unless its programs were unpacked before where all that a build starts share them. */
    private static Path binaries(Path folder) {
        return Optional.ofNullable(System.getProperty("oppfolging.postgres.binaries"))
                .map(Path::of)
                .orElseGet(() -> folder.resolve("binaries"));
    }

    /** Something answered on the port; see that it is the server that was started, and not a stranger. */
    private void requireOurOwn() {
        try (var connection = superuser().getConnection();
                var answer = connection.createStatement().executeQuery("show data_directory")) {
            answer.next();
            var actual = Path.of(answer.getString(1)).toRealPath();
            if (!actual.equals(folder.resolve("data").toRealPath())) {
                throw new IllegalStateException("Another PostgreSQL answers on port " + server.getPort());
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Another server answers on port " + server.getPort(), e);
        }
    }

    /** A new server trusts everyone on the machine; from here on it asks everyone for a password. */
    private void requirePasswords(String password) {
        try (var connection = superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '%s'".formatted(password));
            Files.writeString(folder.resolve("data").resolve("pg_hba.conf"), """
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Could not close PostgreSQL to those without a password", e);
        }
    }
}
