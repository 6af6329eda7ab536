package no.oppfolging.local.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.KafkaLogin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a broker and a database can do at best: a row for each message, one transaction a poll, nothing in between. */
final class PlainInbox {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Database database;
    private final KafkaLogin broker;

    PlainInbox(Database database, KafkaLogin broker) {
        this.database = database;
        this.broker = broker;
        try (var connection = database.asOwner().getConnection();
                var create = connection.createStatement()) {
            create.execute("create table plain_inbox (id uuid primary key, topic_key text not null)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Consumes everything a topic holds, from its beginning; tells how many messages that was. */
    long consume(String topic) {
        var properties = new HashMap<>(broker.clientProperties());
        properties.put("max.poll.records", 500);
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
                var connection = database.asOwner().getConnection()) {
            connection.setAutoCommit(false);
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var consumed = 0L;
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                var keys = StreamSupport.stream(consumer.poll(PATIENCE).spliterator(), false)
                        .map(record -> record.key())
                        .toArray(String[]::new);
                store(connection, keys);
                consumed += keys.length;
            }
            return consumed;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void store(Connection connection, String[] keys) throws SQLException {
        var ids = new UUID[keys.length];
        for (var i = 0; i < ids.length; i++) {
            ids[i] = UUID.randomUUID();
        }
        try (var insert = connection.prepareStatement("""
                insert into plain_inbox (id, topic_key) select * from unnest(?, ?) on conflict (id) do nothing
                """)) {
            insert.setArray(1, connection.createArrayOf("uuid", ids));
            insert.setArray(2, connection.createArrayOf("text", keys));
            insert.executeUpdate();
        }
        connection.commit();
    }
}
