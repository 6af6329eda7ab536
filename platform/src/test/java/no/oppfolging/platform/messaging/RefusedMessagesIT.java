package no.oppfolging.platform.messaging;

import static no.oppfolging.platform.messaging.InboxOfCases.ABSENCE;
import static no.oppfolging.platform.messaging.InboxOfCases.EMPLOYMENT;
import static no.oppfolging.platform.messaging.InboxOfCases.HR_TOPIC;
import static no.oppfolging.platform.messaging.InboxOfCases.LISTENER;
import static no.oppfolging.platform.messaging.InboxOfCases.SUMMONED;
import static no.oppfolging.platform.messaging.InboxOfCases.TOLD_TO_HR;
import static no.oppfolging.platform.messaging.RunningInbox.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a message that breaks a rule: it is refused, and whoever sent it is told. */
@ResourceLock(RunningInbox.TOPICS)
class RefusedMessagesIT {
    private static final Set<OrganisationNumber> OURS = Set.of(new OrganisationNumber("312345609"));

    private final RunningInbox service = InboxOfCases.running();
    private final Sending hr = InboxOfCases.HR;
    private final Sending meetings = InboxOfCases.MEETINGS;
    private final UUID key = UUID.randomUUID();

    /** A rule of a domain that says no. */
    static final class AbsenceRefused extends Refusal {
        AbsenceRefused() {
            super("absence-ends-before-it-begins", Map.of("pointer", "/data/to"));
        }
    }

    @Nested
    class A_message_that_breaks_a_rule {
        @ParameterizedTest
        @CsvSource(textBlock = """
                /data/grade, 101,          /data/grade,   schema-maximum
                /data/grade, 0,            /data/grade,   schema-minimum
                /data/from,  '"tomorrow"', /data/from,    schema-format
                /id,         '"4711"',     /id,           schema-format
                /organisation, '"312345608"', /organisation, organisation-number-wrong
                /specversion,  '"0.3"',    '',            message-not-cloudevent
                /type,  '"no.oppfolging.hr.AbsenceGuessed.v1"', /type, message-of-unknown-type
                /type,  '"no.oppfolging.case.CaseOpened.v1"',   /type, message-from-another-producer
                """)
        void is_refused_and_hr_is_told_where_and_why(String field, String value, String pointer, String rule) {
            var message = hr.example(ABSENCE, key);
            var slash = field.lastIndexOf('/');
            ((tools.jackson.databind.node.ObjectNode) message.at(field.substring(0, slash)))
                    .set(field.substring(slash + 1), JsonMapper.shared().readTree(value));
            var sent = hr.send(HR_TOPIC, key.toString(), JsonMapper.shared().writeValueAsBytes(message), Map.of());

            assertRefused(sent, pointer, rule);
        }

        @Test
        void is_refused_when_it_is_not_json() {
            assertRefused(
                    hr.send(HR_TOPIC, key.toString(), "{\"specversion\":".getBytes(StandardCharsets.UTF_8), Map.of()),
                    "",
                    "message-not-json");
        }

        @Test
        void is_refused_when_it_is_nested_more_deeply_than_can_be_kept() {
            var deep = "{\"deep\":" + "[".repeat(499) + "]".repeat(499) + "}";

            var sent = hr.send(
                    HR_TOPIC, key.toString(), deep.getBytes(StandardCharsets.UTF_8), Map.of("ce_specversion", "1.0"));

            assertRefused(sent, "", "message-not-json");
        }

        @Test
        void is_refused_when_it_is_too_large() {
            var message = Sending.with(hr.example(ABSENCE, key), data -> data.put("note", "x".repeat(900_000)));

            assertRefused(hr.send(key, message), "", "message-too-large");
        }

        @Test
        void is_refused_when_its_key_is_not_its_employment() {
            var message = hr.example(ABSENCE, key);

            assertRefused(hr.send(UUID.randomUUID(), message), "", "message-key-wrong");
        }

        @Test
        void is_refused_by_the_domain_too() {
            LISTENER.answer(key, _ -> {
                throw new AbsenceRefused();
            });

            assertRefused(hr.send(key, hr.example(ABSENCE, key)), "/data/to", "absence-ends-before-it-begins");
        }

        @Test
        void holds_nothing_up() {
            var wrong = Sending.with(hr.example(ABSENCE, key), data -> data.put("grade", 101));
            var right = hr.example(ABSENCE, key);
            hr.send(key, wrong);
            hr.send(key, right);

            eventually(() -> assertThat(LISTENER.effectsOf(key))
                    .extracting(UUID::toString)
                    .containsExactly(right.get("id").asString()));
        }

        @Test
        void is_kept_but_not_in_clear() {
            var message = Sending.with(
                    hr.example(EMPLOYMENT, key),
                    data -> ((tools.jackson.databind.node.ObjectNode) data.get("person"))
                            .put("name", "Kari Kanarifugl 01017012345"));
            var sent = hr.send(key, message);

            assertRefused(sent, "/data/person/name", "schema-not");
            assertThat(service.sql()
                            .sql("select refused_messages::text from refused_messages where id = :id")
                            .param("id", sent.id())
                            .query(String.class)
                            .single())
                    .doesNotContain("Kanarifugl")
                    .doesNotContain("01017012345");
        }

        private void assertRefused(Coordinates sent, String pointer, String rule) {
            eventually(() -> assertThat(service.refused().list(OURS, 1_000))
                    .filteredOn(refused -> refused.coordinates().equals(sent))
                    .singleElement()
                    .extracting(RefusedMessages.Refused::rule)
                    .isEqualTo(new BrokenRule(pointer, rule)));
            eventually(() -> assertThat(TOLD_TO_HR)
                    .filteredOn(told -> told.coordinates().equals(sent))
                    .singleElement()
                    .extracting(Refusals.RefusedMessage::rule)
                    .isEqualTo(new BrokenRule(pointer, rule)));
            assertThat(LISTENER.about(key)).isEmpty();
            assertThat(service.bean(MeterRegistry.class)
                            .counter("oppfolging.messages.refused", "reason", rule)
                            .count())
                    .isPositive();
        }
    }

    @Nested
    class A_forged_message {
        @Test
        void on_another_services_topic_is_refused_and_moves_nothing() {
            var forged = meetings.example(SUMMONED, key, 4, 0).put("source", "urn:oppfolging:plan");
            var sent = meetings.send(key, forged);
            var real = meetings.example(SUMMONED, key, 4, 0);
            meetings.send(key, real);

            eventually(() -> assertThat(service.refused().list(OURS, 1_000))
                    .filteredOn(refused -> refused.coordinates().equals(sent))
                    .singleElement()
                    .extracting(refused -> refused.rule().rule())
                    .isEqualTo("message-from-another-producer"));
            eventually(() -> assertThat(LISTENER.effectsOf(key))
                    .extracting(UUID::toString)
                    .containsExactly(real.get("id").asString()));
        }
    }
}
