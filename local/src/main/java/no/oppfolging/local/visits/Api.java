package no.oppfolging.local.visits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product over HTTP, as a program in the hands of one person or another uses it. */
public final class Api implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);
    private static final int SIGN_IN = 401;
    private static final int OUTDATED = 412;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final URI home;

    public Api(URI home) {
        this.home = home;
    }

    /** The front door. */
    public URI home() {
        return home;
    }

    /** What came back, and which version it shows. */
    public record Answer(int status, JsonNode body, Optional<String> version) {}

    /** A token that is not taken any more, or was none to begin with, is asked for anew once. */
    public Answer get(String person, String path) {
        var answer = send(as(person, path));
        if (answer.status() != SIGN_IN) {
            return answer;
        }
        tokens.remove(person);
        return send(as(person, path));
    }

    /** Looks until it is so; news needs a moment from one service to the next. */
    public Answer await(String person, String path, String what, Predicate<JsonNode> isSo) {
        return await(what, () -> get(person, path), isSo);
    }

    /**
     * Does something to what the person has seen.
     *
     * @param key the same when it is done again after an accident: then the first answer comes back
     */
    public void change(String person, String path, String key, Answer seen, Map<String, Object> body) {
        mustBeAccepted(person, path, changed(person, path, key, seen, body));
    }

    /** The same; looks again where somebody else was faster. */
    public void change(String person, String path, String key, Supplier<Answer> look, Map<String, Object> body) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var answer = changed(person, path, key, look.get(), body);
        while (answer.status() == OUTDATED) {
            pauseUntil(until, FIRST_PAUSE, path + " to stay as " + person + " has seen it");
            answer = changed(person, path, key, look.get(), body);
        }
        mustBeAccepted(person, path, answer);
    }

    /** Does something that does not depend on what the person has seen. */
    public void add(String person, String path, String key, Map<String, Object> body) {
        mustBeAccepted(person, path, send(posted(person, path, key, body)));
    }

    private Answer changed(String person, String path, String key, Answer seen, Map<String, Object> body) {
        return send(posted(person, path, key, body)
                .header("If-Match", seen.version().orElse("\"0\"")));
    }

    private HttpRequest.Builder posted(String person, String path, String key, Map<String, Object> body) {
        return as(person, path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private static void mustBeAccepted(String person, String path, Answer answer) {
        if (answer.status() >= 300) {
            throw new WentWrong(
                    person + " asked " + path + " and was answered " + answer.status() + ": " + answer.body());
        }
    }

    /** Moves the clock; where it is there already, nothing happens. */
    public void moveClock(Instant to) {
        if (!to.isAfter(now())) {
            return;
        }
        var answer = send(HttpRequest.newBuilder(home.resolve("/clock/api"))
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("to", to.toString())))));
        if (answer.status() != 200) {
            throw new WentWrong("The clock did not come to " + to + ": " + answer.body());
        }
    }

    public Instant now() {
        return Instant.parse(send(HttpRequest.newBuilder(home.resolve("/clock/api")))
                .body()
                .path("now")
                .asString());
    }

    /**
     * Looks until it is so, and moves the clock on when it takes long: a mail whose sender died is sent again minutes
     * later.
     */
    public Answer awaitWhileTimePasses(String person, String path, String what, Predicate<JsonNode> isSo) {
        var moved = new AtomicLong(System.nanoTime());
        return await(
                what,
                () -> {
                    if (System.nanoTime() - moved.get() > SOON.toNanos()) {
                        moveClock(now().plus(MINUTE));
                        moved.set(System.nanoTime());
                    }
                    return get(person, path);
                },
                isSo);
    }

    /** A mail as it was caught. */
    public record Mail(String messageId, String to, String subject, String traceparent) {}

    public List<Mail> mails() {
        return send(HttpRequest.newBuilder(home.resolve("/mail/api")))
                .body()
                .valueStream()
                .map(entry -> entry.path("id").asInt())
                .sorted()
                .map(id -> mail(send(HttpRequest.newBuilder(home.resolve("/mail/api/" + id)))
                        .body()))
                .toList();
    }

    private static Mail mail(JsonNode caught) {
        return new Mail(
                header(caught, "Message-ID"),
                caught.path("to").asString(),
                caught.path("subject").asString(),
                header(caught, "traceparent"));
    }

    private static String header(JsonNode caught, String name) {
        return caught.path("headers")
                .valueStream()
                .filter(field -> field.path("name").asString().equalsIgnoreCase(name))
                .map(field -> field.path("value").asString())
                .findFirst()
                .orElse("");
    }

    private interface Look {
        Answer once();
    }

    /** Looks less and less often: where many wait, their looking would keep those busy whom they wait for. */
    private static Answer await(String what, Look look, Predicate<JsonNode> isSo) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var pause = FIRST_PAUSE;
        var answer = look.once();
        while (answer.status() != 200 || !isSo.test(answer.body())) {
            pauseUntil(until, pause, what + "; the last answer was " + answer.status() + ": " + answer.body());
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
            answer = look.once();
        }
        return answer;
    }

    private static void pauseUntil(long until, Duration pause, String what) {
        if (System.nanoTime() > until) {
            throw new WentWrong("Waited in vain for " + what);
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WentWrong("Interrupted while waiting for " + what);
        }
    }

    private HttpRequest.Builder as(String person, String path) {
        return HttpRequest.newBuilder(home.resolve(path))
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(person, this::token));
    }

    /** Good at every service, as one from sign-in is. */
    private String token(String person) {
        return send(HttpRequest.newBuilder(home.resolve("/issuer/demo-token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("person=" + encoded(person))))
                .body()
                .path("access_token")
                .asString();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer =
                    client.send(request.header("Accept", "application/json").build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), body(answer), answer.headers().firstValue("ETag"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WentWrong("Interrupted while waiting for an answer");
        }
    }

    private static JsonNode body(HttpResponse<String> answer) {
        var json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return json ? JSON.readTree(answer.body()) : JSON.createObjectNode();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
