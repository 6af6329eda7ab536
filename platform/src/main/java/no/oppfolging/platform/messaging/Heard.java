package no.oppfolging.platform.messaging;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each producer has been heard about each key: what comes again, and what is missing. */
final class Heard {
    private final JdbcClient jdbc;

    Heard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a message stands to what has been heard. */
    enum Turn {
        NEXT,
        REPEAT,
        HOLE
    }

    Turn turnOf(String topic, UUID key, Place place) {
        var last = last(topic, key);
        if (place.position() <= last) {
            return Turn.REPEAT;
        }
        return place.previous() > last ? Turn.HOLE : Turn.NEXT;
    }

    long last(String topic, UUID key) {
        return jdbc.sql("select position from heard where topic = :topic and key = :key")
                .param("topic", topic)
                .param("key", key)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void upTo(String topic, UUID key, long position) {
        jdbc.sql("""
                insert into heard (topic, key, position)
                values (:topic, :key, :position)
                on conflict (topic, key) do update set position = greatest(heard.position, excluded.position)
                """)
                .param("topic", topic)
                .param("key", key)
                .param("position", position)
                .update();
    }
}
