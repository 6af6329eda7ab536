package no.oppfolging.local;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import no.oppfolging.local.clock.ClockPages;
import no.oppfolging.local.clock.Clockwork;
import no.oppfolging.local.clock.KeptTime;
import no.oppfolging.local.company.CompanyFeed;
import no.oppfolging.local.company.HrSystem;
import no.oppfolging.local.frontdoor.FrontDoor;
import no.oppfolging.local.issuer.Issuer;
import no.oppfolging.local.issuer.IssuerSettings;
import no.oppfolging.local.mail.MailCatcher;
import no.oppfolging.local.past.Diary;
import no.oppfolging.local.past.Past;
import no.oppfolging.local.story.Backstage;
import no.oppfolging.local.visits.Api;
import no.oppfolging.platform.testing.FreePort;
import no.oppfolging.platform.testing.KafkaServer;
import no.oppfolging.platform.testing.LocalKafka;
import no.oppfolging.platform.testing.LocalPostgres;
import no.oppfolging.platform.testing.Passwords;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.time.MovableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Everything, running: closed in the opposite order of its start, and leaving nothing behind that was not asked for.
 */
final class Product implements Backstage, AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final RunOptions options;
    private final PrintStream progress;
    private final Ports ports;
    private volatile boolean stopping;
    private @Nullable Running running;

    /** What runs, once everything does. */
    private record Running(
            DataFolder data,
            LocalPostgres postgres,
            LocalKafka kafka,
            URI issuer,
            MovableClock clock,
            Clockwork clockwork,
            Services services) {}

    Product(RunOptions options, PrintStream progress) {
        this.options = options;
        this.ports = Ports.from(options.port(), DataFolder.portOf(options.data()));
        this.progress = progress;
    }

    /** Starts everything, or nothing: what had started before a failure or {@link #close} is stopped again. */
    synchronized void start(Clock real) {
        try {
            startAll(real);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Lets HR's system tell of the made-up company, as far as it has not been told in this folder before. */
    synchronized void welcomeTheCompany() {
        try {
            tellOfTheCompany(running());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public URI frontDoor() {
        return URI.create("http://localhost:" + ports.frontDoor());
    }

    /** What time it is in the product. */
    Instant now() {
        return running().clock().instant();
    }

    Ports ports() {
        return ports;
    }

    @Override
    public String issuer() {
        return running().issuer().toString();
    }

    @Override
    public KafkaServer kafka() {
        return running().kafka();
    }

    @Override
    public Path notes() {
        return running().data().folder("story");
    }

    @Override
    public DataSource superuser(ServiceName service) {
        return running().postgres().superuser(service);
    }

    @Override
    public ListableBeanFactory parts(ServiceName service) {
        return running().services().parts(service);
    }

    @Override
    public synchronized void restartServices(Runnable meanwhile) {
        running().services().close();
        meanwhile.run();
        running().services().start(this::mustBeWanted);
        running().clockwork().awaitRest();
    }

    @Override
    public void close() {
        stopping = true;
        closeWhatStarted();
    }

    /** Waits for the one who starts, if somebody does: at the next part they see that it is no longer wanted. */
    private synchronized void closeWhatStarted() {
        if (started.isEmpty()) {
            return;
        }
        progress.println("Stopping …");
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                progress.println("Could not stop in good order: " + e);
            }
        }
        running = null;
        progress.println("Stopped.");
    }

    private void startAll(Clock real) {
        var data = opened(DataFolder.open(options.data()));
        data.belongsTo(ports.frontDoor());
        progress.println("Starting PostgreSQL, Kafka and the issuer …");
        var secrets = new Passwords(data.folder("secrets"));
        var issuer = new IssuerSettings(frontDoor(), FreePort.find(), clientSecrets(secrets), data.folder("issuer"));
        CompletableFuture<LocalPostgres> comingPostgres;
        CompletableFuture<LocalKafka> comingKafka;
        CompletableFuture<Issuer> comingIssuer;
        try (var atOnce = new AtOnce()) {
            comingPostgres = atOnce.begin(() -> LocalPostgres.start(data.folder("postgres"), 0));
            comingKafka = atOnce.begin(() -> LocalKafka.start(data.folder("kafka"), 0));
            comingIssuer = atOnce.begin(
                    () -> new Issuer(issuer, real, data.folder("web").resolve("issuer")));
        }
        for (var coming : List.of(comingPostgres, comingKafka, comingIssuer)) {
            if (!coming.isCompletedExceptionally()) {
                started.push(coming.join());
            }
        }
        mustBeWanted();
        var postgres = AtOnce.arrived(comingPostgres);
        var kafka = AtOnce.arrived(comingKafka);
        var _ = AtOnce.arrived(comingIssuer);
        progress.println("Starting mail catcher and front door …");
        var kept = new KeptTime(data.folder("clock"));
        if (kept.isNew()) {
            var now = real.instant();
            kept.keep(Duration.between(now, begins(diary(data), now)));
        }
        var clock = kept.clock(real);
        var clockwork = opened(new Clockwork(clock, kept));
        var mails = opened(new MailCatcher(data.folder("mail"), clock));
        var pages = new HtmlPages();
        var own = Map.of("/mail", mails.pages(pages), "/clock", new ClockPages(clockwork, frontDoor(), pages));
        opened(new FrontDoor(ports.frontDoor(), ports.services(), issuer.port(), own, pages));
        var surroundings = new Surroundings(ports, data, postgres, kafka, mails.port(), issuer, secrets);
        var services = opened(new Services(surroundings, clock, clockwork, progress));
        services.start(this::mustBeWanted);
        running = new Running(data, postgres, kafka, issuer.issuer(), clock, clockwork, services);
    }

    /** Where the clock of a fresh folder begins: in the past, where the company is to have one. */
    private Instant begins(Diary diary, Instant now) {
        return options.past() && diary.isBlank() ? Past.begin(diary, now) : now;
    }

    private void tellOfTheCompany(Running here) {
        progress.println("Letting HR tell who works at Fjordlys, and who is away …");
        var diary = diary(here.data());
        if (!diary.isBegun()) {
            Past.beginToday(diary, here.clock().instant());
        }
        try (var hr = new HrSystem(here.kafka().login(KafkaServer.HR));
                var api = new Api(frontDoor())) {
            var feed = new CompanyFeed(hr, progress);
            new Past(diary, here.clockwork(), feed, api, here.issuer().toString(), progress).goOn(this::mustBeWanted);
        }
    }

    private static Diary diary(DataFolder data) {
        return new Diary(data.folder("hr"));
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("The product does not run");
        }
        return running;
    }

    private static Map<ServiceName, String> clientSecrets(Passwords secrets) {
        var all = new EnumMap<ServiceName, String>(ServiceName.class);
        for (var service : ServiceName.values()) {
            all.put(service, secrets.of(service.group()));
        }
        return all;
    }

    private <C extends AutoCloseable> C opened(C part) {
        started.push(part);
        mustBeWanted();
        return part;
    }

    private void mustBeWanted() {
        if (stopping) {
            throw new Complaint("Stopped before it was ready.");
        }
    }
}
