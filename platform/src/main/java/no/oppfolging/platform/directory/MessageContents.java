package no.oppfolging.platform.directory;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.Hash;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.messaging.BrokenRule;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.Outcome;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers what each of HR's messages said (meldingens innhold), by its hash: the same message may come as often as it
 * likes, but an id names one content for ever. Every service hears them in the same order and so comes to the same.
 *
 * <p>Whoever knows all else in a message could try names against a hash, so that of a message with a name in it is
 * sealed under the person's key, and goes when the name does.
 */
public final class MessageContents {
    public static final BrokenRule REUSED = new BrokenRule("/id", "message-id-reused");

    /** In one order, so that what a system wrote in another order says the same. */
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private final JdbcClient jdbc;
    private final PersonalTexts texts;
    private final Clock clock;

    MessageContents(JdbcClient jdbc, PersonalTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /** What was said under an id; sealed where there was a name in it. */
    private record Said(String content, boolean isSealed) {}

    /** Tells a content from any other; when it was said is no part of it. */
    public static String of(Message message) {
        var said = message.type() + " " + message.organisation() + " " + SORTED.writeValueAsString(message.data());
        return HexFormat.of().formatHex(Hash.of(said.getBytes(StandardCharsets.UTF_8)));
    }

    /** Remembers it, unless its id has named another. */
    Outcome hear(Message message) {
        var content = of(message);
        var said = said(message.id());
        if (said.isEmpty() && remember(message, content)) {
            return Outcome.done();
        }
        return judged(message, content, said.or(() -> said(message.id())));
    }

    /** What would come of it; nothing of it is remembered. */
    public Outcome look(Message message) {
        return judged(message, of(message), said(message.id()));
    }

    private Outcome judged(Message message, String content, Optional<Said> said) {
        return said.filter(it -> !says(it, message, content)).isPresent()
                ? new Outcome.Refused(REUSED)
                : Outcome.done();
    }

    /** After the person's erasure nobody can tell any more, and nothing new can be said of the person. */
    private boolean says(Said said, Message message, String content) {
        var employee = HrMessages.employeeIn(message);
        if (!said.isSealed() || employee.isEmpty()) {
            return said.isSealed() == employee.isPresent() && said.content().equals(content);
        }
        var opened = texts.open(employee.get(), said.content(), context(message.id()));
        return opened.isErased() || opened.text().equals(content);
    }

    private Optional<Said> said(UUID messageId) {
        return jdbc.sql("""
                select coalesce(sealed, encode(content, 'hex')) as content, sealed is not null as is_sealed
                  from hr_message_contents
                 where message_id = :message
                """)
                .param("message", messageId)
                .query((row, _) -> new Said(row.getString("content"), row.getBoolean("is_sealed")))
                .optional();
    }

    /** Whether nobody else has remembered another under the same id meanwhile. */
    private boolean remember(Message message, String content) {
        var employee = HrMessages.employeeIn(message);
        return jdbc.sql("""
                insert into hr_message_contents (message_id, content, sealed, told_at)
                values (:message, decode(:content, 'hex'), :sealed, :now)
                on conflict (message_id) do nothing
                """)
                        .param("message", message.id())
                        .param("content", employee.isEmpty() ? content : null)
                        .param(
                                "sealed",
                                employee.map(one -> seal(one, message.id(), content))
                                        .orElse(null))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private String seal(PersonId person, UUID messageId, String content) {
        return texts.seal(new PersonalText(person, content), Optional.empty(), Purpose.IDENTITY, context(messageId));
    }

    private static String context(UUID messageId) {
        return "hr_message_contents " + messageId;
    }
}
