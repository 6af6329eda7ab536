package no.oppfolging.local.frontdoor;

import static no.oppfolging.platform.testing.ServiceName.CASES;
import static no.oppfolging.platform.testing.ServiceName.MEETINGS;
import static no.oppfolging.platform.testing.ServiceName.NOTIFICATIONS;
import static no.oppfolging.platform.testing.ServiceName.PLANS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.oppfolging.local.HtmlPages;
import no.oppfolging.platform.testing.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontDoorIT {
    private final int port = FreePort.find();
    private HttpServer cases;
    private HttpServer meetings;
    private FrontDoor door;
    private HttpClient client;

    @BeforeEach
    void open() throws IOException {
        cases = service("cases");
        meetings = service("meetings");
        var nobody = FreePort.find();
        var services = Map.of(
                CASES,
                cases.getAddress().getPort(),
                MEETINGS,
                meetings.getAddress().getPort(),
                PLANS,
                nobody,
                NOTIFICATIONS,
                nobody);
        door = new FrontDoor(port, services, nobody, Map.of("/mail", HttpExchange::close), new HtmlPages());
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void close() {
        client.close();
        door.close();
        cases.stop(0);
        meetings.stop(0);
    }

    @Test
    void leads_each_path_to_the_service_that_owns_it() throws Exception {
        assertThat(get("/cases/1").body()).startsWith("cases GET /cases/1");
        assertThat(get("/api/meetings?on=2026-05-04").body()).startsWith("meetings GET /api/meetings?on=2026-05-04");
        assertThat(get("/meetings").body()).startsWith("meetings GET /meetings");
        assertThat(get("/api/cases/1/meetings").body()).startsWith("meetings GET /api/cases/1/meetings");
        assertThat(get("/api/cases/1/history").body()).startsWith("cases GET /api/cases/1/history");
        assertThat(get("/").body()).startsWith("cases GET /");
        assertThat(get("/meetingsofold").body()).startsWith("cases GET /meetingsofold");
    }

    @Test
    void leads_nobody_to_what_is_for_operations_alone() throws Exception {
        for (var path :
                List.of("/actuator/prometheus", "/%61ctuator/health", "/actuator", "/cases/../actuator/health")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void tells_the_service_under_which_address_it_is_seen_whatever_the_caller_claims() throws Exception {
        var answer = send(request("/cases").header("X-Forwarded-Host", "evil.example"));
        assertThat(answer.body())
                .contains("x-forwarded-host: [localhost:" + port + "]")
                .contains("x-forwarded-proto: [http]")
                .contains("x-forwarded-port: [" + port + "]");
    }

    @Test
    void passes_headers_cookies_and_refusals_both_ways() throws Exception {
        var answer = send(request("/cases").header("Cookie", "a=b").header("If-Match", "\"7\""));
        assertThat(answer.body()).contains("cookie: [a=b]").contains("if-match: [\"7\"]");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactlyInAnyOrder("one=1", "two=2");
        assertThat(get("/cases/refused").statusCode()).isEqualTo(409);
    }

    @Test
    void passes_bodies_of_known_and_unknown_length() throws Exception {
        var text = "Møte på mandag. ".repeat(20_000);
        var known = send(request("/cases").POST(BodyPublishers.ofString(text)));
        assertThat(known.body()).endsWith("\n" + text);
        var unknown = send(request("/cases")
                .POST(BodyPublishers.fromPublisher(
                        BodyPublishers.ofByteArrays(List.of(text.getBytes(StandardCharsets.UTF_8))))));
        assertThat(unknown.body()).endsWith("\n" + text);
    }

    @Test
    void answers_for_a_service_that_is_away_in_plain_Norwegian() throws Exception {
        var answer = get("/plans/1");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("lang=\"nb\"").contains("Denne delen av Oppfølging svarer ikke akkurat nå");
        assertThat(get("/cases").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Says back what it heard. */
    private static HttpServer service(String name) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var heard =
                        new StringBuilder(name + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI());
                exchange.getRequestHeaders()
                        .forEach((header, values) -> heard.append('\n')
                                .append(header.toLowerCase(Locale.ROOT))
                                .append(": ")
                                .append(values));
                heard.append("\n\n")
                        .append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                var body = heard.toString().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().put("Set-Cookie", List.of("one=1", "two=2"));
                exchange.sendResponseHeaders(
                        exchange.getRequestURI().getPath().endsWith("/refused") ? 409 : 200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        return server;
    }
}
