package no.oppfolging.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.platform.testing.Numbers;
import no.oppfolging.platform.testing.Shows;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class RunStory {
    private static final String READY = "Oppfølging is ready: ";
    private static final int WEEKS = Numbers.areFull() ? 3 : 1;

    @TempDir
    private Path temporary;

    @Test
    @Shows(
            value = {"D-18", "D-06", "D-15", "D-26"},
            at = "GET /cases, /cases/{caseId}/own and /cases/dashboard of the made-up company")
    void a_newcomer_starts_the_product_signs_in_lets_weeks_pass_and_stops_it_and_nothing_is_left() throws Exception {
        try (var product = Program.start(temporary, "run", "--port", "0");
                var visitor = new Visitor();
                var http = HttpClient.newHttpClient()) {
            var home = awaitReady(product);
            var servers = product.servers();
            assertThat(servers).as("PostgreSQL runs beside it").isNotEmpty();
            assertThat(systemProperty(product, "axoniq.update-checker.disabled"))
                    .isEqualTo("true");

            assertThat(visitor.open(home).status()).isLessThan(500);
            assertThat(visitor.open(home.resolve("/mail")).status()).isEqualTo(200);
            assertThat(visitor.open(home.resolve("/clock")).text()).contains("Klokka i Oppfølging");
            assertThat(signIn(visitor, home)).contains("code=");
            muchHasBeenDone(new Company(http, home));
            weeksPass(new Company(http, home));

            product.stop();
            Program.mustEnd(servers);
        }
        try (var left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    /** Its past goes by without a hitch. */
    private static URI awaitReady(Program product) throws Exception {
        var said = new ArrayList<String>();
        while (said.isEmpty() || !said.getLast().startsWith(READY)) {
            said.add(product.nextLine().orElseThrow(() -> new AssertionError("It never became ready: " + said)));
        }
        assertThat(said).noneMatch(line -> line.contains("was not done"));
        return URI.create(said.getLast().substring(READY.length()));
    }

    /** What a company looks like that uses the product: to its HR, to a leader and to somebody who is away. */
    private static void muchHasBeenDone(Company company) throws Exception {
        assertThat(Duration.between(company.now(), Instant.now()).abs())
                .as("how far the clock is from the real time")
                .isLessThan(Duration.ofSeconds(10));
        var cases = company.cases();
        assertThat(cases.size()).isGreaterThan(40);
        assertThat(Company.outcomes(cases)).contains("OPEN", "MET", "MISSED", "EXEMPT", "LAPSED", "NOT_REQUIRED");
        assertThat(Company.with("MET", cases)).isGreaterThan(35);
        assertThat(Company.with("MISSED", cases)).isBetween(5L, 10L);
        assertThat(company.mails()).isGreaterThan(15);

        assertThat(company.seenBy("ola", "/cases"))
                .contains("For sent (", "I dag (", "Denne uken (", "Venter på andre (", "Avtalt oppfølging");
        assertThat(company.seenBy("kari", "/cases/" + company.caseOf("kari") + "/own"))
                .contains("plukklister", "pakkelinje", "Minst en gang i uken");
        assertThat(company.seenBy("hanne", "/cases/dashboard")).contains("Verkstedet</td>", "<td>5</td>");
    }

    /** The days pass one by one. */
    private static void weeksPass(Company company) throws Exception {
        var clock = company.letPass(7 * WEEKS);
        assertThat(clock.path("gaveUp")).isEmpty();
        assertThat(clock.path("stops").size()).isGreaterThan(10 * WEEKS / 3);
        var now = Instant.parse(clock.path("now").asString());
        assertThat(Instant.parse(clock.path("nextDue").asString())).isAfter(now);
        assertThat(Company.openBefore(
                        company.cases(), clock.path("oslo").asString().substring(0, 10)))
                .as("deadlines that have passed and are not judged")
                .isZero();
    }

    @Test
    void a_product_that_is_stopped_while_it_starts_leaves_nothing_either() throws Exception {
        try (var product = Program.start(temporary, "run", "--port", "0")) {
            assertThat(product.nextLine())
                    .hasValueSatisfying(line -> assertThat(line).startsWith("Starting "));
            product.stop();
            Program.mustEnd(product.servers());
        }
        try (var left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
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

    /** The made-up company as Hanne in HR sees it. */
    private record Company(HttpClient http, URI home) {
        JsonNode letPass(int days) throws Exception {
            return read(HttpRequest.newBuilder(home.resolve("/clock/api"))
                    .POST(BodyPublishers.ofString("{\"days\": " + days + "}")));
        }

        Instant now() throws Exception {
            return Instant.parse(read(HttpRequest.newBuilder(home.resolve("/clock/api")))
                    .path("now")
                    .asString());
        }

        int mails() throws Exception {
            return read(HttpRequest.newBuilder(home.resolve("/mail/api"))).size();
        }

        JsonNode cases() throws Exception {
            return casesOf("hanne");
        }

        String caseOf(String person) throws Exception {
            return casesOf(person).path(0).path("caseId").asString();
        }

        private JsonNode casesOf(String person) throws Exception {
            var token = read(HttpRequest.newBuilder(home.resolve("/issuer/demo-token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("audience=case-service&person=" + person)))
                    .path("access_token")
                    .asString();
            return read(HttpRequest.newBuilder(home.resolve("/api/cases")).header("Authorization", "Bearer " + token));
        }

        String seenBy(String person, String page) {
            try (var visitor = new Visitor()) {
                var picker = visitor.open(home.resolve(page));
                return visitor.submit(picker, "/issuer/sign-in", Map.of("person", person), "nowhere")
                        .text();
            }
        }

        static long openBefore(JsonNode cases, String day) {
            return cases.valueStream()
                    .filter(one -> one.path("closedOn").isMissingNode()
                            || one.path("closedOn").isNull())
                    .flatMap(one -> one.path("deadlines").valueStream())
                    .filter(deadline -> deadline.path("outcome").asString().equals("OPEN"))
                    .filter(deadline -> deadline.path("dueOn").asString().compareTo(day) < 0)
                    .count();
        }

        static Set<String> outcomes(JsonNode cases) {
            return allOutcomes(cases).collect(Collectors.toSet());
        }

        static long with(String outcome, JsonNode cases) {
            return allOutcomes(cases).filter(outcome::equals).count();
        }

        private static Stream<String> allOutcomes(JsonNode cases) {
            return cases.valueStream()
                    .flatMap(one -> one.path("deadlines").valueStream())
                    .map(deadline -> deadline.path("outcome").asString());
        }

        private JsonNode read(HttpRequest.Builder request) throws Exception {
            return JsonMapper.shared()
                    .readTree(
                            http.send(request.build(), BodyHandlers.ofString()).body());
        }
    }
}
