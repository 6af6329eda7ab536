package no.oppfolging.platform.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far each partition has been dealt with, by whichever instance reads it. Kept beside what came of the messages, so
 * that a database put back from a copy goes on where that copy was.
 */
final class HandledOffsets {
    private final JdbcClient jdbc;

    HandledOffsets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where to go on reading a partition. */
    long next(TopicPartition partition) {
        return jdbc.sql("select next_offset from handled_offsets where topic = :topic and partition = :partition")
                .param("topic", partition.topic())
                .param("partition", partition.partition())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Where to go on reading each partition that has been read from. */
    Map<TopicPartition, Long> all() {
        var all = new HashMap<TopicPartition, Long>();
        jdbc.sql("select topic, partition, next_offset from handled_offsets").query((RowCallbackHandler) row -> all.put(
                new TopicPartition(row.getString("topic"), row.getInt("partition")), row.getLong("next_offset")));
        return all;
    }

    void upTo(Map<TopicPartition, Long> next) {
        var partitions = next.keySet().stream().toList();
        jdbc.sql("""
                insert into handled_offsets (topic, partition, next_offset)
                select * from unnest(cast(:topics as text[]), cast(:partitions as int[]), cast(:offsets as bigint[]))
                on conflict (topic, partition)
                do update set next_offset = greatest(handled_offsets.next_offset, excluded.next_offset)
                """)
                .param("topics", partitions.stream().map(TopicPartition::topic).toArray(String[]::new))
                .param(
                        "partitions",
                        partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new))
                .param("offsets", partitions.stream().map(next::get).toArray(Long[]::new))
                .update();
    }
}
