package no.oppfolging.cases.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import no.oppfolging.platform.messaging.Hash;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers what each of HR's messages about absences said (meldingens innhold), by its hash: the same message may come
 * as often as it likes, but an id names one content for ever.
 */
public final class MessageContents implements MessageHandler {
    /** In one order, so that what a system wrote in another order says the same. */
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private final JdbcClient jdbc;
    private final Clock clock;

    public MessageContents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "cases.message-contents";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(HrNews.ABSENCE_REPORTED, HrNews.ABSENCE_WITHDRAWN);
    }

    @Override
    public Outcome handle(Message message) {
        var content = contentOf(message);
        jdbc.sql("""
                insert into message_contents (message_id, content, told_at) values (:message, :content, :now)
                on conflict (message_id) do nothing
                """)
                .param("message", message.id())
                .param("content", content)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var first = jdbc.sql("select content from message_contents where message_id = :message")
                .param("message", message.id())
                .query((row, _) -> row.getBytes("content"))
                .single();
        return Arrays.equals(first, content) ? Outcome.done() : Outcome.refused("/id", "message-id-reused");
    }

    private static byte[] contentOf(Message message) {
        var said = message.type() + " " + message.organisation() + " " + SORTED.writeValueAsString(message.data());
        return Hash.of(said.getBytes(StandardCharsets.UTF_8));
    }
}
