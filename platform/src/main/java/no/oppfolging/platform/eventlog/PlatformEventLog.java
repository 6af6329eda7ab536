package no.oppfolging.platform.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.privacy.DataKeys;
import no.oppfolging.platform.privacy.PersonalTexts;
import no.oppfolging.platform.privacy.ServiceKey;
import no.oppfolging.platform.time.Ids;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Puts a service's log together, every part by hand; Axon is given no choice.
 *
 * <p>A service hands in its {@link ServiceName}, {@link EventCatalogue}, {@link AggregateShell}s, {@link View}s,
 * {@link Subscriber}s, {@link Automation}s, {@link Upcaster}s, {@link CommandCheck}s and a {@link Clock}.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, ServiceKey.class})
public class PlatformEventLog {
    /**
     * A class that lets Axon route commands to an aggregate's domain.
     *
     * @param knows what its handlers are handed besides the clock, by type
     */
    public record AggregateShell(Class<?> type, Map<Class<?>, Object> knows) {
        public AggregateShell(Class<?> type) {
            this(type, Map.of());
        }
    }

    @Bean
    HikariDataSource dataSource(ServiceName service, DatabaseSettings settings) {
        Database.migrate(service, settings);
        return Database.pool(service, settings);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    @Bean
    Ids ids(Clock clock) {
        return new Ids(clock);
    }

    @Bean
    PersonalTexts personalTexts(JdbcClient jdbc, ServiceKey serviceKey, Ids ids, Clock clock) {
        return new DataKeys(jdbc, serviceKey, ids, clock);
    }

    @Bean
    EventCodec eventCodec(EventCatalogue catalogue, PersonalTexts texts, List<Upcaster> upcasters) {
        return new EventCodec(catalogue, texts, upcasters);
    }

    @Bean
    Head logHead(ServiceName service, JdbcClient jdbc) {
        return new Head(
                service.value(),
                () -> jdbc.sql("select position from log_head")
                        .query(Long.class)
                        .single());
    }

    @Bean
    StoredEvents eventLog(JdbcClient jdbc, EventCodec codec, Head head) {
        return new StoredEvents(jdbc, codec, head);
    }

    @Bean
    Appender appender(ServiceName service, DatabaseSettings settings, Clock clock, Head head) {
        return new Appender(
                service.value(), Database.forAppender(service, settings), new AppendTransaction(clock), head::movedTo);
    }

    @Bean
    LogEngine logEngine(Appender appender, StoredEvents events, EventCodec codec, Ids ids, MeterRegistry meters) {
        var appends = Timer.builder("oppfolging.log.appends")
                .description("Appends and how long their callers waited until they were durable")
                .publishPercentileHistogram()
                .register(meters);
        return new LogEngine(appender, events, codec, ids, appends);
    }

    @Bean
    LogEventStore logEventStore(LogEngine engine, StoredEvents events, Head head, Failures failures) {
        return LogEventStore.over(engine, events, head, failures);
    }

    @Bean
    CommandBus commandBus(List<CommandCheck> checks) {
        var bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        bus.registerHandlerInterceptor(checking(checks));
        return bus;
    }

    private static MessageHandlerInterceptor<CommandMessage<?>> checking(List<CommandCheck> checks) {
        return (unitOfWork, chain) -> {
            var command = (DomainCommand) unitOfWork.getMessage().getPayload();
            var origin = Handling.current().origin();
            checks.forEach(check -> check.check(command, origin));
            return chain.proceed();
        };
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    Configuration axon(
            LogEventStore store,
            CommandBus bus,
            Clock clock,
            List<AggregateShell> shells,
            @Value("${oppfolging.log.aggregates-in-memory:100000}") int inMemory) {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(_ -> store)
                .configureCommandBus(_ -> bus)
                .configureTransactionManager(_ -> NoTransactionManager.INSTANCE)
                .configureSerializer(_ -> Jackson3Serializer.builder().build())
                .registerComponent(Clock.class, _ -> clock);
        for (var shell : shells) {
            shell.knows().forEach((type, thing) -> hand(configurer, type, thing));
            route(configurer, shell.type(), inMemory);
        }
        return configurer.buildConfiguration();
    }

    private static <T> void hand(Configurer configurer, Class<T> type, Object thing) {
        configurer.registerComponent(type, _ -> type.cast(thing));
    }

    private static <T> void route(Configurer configurer, Class<T> shell, int inMemory) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(shell)
                .configureCommandTargetResolver(_ -> message -> new VersionedAggregateIdentifier(
                        (Object) ((DomainCommand) message.getPayload())
                                .target()
                                .value()
                                .toString(),
                        null))
                .configureCache(_ -> new AggregateCache(inMemory, DataKeys.KEPT_IN_MEMORY)));
    }

    /** Needs the started Axon configuration: only then do commands find their aggregates. */
    @Bean
    Commands commands(CommandBus bus, LogEngine engine, Configuration axon, ServiceKey serviceKey) {
        return new AxonCommands(bus, engine, Executors.newVirtualThreadPerTaskExecutor(), serviceKey::hashOf);
    }

    @Bean
    Failures failures() {
        return new Failures();
    }

    @Bean
    TokenStore places(DataSource dataSource, @Value("${oppfolging.instance:}") String instance) {
        var connections = new TransactionAwareDataSourceProxy(dataSource);
        return JdbcTokenStore.builder()
                .connectionProvider(connections::getConnection)
                .serializer(Jackson3Serializer.builder().build())
                .nodeId(
                        instance.isEmpty()
                                ? ManagementFactory.getRuntimeMXBean().getName()
                                : instance)
                .schema(TokenSchema.builder()
                        .setTokenTable("subscriber_places")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .build();
    }

    @Bean
    Followers followers(
            ServiceName service,
            LogEventStore store,
            TokenStore places,
            PlatformTransactionManager transactions,
            List<Subscriber> subscribers,
            List<Automation> automations,
            Commands commands,
            Failures failures,
            ViewVersions versions,
            JdbcClient jdbc,
            Head head,
            MeterRegistry meters) {
        var followers = new Followers(
                service,
                store,
                places,
                new SpringTransactions(transactions),
                subscribers,
                automations,
                commands,
                failures,
                versions,
                new StoredPlaces(jdbc));
        followers
                .all()
                .forEach(name -> Gauge.builder(
                                "oppfolging.log.behind",
                                () -> followers.isFollowing(name) ? head.position() - followers.positionOf(name) : 0)
                        .description("How many positions a follower of the log is behind its head")
                        .tag("follower", name)
                        .register(meters));
        return followers;
    }

    @Bean
    ViewVersions viewVersions(JdbcClient jdbc, Head head, List<View> views) {
        return new ViewVersions(jdbc, head, views);
    }

    @Bean
    Rebuilds rebuilds(
            ServiceName service,
            JdbcClient jdbc,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            StoredEvents events,
            TokenStore places,
            ViewVersions versions,
            Followers followers,
            Failures failures,
            MeterRegistry meters) {
        var rebuilds =
                new Rebuilds(service, jdbc, dataSource, transactions, events, places, versions, followers, failures);
        versions.views()
                .forEach(view -> Gauge.builder("oppfolging.views.building", () -> rebuilds.left(view))
                        .description("How many events are left to read for a version of a view that is being built")
                        .tag("view", view)
                        .register(meters));
        return rebuilds;
    }
}
