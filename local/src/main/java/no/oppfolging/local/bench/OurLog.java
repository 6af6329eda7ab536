package no.oppfolging.local.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.testing.Database;
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
    private final View view = new View();

    /** @param aggregates how many folded aggregates are kept in memory; none to load each time */
    OurLog(Database database, int aggregates, boolean followed) {
        var properties = new HashMap<String, Object>(database.properties());
        properties.put("oppfolging.keys.service-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        properties.put("oppfolging.log.aggregates-in-memory", aggregates);
        context = new SpringApplicationBuilder(Bench.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(Map.of("spring.config.name", "no-such-file"))
                .initializers(fresh -> {
                    fresh.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench", properties));
                    if (followed) {
                        ((GenericApplicationContext) fresh).registerBean(View.class, () -> view);
                    }
                })
                .run();
        commands = context.getBean(Commands.class);
    }

    @Configuration(proxyBeanMethods = false)
    @Import(PlatformEventLog.class)
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

    View view() {
        return view;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Notes when the transaction that shows an event has been committed. */
    static final class View implements Subscriber {
        private final Map<Long, Long> shownAt = new ConcurrentHashMap<>();

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
                    batch.forEach(event -> shownAt.put(event.position(), now));
                }
            });
        }

        /** When the event at a position was shown, on the clock of {@link System#nanoTime()}; waits for it. */
        long shownAt(long position) {
            while (true) {
                var at = shownAt.remove(position);
                if (at != null) {
                    return at;
                }
                java.util.concurrent.locks.LockSupport.parkNanos(200_000);
            }
        }
    }
}
