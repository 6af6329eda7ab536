package no.oppfolging.platform.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has been told, of each key and in all; moved in the same transaction as the publisher's place in the log. */
final class PublishedKeys {
    private final JdbcClient jdbc;

    PublishedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last position told of each of the keys; none for a key nothing was told of. */
    Map<UUID, Long> of(Collection<UUID> keys) {
        record Told(UUID key, long position) {}
        var told = new HashMap<UUID, Long>();
        jdbc.sql("select key, position from published_keys where key = any (:keys)")
                .param("keys", keys.toArray(UUID[]::new))
                .query(Told.class)
                .list()
                .forEach(one -> told.put(one.key(), one.position()));
        return told;
    }

    void set(Map<UUID, Long> positions) {
        var keys = positions.keySet().stream().toList();
        jdbc.sql("""
                insert into published_keys (key, position)
                select * from unnest(cast(:keys as uuid[]), cast(:positions as bigint[]))
                on conflict (key) do update set position = excluded.position
                """)
                .param("keys", keys.toArray(UUID[]::new))
                .param("positions", keys.stream().map(positions::get).toArray(Long[]::new))
                .update();
    }

    /** Everything up to this position has been acknowledged. */
    void reached(long position) {
        jdbc.sql("update publishing set position = :position")
                .param("position", position)
                .update();
    }

    long reached() {
        return jdbc.sql("select position from publishing").query(Long.class).single();
    }

    void forget() {
        jdbc.sql("delete from published_keys").update();
        reached(0);
    }
}
