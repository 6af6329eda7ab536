package no.oppfolging.local;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import no.oppfolging.local.bench.LogBench;
import no.oppfolging.local.company.People;
import no.oppfolging.local.dryrun.DryRun;
import no.oppfolging.local.story.Story;
import no.oppfolging.platform.testing.KafkaServer;
import no.oppfolging.platform.testing.ServiceName;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The whole product in one JVM. */
public final class Oppfolging {
    private static final int WRONG_USE = 2;
    private static final String USAGE = """
            Usage: oppfolging [run] [--data DIR] [--port PORT] [--without-past]
                   oppfolging dry-run FILE [--as-of DATE] [--json]
                   oppfolging story [--break N] [--data DIR] [--port PORT]
                   oppfolging bench log [--quick] [--only PARTS]

              run             start everything and wait for Ctrl-C (the default)
              --data DIR      keep everything in DIR, and go on from there next time
              --port PORT     of the front door (8080); the services take the next four; 0 finds free ones
              --without-past  HR tells of the made-up company, but nobody there has done anything yet

              dry-run         tell which cases and deadlines a file of HR messages would make (dry-run --help)
              story           tell a sick leave from beginning to end, let the logs tell it again, and compare;
                              exits with 0 when all is as it was told, else with 1
              --break N       change one byte of stored event N first; --break mN drops message N

              bench log       measure the event log beside a plain table and beside Axon's own engine
              --quick         a small run, in under two minutes
              --only PARTS    of append,decide,load,replay,latency
            """;

    private Oppfolging() {}

    static void main(String[] args) throws InterruptedException {
        beforeAnythingIsLoaded();
        try {
            obey(List.of(args));
        } catch (Complaint complaint) {
            System.err.println(complaint.getMessage());
            System.exit(WRONG_USE);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void obey(List<String> arguments) throws InterruptedException {
        var command = arguments.isEmpty() || arguments.getFirst().startsWith("--") ? "run" : arguments.getFirst();
        var rest = arguments.isEmpty() || !arguments.getFirst().equals(command)
                ? arguments
                : arguments.subList(1, arguments.size());
        switch (command) {
            case "run" -> {
                if (rest.contains("--help")) {
                    System.out.print(USAGE);
                } else {
                    run(RunOptions.parse(rest));
                }
            }
            case "dry-run" -> {
                if (rest.contains("--help")) {
                    System.out.print(DryRun.USAGE);
                } else {
                    DryRun.run(rest, Clock.systemUTC());
                }
            }
            case "story" -> {
                if (rest.contains("--help")) {
                    System.out.print(USAGE);
                } else {
                    story(StoryOptions.parse(rest));
                }
            }
            case "bench" -> LogBench.run(rest, System.out);
            case "help" -> System.out.print(USAGE);
            default -> throw new Complaint("Unknown command " + command + "; see --help for those there are.");
        }
    }

    private static void run(RunOptions options) throws InterruptedException {
        var product = new Product(options, System.out);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            product.close();
            stopped.countDown();
        }));
        product.start(Clock.systemUTC());
        product.welcomeTheCompany();
        present(product, options);
        stopped.await();
    }

    private static void story(StoryOptions options) {
        System.exit(isAsTold(options, System.out) ? 0 : 1);
    }

    /** Tells the story; whether all was as it was told. */
    static boolean isAsTold(StoryOptions options, PrintStream out) {
        var product = new Product(options.run(), out);
        Runtime.getRuntime().addShutdownHook(new Thread(product::close));
        try (product) {
            product.start(Clock.systemUTC());
            return new Story(product, options.breakage(), out).tell();
        }
    }

    private static void present(Product product, RunOptions options) {
        var door = product.frontDoor();
        System.out.println();
        System.out.println("Oppfølging is ready: " + door);
        System.out.println("  mails         " + door + "/mail");
        System.out.println("  clock         " + door + "/clock");
        System.out.println("  issuer        " + door + "/issuer");
        System.out.println("  HR's system   client hr-system, secret hr-system, for POST " + door + "/api/hr/messages");
        var hr = product.kafka().login(KafkaServer.HR);
        System.out.println("                or Kafka at " + hr.bootstrapServers()
                + ", SASL_PLAINTEXT, SCRAM-SHA-512, as " + hr.username() + " with " + hr.password());
        for (var service : ServiceName.values()) {
            System.out.printf(
                    "  %-13s http://localhost:%d%n",
                    service.plural(), product.ports().services().get(service));
        }
        System.out.println();
        var people = new People();
        System.out.println(
                "Sign in, without a password, as one of " + people.all().size() + " people; worth meeting:");
        var pages = new HtmlPages();
        for (var person : people.worthMeeting()) {
            System.out.printf("  %-6s %-12s %s%n", person.subject(), person.name(), pages.about(person));
        }
        System.out.println();
        System.out.println(options.data()
                .map(folder -> "Everything is kept in " + folder + ". Ctrl-C stops.")
                .orElse("Nothing is kept. Ctrl-C stops."));
    }

    static void beforeAnythingIsLoaded() {
        // The framework must report to nobody, and print no advertisement.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        // One configuration of the log for everything in this JVM; the services leave it alone.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "no/oppfolging/local/logback.xml");
        // The front door answers at once instead of waiting for more to send.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // The log is ready before anything can be said at once from several sides.
        LoggerFactory.getILoggerFactory();
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
