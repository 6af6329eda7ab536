package no.oppfolging.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.eventlog.PlatformEventLog;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.time.MovableClock;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
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

/**
 * One service that hears and tells news, on a real database and a real broker. It ends where the same service is
 * started again, for two would take part of one another's messages.
 */
final class RunningInbox implements AutoCloseable {
    /** What is told on the topics is heard by every story that listens. */
    static final String TOPICS = "topics";

    private static final Map<ServiceName, RunningInbox> RUNNING = new ConcurrentHashMap<>();

    private final ConfigurableApplicationContext context;

    RunningInbox(ServiceName service, Database database, MovableClock clock, Object... parts) {
        this(service, database, clock, Duration.ofMillis(200), parts);
    }

    RunningInbox(ServiceName service, Database database, MovableClock clock, Duration tick, Object... parts) {
        Optional.ofNullable(RUNNING.remove(service)).ifPresent(RunningInbox::close);
        var properties = new HashMap<String, Object>(database.properties());
        properties.putAll(Servers.kafka(service).properties());
        properties.put("oppfolging.kafka.tick", tick.toString());
        properties.put("oppfolging.keys.service-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        properties.put("oppfolging.instance", "inbox-" + UUID.randomUUID());
        context = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(Map.of("spring.config.name", "no-such-file"))
                .initializers(fresh -> {
                    fresh.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
                    var beans = (GenericApplicationContext) fresh;
                    beans.registerBean(Clock.class, () -> clock);
                    beans.registerBean(Participant.class, () -> new Participant(service.producer()));
                    beans.registerBean(
                            no.oppfolging.platform.eventlog.ServiceName.class,
                            () -> new no.oppfolging.platform.eventlog.ServiceName(service.plural()));
                    beans.registerBean(EventCatalogue.class, () -> EventCatalogue.of(service.producer()));
                    Arrays.asList(parts).forEach(part -> register(beans, part));
                })
                .run();
        RUNNING.put(service, this);
    }

    private static <T> void register(GenericApplicationContext beans, T part) {
        @SuppressWarnings("unchecked")
        var type = (Class<T>) part.getClass();
        beans.registerBean("part-" + System.identityHashCode(part), type, () -> part);
    }

    @Configuration(proxyBeanMethods = false)
    @Import({PlatformEventLog.class, MessagingConfiguration.class})
    static class Service {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    boolean isRunning() {
        return context.isActive();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ParkedMessages parked() {
        return bean(ParkedMessages.class);
    }

    RefusedMessages refused() {
        return bean(RefusedMessages.class);
    }

    Watermarks watermarks() {
        return bean(Watermarks.class);
    }

    JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    static void eventually(ThrowingRunnable holds) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(holds);
    }

    @Override
    public void close() {
        context.close();
    }
}
