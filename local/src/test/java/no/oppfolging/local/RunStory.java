package no.oppfolging.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStory {
    private static final String READY = "Oppfølging is ready: ";

    @TempDir
    private Path temporary;

    @Test
    void a_newcomer_starts_the_product_signs_in_and_stops_it_and_nothing_is_left() throws Exception {
        var product = start("run", "--port", "0");
        try (var output = product.inputReader(UTF_8);
                var visitor = new Visitor()) {
            var home = awaitReady(output);
            var servers = processesInTheFolder(product);
            assertThat(servers).as("PostgreSQL runs beside it").isNotEmpty();

            assertThat(visitor.open(home).status()).isLessThan(500);
            assertThat(visitor.open(home.resolve("/mail")).text()).contains("Ingen e-post ennå.");
            assertThat(signIn(visitor, home)).contains("code=");
            assertThat(systemProperty(product, "axoniq.update-checker.disabled"))
                    .isEqualTo("true");

            product.toHandle().destroy();
            assertThat(product.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(rest(output)).endsWith("Stopped.");
            mustEnd(servers);
        } finally {
            product.destroyForcibly();
        }
        try (var left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_product_that_is_stopped_while_it_starts_leaves_nothing_either() throws Exception {
        var product = start("run", "--port", "0");
        try (var output = product.inputReader(UTF_8)) {
            assertThat(output.readLine()).startsWith("Starting ");
            product.toHandle().destroy();
            assertThat(product.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(rest(output)).endsWith("Stopped.");
        } finally {
            product.destroyForcibly();
        }
        mustEnd(processesInTheFolder(product));
        try (var left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_product_that_was_killed_goes_on_with_its_data() throws Exception {
        var data = temporary.resolve("data").toString();
        var killed = start("run", "--port", "0", "--data", data);
        try (var output = killed.inputReader(UTF_8)) {
            awaitReady(output);
            killed.toHandle().destroyForcibly();
            killed.waitFor();
        }
        var again = start("run", "--port", "0", "--data", data);
        try (var output = again.inputReader(UTF_8);
                var visitor = new Visitor()) {
            var home = awaitReady(output);
            assertThat(visitor.open(home.resolve("/mail")).status()).isEqualTo(200);
            var servers = processesInTheFolder(again);

            again.toHandle().destroy();
            assertThat(again.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(rest(output)).endsWith("Stopped.");
            mustEnd(servers);
        } finally {
            again.destroyForcibly();
        }
        assertThat(temporary.resolve("data").resolve("postgres")).exists();
    }

    @Test
    void a_busy_port_is_told_in_one_sentence() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = busy.getLocalPort();
            assertThat(complaint("--port", String.valueOf(port)))
                    .isEqualTo("Port " + port + " is in use; stop what listens there, or choose others with --port.");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_in_one_sentence() throws Exception {
        var file = Files.createFile(temporary.resolve("file"));
        var folder = file.resolve("data");
        assertThat(complaint("--port", "0", "--data", folder.toString()))
                .isEqualTo("The folder " + folder + " cannot be written to; choose another with --data.");
    }

    @Test
    void an_unknown_command_is_told_in_one_sentence() throws Exception {
        assertThat(complaint("dance")).isEqualTo("Unknown command dance; known are run and dry-run (see --help).");
    }

    private static String signIn(Visitor visitor, URI home) {
        var back = home.resolve("/cases/signed-in").toString();
        var picker = visitor.open(
                home.resolve("/issuer/oauth2/authorize?response_type=code&client_id=case-service&scope=openid&state=s"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
                        + "&redirect_uri=" + back),
                back);
        return visitor.submit(picker, "/issuer/sign-in", Map.of("person", "kari"), back)
                .uri()
                .toString();
    }

    private String complaint(String... arguments) throws Exception {
        var product = start(arguments);
        try (var errors = product.errorReader(UTF_8)) {
            var said = errors.readAllAsString().strip();
            assertThat(product.waitFor()).isEqualTo(2);
            return said;
        }
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Oppfolging.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private static URI awaitReady(BufferedReader output) throws IOException {
        var said = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()));
            }
        }
        throw new AssertionError("It never became ready: " + said);
    }

    /** PostgreSQL is no child of the JVM's, but its command names the folder it lives in. */
    private List<ProcessHandle> processesInTheFolder(Process product) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != product.pid())
                .filter(process -> process.info().commandLine().orElse("").contains(temporary.toString()))
                .toList();
    }

    private static void mustEnd(List<ProcessHandle> processes) {
        for (var process : processes) {
            assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    private static String rest(BufferedReader output) throws IOException {
        return output.readAllAsString().strip();
    }

    private static String systemProperty(Process process, String name) throws Exception {
        var machine = VirtualMachine.attach(String.valueOf(process.pid()));
        try {
            return machine.getSystemProperties().getProperty(name);
        } finally {
            machine.detach();
        }
    }
}
