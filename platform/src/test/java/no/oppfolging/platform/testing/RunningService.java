package no.oppfolging.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import no.oppfolging.platform.time.MovableClock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service on a database of its own and the shared broker, with an issuer, a clock that tests move, and
 * {@link Neighbours} around it; asked over HTTP as anybody.
 *
 * <p>All tests of a module share one: keep it in a constant, {@code static final RunningService SERVICE =
 * RunningService.start(ServiceName.PLANS, PlansApplication.class)}, and give each test people and cases of its own. It
 * ends with the JVM. A second one would take part of its messages.
 */
public final class RunningService {
    /** Whose employees the contracts' examples speak of. */
    public static final String ORGANISATION = "312345609";

    public static final Instant MONDAY_NINE = Instant.parse("2026-03-09T08:00:00Z");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServiceName name;
    private final String address;
    private final Database database;
    private final TestIssuer issuer;
    private final MovableClock clock;
    private final Neighbours neighbours;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningService(
            ServiceName name,
            String address,
            Database database,
            TestIssuer issuer,
            MovableClock clock,
            Neighbours neighbours,
            ConfigurableApplicationContext context) {
        this.name = name;
        this.address = address;
        this.database = database;
        this.issuer = issuer;
        this.clock = clock;
        this.neighbours = neighbours;
        this.context = context;
    }

    public static RunningService start(ServiceName name, Class<?> application) {
        return start(name, application, Map.of());
    }

    /** With more configuration than every service has. */
    public static RunningService start(ServiceName name, Class<?> application, Map<String, String> more) {
        Servers.beginPostgres();
        var issuer = TestIssuer.start();
        var neighbours = new Neighbours(name, issuer);
        neighbours.makeTheirTopics();
        var clock = MovableClock.startingAt(MONDAY_NINE);
        var port = FreePort.find();
        var address = "http://localhost:" + port;
        var database = Servers.freshDatabase(name);
        var properties = new HashMap<String, Object>(database.properties());
        properties.putAll(Servers.kafka(name).properties());
        properties.putAll(issuer.properties());
        properties.put("oppfolging.kafka.tick", "500ms");
        properties.put("oppfolging.sweeps.between", "250ms");
        properties.put("oppfolging.keys.service-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        properties.put("oppfolging.front-door.url", address);
        properties.put("server.port", port);
        properties.put("management.otlp.metrics.export.enabled", false);
        properties.put("management.tracing.export.enabled", false);
        properties.put("management.opentelemetry.enabled", false);
        properties.putAll(more);
        var context = new SpringApplicationBuilder(application)
                .registerShutdownHook(false)
                .properties(Map.of("spring.config.name", name.plural()))
                .initializers(fresh -> {
                    fresh.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
                    ((GenericApplicationContext) fresh).registerBean(Clock.class, () -> clock);
                })
                .run();
        return new RunningService(name, address, database, issuer, clock, neighbours, context);
    }

    public String address() {
        return address;
    }

    public TestIssuer issuer() {
        return issuer;
    }

    public MovableClock clock() {
        return clock;
    }

    /** While something is done, the service may not add to its log. */
    public void withoutItsLog(Runnable something) {
        asOwner("revoke insert on event_log from " + database.appUsername());
        try {
            something.run();
        } finally {
            asOwner("grant insert on event_log to " + database.appUsername());
        }
    }

    private void asOwner(String statement) {
        JdbcClient.create(database.asOwner()).sql(statement).update();
    }

    /** HR's system and the other services. */
    public Neighbours neighbours() {
        return neighbours;
    }

    public <B> B bean(Class<B> type) {
        return context.getBean(type);
    }

    /** Every bean of a type. */
    public <B> Collection<B> beans(Class<B> type) {
        return context.getBeansOfType(type).values();
    }

    public <B> B bean(String beanName, Class<B> type) {
        return context.getBean(beanName, type);
    }

    public Answered get(Someone someone, String path) {
        return exchange(request(path).header("Authorization", bearerOf(someone)));
    }

    /** As another service would ask, with its own token. */
    public Answered getAsProgram(String path) {
        return exchange(request(path).header("Authorization", bearerOfProgram()));
    }

    /** As another service would order, with its own token. */
    public Answered postAsProgram(String path, String etag, String body) {
        return exchange(request(path)
                .header("Authorization", bearerOfProgram())
                .header("If-Match", etag)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    private String bearerOfProgram() {
        return "Bearer " + issuer.programToken("notification-service", name.group(), ORGANISATION);
    }

    /** With a token of whatever kind. */
    public Answered getWithToken(String token, String path) {
        return exchange(request(path).header("Authorization", "Bearer " + token));
    }

    /** As a browser or a monitor that is nobody. */
    public String text(String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Gives a command once.
     *
     * @param etag the version that somebody has seen
     */
    public Answered post(Someone someone, String path, Optional<String> etag, String body) {
        return post(someone, path, etag, body, UUID.randomUUID().toString());
    }

    /**
     * Gives a command under a key of one's own.
     *
     * @param key the {@code Idempotency-Key}
     */
    public Answered post(Someone someone, String path, Optional<String> etag, String body, String key) {
        var request = request(path)
                .header("Authorization", bearerOf(someone))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
        etag.ifPresent(tag -> request.header("If-Match", tag));
        return exchange(request);
    }

    /** Somebody at a browser, signed in. */
    public Visitor visitor(Someone someone) {
        return Visitor.signedIn(address, issuer, someone);
    }

    /** What a request carries to be somebody's. */
    public String bearerOf(Someone someone) {
        return "Bearer " + issuer.token(someone, name.group());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "application/json");
    }

    private Answered exchange(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answered(
                    answer.statusCode(),
                    JSON.readTree(answer.body().isEmpty() ? "null" : answer.body()),
                    answer.headers().firstValue("ETag"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
