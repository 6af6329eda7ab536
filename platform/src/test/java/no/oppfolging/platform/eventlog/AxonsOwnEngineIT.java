package no.oppfolging.platform.eventlog;

import static no.oppfolging.platform.eventlog.RunningLog.MONDAY_NINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Why the log is our own: what {@link CommitOrderIT} rules out happens to the framework's JDBC engine. */
class AxonsOwnEngineIT {
    Connection late;
    Connection punctual;
    JdbcEventStorageEngine lateWriter;
    JdbcEventStorageEngine engine;

    @BeforeEach
    void start() throws SQLException {
        var database = Servers.freshDatabase(ServiceName.CASES);
        late = database.asOwner().getConnection();
        punctual = database.asOwner().getConnection();
        lateWriter = on(late);
        engine = on(punctual);
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        late.setAutoCommit(false);
    }

    @AfterEach
    void stop() throws SQLException {
        late.close();
        punctual.close();
    }

    @SuppressWarnings("resource") // the connection is closed when the test ends
    static JdbcEventStorageEngine on(Connection connection) {
        var serializer = Jackson3Serializer.builder().build();
        var held = new SingleConnectionDataSource(connection, true);
        PersistenceExceptionResolver none = _ -> false;
        return JdbcEventStorageEngine.builder()
                .connectionProvider(held::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .persistenceExceptionResolver(none)
                .build();
    }

    static void append(JdbcEventStorageEngine engine, String text, Instant at) {
        engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                "Note",
                UUID.randomUUID().toString(),
                0,
                text,
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                at)));
    }

    List<? extends TrackedEventMessage<?>> read(@Nullable TrackingToken token) {
        try (var events = engine.readEvents(token, false)) {
            return events.toList();
        }
    }

    static List<Object> payloads(List<? extends TrackedEventMessage<?>> events) {
        return events.stream().<Object>map(TrackedEventMessage::getPayload).toList();
    }

    @Test
    void loses_an_event_whose_writer_took_its_place_and_committed_last_when_a_clock_was_behind() throws SQLException {
        append(lateWriter, "first in line", Instant.now());
        append(engine, "second in line", MONDAY_NINE);
        var seen = read(null);
        assertThat(payloads(seen)).containsExactly("second in line");

        late.commit();

        assertThat(read(seen.getLast().trackingToken())).isEmpty();
        assertThat(read(null)).hasSize(2);
    }

    @Test
    void tells_what_was_committed_last_after_what_stands_behind_it() throws SQLException {
        append(lateWriter, "first in line", Instant.now());
        append(engine, "second in line", Instant.now().plus(Duration.ofMinutes(1)));
        var seen = read(null);
        late.commit();

        assertThat(payloads(seen)).containsExactly("second in line");
        assertThat(payloads(read(seen.getLast().trackingToken()))).containsExactly("first in line");
    }
}
