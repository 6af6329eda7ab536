package no.oppfolging.local.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import no.oppfolging.platform.testing.Database;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Axon's own JDBC engine and event store, on the same server, as its guide sets them up: no encryption, no command ids.
 */
final class StockLog implements AutoCloseable {
    private static final String FILLER =
            "Kan jobbe formiddag når kontoret er stille og oppgavene er kjent på forhånd, og vil prøve igjen";
    private static final MetaData METADATA = MetaData.from(Map.of(
            "by", "00000000-0000-7000-8000-00000000000a",
            "as", "EMPLOYEE",
            "correlation", "00000000-0000-7000-8000-00000000000b"));

    private final HikariDataSource pool;
    private final JdbcEventStorageEngine engine;
    private final CommandBus bus;
    private final Configuration axon;
    private final TransactionManager transactions;
    private final Moments moments = new Moments();
    private @Nullable PooledStreamingEventProcessor view;

    record Count(@TargetAggregateIdentifier String tally) {}

    record Begin(@TargetAggregateIdentifier String tally) {}

    record Counted(String tally, String text) {}

    /** A tally as Axon's guide would write it. */
    static final class StockTally {
        @AggregateIdentifier
        private @Nullable String id;

        private int count;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.ALWAYS)
        void handle(Begin command) {
            AggregateLifecycle.apply(new Counted(command.tally(), FILLER), METADATA);
        }

        @CommandHandler
        void handle(Count command) {
            AggregateLifecycle.apply(new Counted(command.tally(), FILLER), METADATA);
        }

        @EventSourcingHandler
        void on(Counted event) {
            id = event.tally();
            count++;
        }

        @Override
        public String toString() {
            return id + " at " + count;
        }
    }

    StockLog(Database database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.ownerUsername());
        config.setPassword(database.ownerPassword());
        config.setMaximumPoolSize(32);
        pool = new HikariDataSource(config);
        var spring = new DataSourceTransactionManager(pool);
        transactions = () -> {
            var status = spring.getTransaction(new DefaultTransactionDefinition());
            return new Transaction() {
                @Override
                public void commit() {
                    spring.commit(status);
                }

                @Override
                public void rollback() {
                    if (!status.isCompleted()) {
                        spring.rollback(status);
                    }
                }
            };
        };
        var serializer = Jackson3Serializer.builder().build();
        var connections = new TransactionAwareDataSourceProxy(pool);
        engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(connections::getConnection))
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .persistenceExceptionResolver(_ -> false)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(_ -> engine)
                .configureCommandBus(_ -> bus)
                .configureTransactionManager(_ -> transactions)
                .configureSerializer(_ -> serializer)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(StockTally.class))
                .buildConfiguration();
        axon.start();
    }

    void begin(UUID tally) {
        send(new Begin(tally.toString()));
    }

    void count(UUID tally) {
        send(new Count(tally.toString()));
    }

    private void send(Object command) {
        var callback = new FutureCallback<Object, Object>();
        bus.dispatch(new GenericCommandMessage<>(command), callback);
        var result = callback.getResult();
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
    }

    /** Loads a stream and counts its events. */
    long load(UUID tally) {
        return axon.eventStore()
                .readEvents(tally.toString())
                .asStream()
                .filter(event -> event.getPayload() instanceof Counted)
                .count();
    }

    /** Reads the whole log, in order, and counts it. */
    long replay() {
        try (var events = engine.readEvents(null, false)) {
            return events.filter(event -> event.getPayload() instanceof Counted).count();
        }
    }

    void follow() {
        view = PooledStreamingEventProcessor.builder()
                .name("bench")
                .eventHandlerInvoker(new Noting())
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource((EmbeddedEventStore) axon.eventStore())
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(transactions)
                .coordinatorExecutor((String _) -> thread())
                .workerExecutor((String _) -> thread())
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createHeadToken)
                .batchSize(500)
                .build();
        view.start();
    }

    private static ScheduledExecutorService thread() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
    }

    /** When a tally's first event was shown, on the clock of {@link System#nanoTime()}; waits for it. */
    long shownAt(UUID tally) {
        return moments.await(tally);
    }

    private final class Noting implements EventHandlerInvoker {
        @Override
        public boolean canHandle(EventMessage<?> message, Segment segment) {
            return true;
        }

        @Override
        public void handle(EventMessage<?> message, Segment segment) {
            var tally = ((Counted) message.getPayload()).tally();
            CurrentUnitOfWork.get().root().afterCommit(_ -> moments.note(UUID.fromString(tally), System.nanoTime()));
        }
    }

    @Override
    public void close() {
        if (view != null) {
            view.shutDown();
        }
        axon.shutdown();
        pool.close();
    }
}
