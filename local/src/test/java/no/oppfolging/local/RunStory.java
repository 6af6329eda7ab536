package no.oppfolging.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStory {
    @TempDir
    private Path temporary;

    @Test
    void a_newcomer_starts_the_product_signs_in_and_stops_it_and_nothing_is_left() throws Exception {
        try (var product = Program.start(temporary, "run", "--port", "0");
                var visitor = new Visitor()) {
            var home = product.awaitReady();
            var servers = product.servers();
            assertThat(servers).as("PostgreSQL runs beside it").isNotEmpty();

            assertThat(visitor.open(home).status()).isLessThan(500);
            assertThat(visitor.open(home.resolve("/mail")).status()).isEqualTo(200);
            assertThat(visitor.open(home.resolve("/clock")).text()).contains("Klokka i Oppfølging");
            assertThat(signIn(visitor, home)).contains("code=");
            assertThat(systemProperty(product, "axoniq.update-checker.disabled"))
                    .isEqualTo("true");

            product.stop();
            Program.mustEnd(servers);
        }
        try (var left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_product_that_is_stopped_while_it_starts_leaves_nothing_either() throws Exception {
        try (var product = Program.start(temporary, "run", "--port", "0")) {
            assertThat(product.nextLine()).startsWith("Starting ");
            product.stop();
            Program.mustEnd(product.servers());
        }
        try (var left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_product_that_was_killed_goes_on_with_its_data() throws Exception {
        var data = temporary.resolve("data").toString();
        try (var killed = Program.start(temporary, "run", "--port", "0", "--data", data)) {
            killed.awaitReady();
            killed.kill();
        }
        try (var again = Program.start(temporary, "run", "--port", "0", "--data", data);
                var visitor = new Visitor()) {
            var home = again.awaitReady();
            assertThat(visitor.open(home.resolve("/mail")).status()).isEqualTo(200);
            var servers = again.servers();

            again.stop();
            Program.mustEnd(servers);
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
        assertThat(complaint("dance")).isEqualTo("Unknown command dance; see --help for those there are.");
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
        try (var product = Program.start(temporary, arguments)) {
            var said = product.complaint();
            assertThat(product.awaitEnd()).isEqualTo(2);
            return said;
        }
    }

    private static String systemProperty(Program program, String name) throws Exception {
        var machine = VirtualMachine.attach(String.valueOf(program.pid()));
        try {
            return machine.getSystemProperties().getProperty(name);
        } finally {
            machine.detach();
        }
    }
}
