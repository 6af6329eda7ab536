package no.oppfolging.platform.messaging;

import static no.oppfolging.platform.messaging.InboxOfCases.ABSENCE;
import static no.oppfolging.platform.messaging.InboxOfCases.HELD;
import static no.oppfolging.platform.messaging.InboxOfCases.HR_TOPIC;
import static no.oppfolging.platform.messaging.InboxOfCases.LISTENER;
import static no.oppfolging.platform.messaging.InboxOfCases.SUMMONED;
import static no.oppfolging.platform.messaging.RunningInbox.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.oppfolging.platform.kernel.OrganisationNumber;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.json.JsonMapper;

/** How a message has its effect: once, whatever befalls it and the service on the way. */
@ResourceLock(RunningInbox.TOPICS)
class InboxIT {
    private final Sending hr = InboxOfCases.HR;
    private final Sending meetings = InboxOfCases.MEETINGS;
    private final UUID key = UUID.randomUUID();

    @BeforeAll
    static void start() {
        InboxOfCases.running();
    }

    @Nested
    class A_message_that_is_right {
        @Test
        void has_its_effect() {
            var message = hr.example(ABSENCE, key);
            hr.send(key, message);

            eventually(() -> assertThat(LISTENER.about(key)).singleElement().satisfies(heard -> {
                assertThat(heard.id()).hasToString(message.get("id").asString());
                assertThat(heard.organisation()).isEqualTo(new OrganisationNumber("312345609"));
                assertThat(heard.data().path("grade").asInt()).isEqualTo(100);
            }));
        }

        @Test
        void is_read_in_binary_mode_too() {
            var message = hr.example(ABSENCE, key);
            var headers = Map.of(
                    "ce_specversion", "1.0",
                    "ce_id", message.get("id").asString(),
                    "ce_source", "hr",
                    "ce_type", ABSENCE,
                    "ce_time", "2026-03-05T07:00:00+01:00",
                    "ce_organisation", "312345609",
                    "content-type", "application/json");
            hr.send(HR_TOPIC, key.toString(), JsonMapper.shared().writeValueAsBytes(message.get("data")), headers);

            eventually(() -> assertThat(LISTENER.about(key))
                    .singleElement()
                    .satisfies(heard -> assertThat(heard.time()).isEqualTo("2026-03-05T06:00:00Z")));
        }

        @Test
        void is_read_though_a_header_says_nothing() {
            var message = JsonMapper.shared().writeValueAsBytes(hr.example(ABSENCE, key));
            hr.send(HR_TOPIC, key.toString(), message, Collections.singletonMap("traceparent", null));

            eventually(() -> assertThat(LISTENER.about(key)).hasSize(1));
        }

        @Test
        void has_no_place_among_others_when_it_comes_from_hr() {
            hr.send(key, hr.example(ABSENCE, key, 7, 0));
            hr.send(key, hr.example(ABSENCE, key, 7, 0));

            eventually(() -> assertThat(LISTENER.about(key)).hasSize(2));
        }

        @Test
        void keeps_its_trace() {
            hr.send(
                    key,
                    hr.example(ABSENCE, key)
                            .put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

            eventually(() -> assertThat(LISTENER.about(key))
                    .singleElement()
                    .satisfies(heard ->
                            assertThat(heard.correlation()).hasToString("0af76519-16cd-43dd-8448-eb211c80319c")));
        }

        @Test
        void is_heard_once_though_it_was_sent_twice_between_acknowledgement_and_token() {
            var first = meetings.example(SUMMONED, key, 5, 0);
            var second = meetings.example(HELD, key, 9, 5);
            List.of(first, first, second, first, second).forEach(message -> meetings.send(key, message));
            var last = meetings.example(HELD, key, 12, 9);
            meetings.send(key, last);

            eventually(() -> assertThat(LISTENER.effectsOf(key))
                    .extracting(UUID::toString)
                    .containsExactly(
                            first.get("id").asString(),
                            second.get("id").asString(),
                            last.get("id").asString()));
        }
    }

    @Test
    void what_was_heard_is_not_heard_again_after_a_restart() {
        var before = hr.example(ABSENCE, key);
        hr.send(key, before);
        eventually(() -> assertThat(LISTENER.about(key)).hasSize(1));

        InboxOfCases.restart();
        var after = hr.example(ABSENCE, key);
        hr.send(key, after);

        eventually(() -> assertThat(LISTENER.effectsOf(key))
                .extracting(UUID::toString)
                .containsExactly(before.get("id").asString(), after.get("id").asString()));
    }
}
