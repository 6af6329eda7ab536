package no.oppfolging.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompanyStory {
    @TempDir
    private Path temporary;

    @Test
    void hr_tells_of_a_company_and_three_weeks_pass_day_by_day() throws Exception {
        try (var product = Program.start(temporary, "run", "--port", "0");
                var http = HttpClient.newHttpClient()) {
            var home = product.awaitReady();
            var hanne = token(http, home, "hanne");

            var before = cases(http, home, hanne);
            assertThat(before.size()).isGreaterThan(30);
            assertThat(outcomes(before)).contains("OPEN", "MISSED", "LAPSED", "NOT_REQUIRED");

            var clock = read(
                    http,
                    HttpRequest.newBuilder(home.resolve("/clock/api")).POST(BodyPublishers.ofString("{\"days\": 21}")));
            assertThat(clock.path("gaveUp")).isEmpty();
            assertThat(clock.path("stops").size()).isGreaterThan(10);
            var now = Instant.parse(clock.path("now").asString());
            assertThat(Instant.parse(clock.path("nextDue").asString())).isAfter(now);

            assertThat(openBefore(
                            cases(http, home, hanne),
                            clock.path("oslo").asString().substring(0, 10)))
                    .as("deadlines that have passed and are not judged")
                    .isZero();
        }
    }

    private static long openBefore(JsonNode cases, String day) {
        return cases.valueStream()
                .filter(one -> one.path("closedOn").isMissingNode()
                        || one.path("closedOn").isNull())
                .flatMap(one -> one.path("deadlines").valueStream())
                .filter(deadline -> deadline.path("outcome").asString().equals("OPEN"))
                .filter(deadline -> deadline.path("dueOn").asString().compareTo(day) < 0)
                .count();
    }

    private static Set<String> outcomes(JsonNode cases) {
        return cases.valueStream()
                .flatMap(one -> one.path("deadlines").valueStream())
                .map(deadline -> deadline.path("outcome").asString())
                .collect(Collectors.toSet());
    }

    private static JsonNode cases(HttpClient http, URI home, String token) throws Exception {
        return read(
                http, HttpRequest.newBuilder(home.resolve("/api/cases")).header("Authorization", "Bearer " + token));
    }

    private static String token(HttpClient http, URI home, String person) throws Exception {
        return read(
                        http,
                        HttpRequest.newBuilder(home.resolve("/issuer/demo-token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("audience=case-service&person=" + person)))
                .path("access_token")
                .asString();
    }

    private static JsonNode read(HttpClient http, HttpRequest.Builder request) throws Exception {
        return JsonMapper.shared()
                .readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }
}
