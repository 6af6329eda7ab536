package no.oppfolging.local.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import no.oppfolging.platform.eventlog.Answer;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.PlatformEventLog;
import no.oppfolging.platform.eventlog.PlatformEventLog.AggregateShell;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ServiceName;
import no.oppfolging.platform.eventlog.Subscriber;
import no.oppfolging.platform.eventlog.ViewPositions;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessagingConfiguration;
import no.oppfolging.platform.messaging.Outbox;
import no.oppfolging.platform.messaging.Participant;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.KafkaLogin;
import no.oppfolging.platform.time.Ids;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The product's own log as a service uses it: commands, aggregates, encryption, leaf hashes, command ids, a view. */
final class OurLog implements AutoCloseable {
    private static final OrganisationNumber NORDFJELL = new OrganisationNumber("910825526");
    private static final PersonId KARI = PersonId.of("00000000-0000-7000-8000-00000000000a");

    private final Ids ids = new Ids(Clock.systemUTC());
    private final ConfigurableApplicationContext context;
    private final Commands commands;

    private OurLog(Map<String, String> settings, Class<?> service, Consumer<GenericApplicationContext> parts) {
        var properties = new HashMap<String, Object>(settings);
        properties.put("oppfolging.keys.service-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        context = new SpringApplicationBuilder(service)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(Map.of("spring.config.name", "no-such-file"))
                .initializers(fresh -> {
                    fresh.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench", properties));
                    parts.accept((GenericApplicationContext) fresh);
                })
                .run();
        commands = context.getBean(Commands.class);
    }

    /** @param aggregates how many folded aggregates are kept in memory; none to load each time */
    static OurLog alone(Database database, int aggregates) {
        return new OurLog(settings(database, aggregates), Alone.class, _ -> {});
    }

    /** With a view of its own. */
    static OurLog followed(Database database, int aggregates) {
        var view = new View();
        return new OurLog(
                settings(database, aggregates), Alone.class, beans -> beans.registerBean(View.class, () -> view));
    }

    /** Tells on its topic what is appended. */
    static OurLog telling(Database database, int aggregates, KafkaLogin broker) {
        var settings = settings(database, aggregates);
        settings.putAll(broker.properties());
        return new OurLog(settings, AmongOthers.class, beans -> {
            beans.registerBean(Participant.class, () -> new Participant("meeting"));
            beans.registerBean(Outbox.class, () -> News::of);
        });
    }

    /** Begins a tally of its own for each that another service tells of, and has a view of them. */
    static OurLog hearing(Database database, int aggregates, KafkaLogin broker) {
        var settings = settings(database, aggregates);
        settings.putAll(broker.properties());
        return new OurLog(settings, AmongOthers.class, beans -> {
            beans.registerBean(Participant.class, () -> new Participant("case"));
            beans.registerBean(MessageHandler.class, () -> new News.Hearing(beans.getBeanProvider(Commands.class)));
            beans.registerBean(View.class, View::new);
        });
    }

    private static Map<String, String> settings(Database database, int aggregates) {
        var settings = new HashMap<>(database.properties());
        settings.put("oppfolging.log.aggregates-in-memory", String.valueOf(aggregates));
        return settings;
    }

    @Configuration(proxyBeanMethods = false)
    @Import({Bench.class, PlatformEventLog.class})
    static class Alone {}

    @Configuration(proxyBeanMethods = false)
    @Import({Bench.class, PlatformEventLog.class, MessagingConfiguration.class})
    static class AmongOthers {}

    @Configuration(proxyBeanMethods = false)
    static class Bench {
        @Bean
        ServiceName serviceName() {
            return new ServiceName("bench");
        }

        @Bean
        EventCatalogue events() {
            return Tally.EVENTS;
        }

        @Bean
        AggregateShell tallies() {
            return new AggregateShell(Tally.Shell.class);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    Answer begin(UUID tally) {
        return send(Tally.Begin.with(tally));
    }

    Answer count(UUID tally) {
        return send(Tally.Count.on(tally));
    }

    private Answer send(DomainCommand command) {
        var id = ids.next();
        return commands.send(
                command,
                new CommandOrigin(
                        new CommandId(id),
                        NORDFJELL,
                        new Actor.Person(KARI, Role.EMPLOYEE),
                        Optional.empty(),
                        Optional.empty(),
                        id));
    }

    EventLog log() {
        return context.getBean(EventLog.class);
    }

    JdbcClient sql() {
        return context.getBean(JdbcClient.class);
    }

    /** Waits until the topic has everything up to a position. */
    void awaitPublished(long position) {
        var places = context.getBean(ViewPositions.class);
        while (places.positionOf("publisher") < position) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    View view() {
        return context.getBean(View.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Notes when the transaction that shows a stream's event has been committed. */
    static final class View implements Subscriber {
        private final Moments moments = new Moments();
        private final LongAdder shown = new LongAdder();

        @Override
        public String name() {
            return "bench_v1";
        }

        @Override
        public void receive(List<RecordedEvent> batch) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    var now = System.nanoTime();
                    batch.forEach(event -> moments.note(event.stream(), now));
                    shown.add(batch.size());
                }
            });
        }

        /** When a stream's event was shown, on the clock of {@link System#nanoTime()}; waits for it. */
        long shownAt(UUID stream) {
            return moments.await(stream);
        }

        /** Waits until so many events have been shown, and forgets when each was. */
        void awaitShown(long many) {
            while (shown.sum() < many) {
                LockSupport.parkNanos(200_000);
            }
            moments.forget();
        }

        long shown() {
            return shown.sum();
        }
    }
}
