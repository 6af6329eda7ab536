package no.oppfolging.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import no.oppfolging.local.HtmlPages;
import no.oppfolging.local.Visitor;
import no.oppfolging.platform.testing.Browser;
import no.oppfolging.platform.testing.Browser.Look;
import no.oppfolging.platform.time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ResourceLock(Browser.ONE)
class ClockPagesIT {
    /** A Thursday, ten in the morning in Norway. */
    private static final Clock REAL = Clock.fixed(Instant.parse("2026-03-26T09:00:00Z"), ZoneOffset.UTC);

    private static final Instant FRIDAY_IS_OVER = Instant.parse("2026-03-27T23:00:00Z");

    /** In summer time, which began on the Sunday. */
    private static final Instant MONDAY_IS_OVER = Instant.parse("2026-03-30T22:00:00Z");

    @TempDir
    private Path folder;

    private MovableClock clock;
    private Clockwork clockwork;
    private Diary diary;
    private HttpServer server;
    private URI home;

    @BeforeEach
    void open() throws IOException {
        var kept = new KeptTime(folder);
        clock = kept.clock(REAL);
        clockwork = new Clockwork(clock, kept);
        diary = new Diary();
        clockwork.attend(diary);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        home = URI.create("http://localhost:" + server.getAddress().getPort());
        server.createContext("/clock", new ClockPages(clockwork, home, new HtmlPages()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void close() {
        clockwork.close();
        server.stop(0);
    }

    /** A service that does what its diary says, the second time it is looked at, and tells of it. */
    private static final class Diary implements ServiceAtWork {
        private final TreeSet<Instant> due = new TreeSet<>(List.of(FRIDAY_IS_OVER, MONDAY_IS_OVER));
        private final List<Instant> done = new ArrayList<>();
        private boolean looked;

        @Override
        public synchronized long head() {
            return done.size();
        }

        @Override
        public synchronized Optional<Instant> nextDue() {
            return due.isEmpty() ? Optional.empty() : Optional.of(due.getFirst());
        }

        @Override
        public synchronized List<Waiting> waitsFor(Instant until, Instant now) {
            if (due.isEmpty() || due.getFirst().isAfter(now)) {
                return List.of();
            }
            if (looked) {
                done.add(due.removeFirst());
            }
            looked = !looked;
            return List.of(new Waiting("diary", Waiting.What.DUE, ""));
        }

        synchronized List<Instant> done() {
            return List.copyOf(done);
        }
    }

    @Nested
    class Over_http {
        @Test
        void tells_the_time_and_what_falls_due_next() throws Exception {
            var told = read(get("/clock/api"));
            assertThat(told.path("now").asString()).isEqualTo("2026-03-26T09:00:00Z");
            assertThat(told.path("oslo").asString()).isEqualTo("2026-03-26T10:00+01:00");
            assertThat(told.path("nextDue").asString()).isEqualTo(FRIDAY_IS_OVER.toString());
        }

        @Test
        void stops_at_everything_that_falls_due_on_the_way() throws Exception {
            var told = read(post("{\"to\": \"2026-04-01T08:00\"}"));
            assertThat(told.path("now").asString()).isEqualTo("2026-04-01T06:00:00Z");
            assertThat(told.path("stops").valueStream().map(JsonNode::asString))
                    .containsExactly(FRIDAY_IS_OVER.toString(), MONDAY_IS_OVER.toString(), "2026-04-01T06:00:00Z");
            assertThat(diary.done()).containsExactly(FRIDAY_IS_OVER, MONDAY_IS_OVER);
        }

        @Test
        void days_keep_the_time_of_the_day_when_summer_time_begins() throws Exception {
            assertThat(read(post("{\"days\": 7}")).path("oslo").asString()).isEqualTo("2026-04-02T10:00+02:00");
        }

        @Test
        void goes_to_what_falls_due_next() throws Exception {
            assertThat(read(post("{\"next\": true}")).path("now").asString()).isEqualTo(FRIDAY_IS_OVER.toString());
            assertThat(diary.done()).containsExactly(FRIDAY_IS_OVER);
        }

        @Test
        void a_date_is_when_the_day_begins_in_norway() throws Exception {
            assertThat(read(post("{\"to\": \"2026-03-27\"}")).path("now").asString())
                    .isEqualTo("2026-03-26T23:00:00Z");
        }

        @Test
        void goes_on_from_there_when_started_again() throws Exception {
            post("{\"days\": 1}");
            assertThat(new KeptTime(folder).clock(REAL).ahead()).isEqualTo(Duration.ofDays(1));
        }

        @Test
        void refuses_to_go_back() throws Exception {
            var answer = post("{\"to\": \"2026-03-25\"}");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(read(answer).path("type").asString()).isEqualTo("/problems/clock-moves-forward-only");
            assertThat(read(answer).path("title").asString()).isEqualTo("Klokka kan bare flyttes framover.");
            assertThat(clock.ahead()).isZero();
        }

        @Test
        void refuses_what_is_no_time() throws Exception {
            for (var body : List.of("{\"to\": \"i morgen\"}", "{\"days\": \"to\"}", "{}", "ikke JSON")) {
                assertThat(read(post(body)).path("type").asString()).isEqualTo("/problems/clock-time-unreadable");
            }
        }

        private HttpResponse<String> get(String path) throws Exception {
            return send(HttpRequest.newBuilder(home.resolve(path)));
        }

        private HttpResponse<String> post(String body) throws Exception {
            return send(HttpRequest.newBuilder(home.resolve("/clock/api")).POST(BodyPublishers.ofString(body)));
        }
    }

    @Nested
    class In_a_browser {
        @Test
        void shows_each_stop_until_the_clock_is_there() {
            try (var visitor = new Visitor()) {
                var page = visitor.open(home.resolve("/clock"));
                assertThat(page.text()).contains("torsdag 26. mars 2026 kl. 10.00", "lørdag 28. mars 2026 kl. 00.00");

                var moves = visitor.submit(page, "/clock", Map.of("days", "7"), "nowhere");
                assertThat(moves.text()).contains("torsdag 2. april 2026 kl. 10.00");
                assertThat(visitor.open(home.resolve("/clock")).text())
                        .contains(
                                "torsdag 2. april 2026 kl. 10.00",
                                "<li>lørdag 28. mars 2026 kl. 00.00</li>",
                                "<li>tirsdag 31. mars 2026 kl. 00.00</li>",
                                "Den går 6 døgn foran den virkelige.");
            }
        }

        @Test
        void says_why_the_clock_was_not_moved() {
            try (var visitor = new Visitor()) {
                var page = visitor.open(home.resolve("/clock"));
                var refused = visitor.submit(page, "/clock", Map.of("to", "2020-01-01T08:00"), "nowhere");
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.text()).contains("Klokka kan bare flyttes framover.");
            }
        }

        @Test
        void is_not_moved_from_another_site() throws Exception {
            for (var origin : List.of("https://elsewhere.example", "null")) {
                assertThat(from(origin, "/clock", "days=1")).isEqualTo(422);
                assertThat(from(origin, "/clock/api", "{\"days\": 1}")).isEqualTo(422);
            }
            assertThat(clock.ahead()).isZero();
        }

        private int from(String origin, String path, String body) throws Exception {
            return send(HttpRequest.newBuilder(home.resolve(path))
                            .header("Origin", origin)
                            .POST(BodyPublishers.ofString(body)))
                    .statusCode();
        }

        @ParameterizedTest
        @MethodSource("no.oppfolging.platform.testing.Browser#looks")
        void is_for_everyone(Look look) {
            try (var browser = Browser.open(look)) {
                browser.page().navigate(home.resolve("/clock").toString());
                browser.mustBeAccessible();
                browser.mustNotScrollSideways();
                browser.page().locator("button[value='7']").click();
                browser.page().locator("ol li").nth(2).waitFor();
                browser.mustBeAccessible();
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
