package no.oppfolging.local;

import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import no.oppfolging.local.frontdoor.FrontDoor;
import no.oppfolging.local.issuer.Issuer;
import no.oppfolging.local.issuer.IssuerSettings;
import no.oppfolging.local.mail.MailCatcher;
import no.oppfolging.platform.testing.FreePort;
import no.oppfolging.platform.testing.KafkaServer;
import no.oppfolging.platform.testing.LocalKafka;
import no.oppfolging.platform.testing.LocalPostgres;
import no.oppfolging.platform.testing.Passwords;
import no.oppfolging.platform.testing.PostgresServer;
import no.oppfolging.platform.testing.ServiceName;

/**
 * Everything, running: closed in the opposite order of its start, and leaving nothing behind that was not asked for.
 */
final class Product implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final PrintStream progress;
    private final Ports ports;

    private Product(Ports ports, PrintStream progress) {
        this.ports = ports;
        this.progress = progress;
    }

    static Product start(RunOptions options, Clock clock, PrintStream progress) {
        var product = new Product(Ports.from(options.port()), progress);
        try {
            product.startAll(options, clock);
            return product;
        } catch (RuntimeException e) {
            product.close();
            throw e;
        }
    }

    URI frontDoor() {
        return URI.create("http://localhost:" + ports.frontDoor());
    }

    Ports ports() {
        return ports;
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                progress.println("Could not stop in good order: " + e);
            }
        }
    }

    private void startAll(RunOptions options, Clock clock) {
        var data = opened(DataFolder.open(options.data()));
        progress.println("Starting PostgreSQL …");
        var postgres = opened(LocalPostgres.start(data.folder("postgres"), 0));
        progress.println("Starting Kafka …");
        var kafka = opened(LocalKafka.start(data.folder("kafka"), 0));
        progress.println("Starting mail catcher, issuer and front door …");
        var pages = new HtmlPages();
        var mails = opened(new MailCatcher(data.folder("mail"), clock));
        var secrets = new EnumMap<ServiceName, String>(ServiceName.class);
        var passwords = new Passwords(data.folder("issuer"));
        for (var service : ServiceName.values()) {
            secrets.put(service, passwords.of(service.group()));
        }
        var issuer = new IssuerSettings(frontDoor(), FreePort.find(), secrets, data.folder("issuer"));
        opened(new Issuer(issuer, clock, data.folder("web").resolve("issuer")));
        opened(new FrontDoor(ports.frontDoor(), ports.services(), issuer.port(), mails.pages(pages), pages));
        for (var service : ServiceName.values()) {
            progress.println("Starting " + service.group() + " …");
            var properties = properties(service, postgres, kafka, mails, issuer);
            properties.put(
                    "server.tomcat.basedir",
                    data.folder("web").resolve(service.plural()).toString());
            opened(RunningService.start(service, properties));
        }
    }

    private <C extends AutoCloseable> C opened(C part) {
        started.push(part);
        return part;
    }

    private Map<String, String> properties(
            ServiceName service, PostgresServer postgres, KafkaServer kafka, MailCatcher mails, IssuerSettings issuer) {
        var properties = new HashMap<String, String>();
        properties.putAll(postgres.database(service).properties());
        properties.putAll(kafka.login(service).properties());
        properties.put("spring.config.name", service.plural());
        properties.put("spring.jmx.enabled", "false");
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", String.valueOf(ports.services().get(service)));
        properties.put("oppfolging.issuer.url", issuer.issuer().toString());
        properties.put("oppfolging.issuer.end-session", issuer.issuer() + "/connect/logout");
        properties.put("oppfolging.issuer.client-id", service.group());
        properties.put("oppfolging.issuer.client-secret", issuer.secrets().get(service));
        properties.put("oppfolging.front-door.url", frontDoor().toString());
        properties.put("oppfolging.mail.host", "127.0.0.1");
        properties.put("oppfolging.mail.port", String.valueOf(mails.port()));
        properties.put("oppfolging.clock", "movable");
        // No collector listens here.
        properties.put("management.otlp.metrics.export.enabled", "false");
        properties.put("management.tracing.export.otlp.enabled", "false");
        properties.put("management.logging.export.otlp.enabled", "false");
        ports.services()
                .forEach((other, port) -> properties.put(
                        "oppfolging.services.%s.url".formatted(other.plural()), "http://localhost:" + port));
        return properties;
    }
}
