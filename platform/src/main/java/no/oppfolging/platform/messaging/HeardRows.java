package no.oppfolging.platform.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has been heard, as it is stored; what is noted is durable at once. */
final class HeardRows implements Heard {
    private final JdbcClient jdbc;

    HeardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long last(TopicKey of) {
        return last(List.of(of)).getOrDefault(of, 0L);
    }

    @Override
    public void upTo(TopicKey of, long position) {
        upTo(Map.of(of, position));
    }

    /** The last position heard of each; those of which nothing was heard are not among them. */
    Map<TopicKey, Long> last(Collection<TopicKey> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        var last = new HashMap<TopicKey, Long>();
        jdbc.sql("""
                select topic, key, heard.position
                  from unnest(cast(:topics as text[]), cast(:keys as uuid[])) as asked (topic, key)
                  join heard using (topic, key)
                """)
                .param("topics", asked.stream().map(TopicKey::topic).toArray(String[]::new))
                .param("keys", asked.stream().map(TopicKey::key).toArray(UUID[]::new))
                .query((RowCallbackHandler)
                        row -> last.put(new TopicKey(row.getString(1), row.getObject(2, UUID.class)), row.getLong(3)));
        return last;
    }

    /** Rows are taken in one order, so that two instances that hear of the same keys do not wait for each other. */
    void upTo(Map<TopicKey, Long> positions) {
        var keys = List.copyOf(positions.keySet());
        jdbc.sql("""
                insert into heard (topic, key, position)
                select *
                  from unnest(cast(:topics as text[]), cast(:keys as uuid[]), cast(:positions as bigint[]))
                         as told (topic, key, position)
                 order by topic, key
                on conflict (topic, key) do update set position = greatest(heard.position, excluded.position)
                """)
                .param("topics", keys.stream().map(TopicKey::topic).toArray(String[]::new))
                .param("keys", keys.stream().map(TopicKey::key).toArray(UUID[]::new))
                .param("positions", keys.stream().map(positions::get).toArray(Long[]::new))
                .update();
    }
}
