package no.oppfolging.platform.messaging;

import static no.oppfolging.platform.messaging.InboxOfCases.ABSENCE;
import static no.oppfolging.platform.messaging.InboxOfCases.CLOCK;
import static no.oppfolging.platform.messaging.InboxOfCases.EMPLOYMENT;
import static no.oppfolging.platform.messaging.InboxOfCases.HELD;
import static no.oppfolging.platform.messaging.InboxOfCases.LISTENER;
import static no.oppfolging.platform.messaging.InboxOfCases.SUMMONED;
import static no.oppfolging.platform.messaging.RunningInbox.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * What becomes of a message that cannot have its effect yet: it is parked, and what comes behind it on its key waits.
 */
@ResourceLock(RunningInbox.TOPICS)
class ParkedMessagesIT {
    private final RunningInbox service = InboxOfCases.running();
    private final Sending hr = InboxOfCases.HR;
    private final Sending meetings = InboxOfCases.MEETINGS;
    private final UUID key = UUID.randomUUID();

    @Nested
    class A_message_that_waits {
        @Test
        void goes_on_by_itself_when_what_it_waits_for_comes_on_its_key() {
            LISTENER.answer(
                    key,
                    message -> message.type().name().equals("EmploymentStarted")
                                    || !LISTENER.about(key).isEmpty()
                            ? Outcome.done()
                            : Outcome.waits("employment-unknown"));
            var absence = hr.example(ABSENCE, key);
            var sent = hr.send(key, absence);
            eventually(() -> assertThat(parked(sent))
                    .hasValueSatisfying(parked -> assertThat(parked.reason()).isEqualTo("employment-unknown")));

            var employment = hr.example(EMPLOYMENT, key);
            hr.send(key, employment);

            eventually(() -> assertThat(LISTENER.effectsOf(key))
                    .extracting(UUID::toString)
                    .containsExactly(
                            employment.get("id").asString(), absence.get("id").asString()));
            eventually(() -> assertThat(parked(sent)).isEmpty());
        }

        @Test
        void goes_on_by_itself_when_time_passes() {
            LISTENER.answer(key, _ -> Outcome.waits("not-yet"));
            var sent = hr.send(key, hr.example(ABSENCE, key));
            eventually(() -> assertThat(parked(sent)).isPresent());

            LISTENER.takeEverythingAbout(key);
            CLOCK.moveTo(CLOCK.instant().plus(Duration.ofHours(1)));

            eventually(() -> assertThat(LISTENER.about(key)).hasSize(1));
            eventually(() -> assertThat(parked(sent)).isEmpty());
        }

        @Test
        void waits_longer_and_longer_though_its_bytes_are_forgotten() {
            LISTENER.answer(key, _ -> Outcome.waits("not-yet"));
            var sent = hr.send(key, hr.example(ABSENCE, key));
            eventually(() -> assertThat(parked(sent)).isPresent());
            service.parked().forgetBytesBefore(CLOCK.instant().plusSeconds(1));
            CLOCK.moveTo(parked(sent).orElseThrow().tryAfter());

            eventually(() -> assertThat(parked(sent)).hasValueSatisfying(parked -> {
                assertThat(parked.readable()).isFalse();
                assertThat(parked.reason()).isEqualTo("not-yet");
                assertThat(parked.tryAfter()).isAfter(CLOCK.instant());
            }));
        }

        @Test
        void is_not_tried_once_for_each_that_comes_behind_it() {
            LISTENER.answer(key, _ -> Outcome.waits("not-yet"));
            var readers = service.bean(MessageListenerContainer.class);
            readers.pause();
            eventually(() -> assertThat(readers.isContainerPaused()).isTrue());
            var sent = IntStream.range(0, 40)
                    .mapToObj(_ -> hr.send(key, hr.example(ABSENCE, key)))
                    .toList();

            readers.resume();

            eventually(() -> assertThat(parked(sent.getLast())).isPresent());
            assertThat(parked(sent.getFirst()).orElseThrow().tries()).isLessThan(20);
        }

        @Test
        void holds_up_no_other_key() {
            LISTENER.answer(key, _ -> Outcome.waits("not-yet"));
            hr.send(key, hr.example(ABSENCE, key));
            var other = UUID.randomUUID();
            hr.send(other, hr.example(ABSENCE, other));

            eventually(() -> assertThat(LISTENER.about(other)).hasSize(1));
            assertThat(LISTENER.about(key)).isEmpty();
        }

        @Test
        void is_kept_but_not_in_clear() {
            LISTENER.answer(key, _ -> Outcome.waits("not-yet"));
            var message = Sending.with(
                    hr.example(EMPLOYMENT, key),
                    data -> ((tools.jackson.databind.node.ObjectNode) data.get("person"))
                            .put("name", "Kari Kanarifugl"));
            var sent = hr.send(key, message);

            eventually(() -> assertThat(parked(sent)).isPresent());
            assertThat(service.sql()
                            .sql("select parked_messages::text from parked_messages where id = :id")
                            .param("id", sent.id())
                            .query(String.class)
                            .single())
                    .doesNotContain("Kanarifugl");
        }

        @Test
        void has_its_effect_in_the_end_though_something_later_was_passed_over() {
            LISTENER.answer(key, _ -> Outcome.waits("not-yet"));
            var message = meetings.example(SUMMONED, key, 5, 0);
            var sent = meetings.send(key, message);
            meetings.send(key, meetings.example(HELD, key, 9, 5).put("type", "no.oppfolging.meeting.MeetingDreamt.v1"));
            eventually(() -> assertThat(heardUpTo()).isEqualTo(9));

            LISTENER.takeEverythingAbout(key);
            service.parked().tryAgain(sent.id());

            eventually(() -> assertThat(parked(sent)).isEmpty());
            assertThat(LISTENER.effectsOf(key))
                    .hasToString("[" + message.get("id").asString() + "]");
        }
    }

    @Nested
    class A_message_whose_handler_fails {
        @Test
        void holds_up_its_key_in_order_until_the_defect_is_mended() {
            LISTENER.answer(key, _ -> {
                throw new IllegalStateException("a defect");
            });
            var first = hr.example(ABSENCE, key);
            var second = hr.example(ABSENCE, key);
            var failing = hr.send(key, first);
            var behind = hr.send(key, second);
            eventually(() -> {
                assertThat(parked(failing)).hasValueSatisfying(parked -> {
                    assertThat(parked.reason()).isEqualTo("handler-failed");
                    assertThat(parked.failed()).isTrue();
                });
                assertThat(parked(behind)).isPresent();
            });

            LISTENER.takeEverythingAbout(key);
            service.parked().tryAgain(failing.id());

            eventually(() -> assertThat(parked(behind)).isEmpty());
            assertThat(LISTENER.effectsOf(key))
                    .extracting(UUID::toString)
                    .containsExactly(
                            first.get("id").asString(), second.get("id").asString());
        }

        @Test
        void is_tried_more_and_more_seldom_though_another_waits_behind_it() {
            LISTENER.answer(key, _ -> {
                throw new IllegalStateException("a defect");
            });
            var failing = hr.send(key, hr.example(ABSENCE, key));
            var behind = hr.send(key, hr.example(ABSENCE, key));
            eventually(() -> assertThat(parked(behind)).isPresent());

            CLOCK.moveTo(parked(behind).orElseThrow().tryAfter().plusSeconds(60));

            eventually(() ->
                    assertThat(service.bean(Backlog.class).dueForAnotherTry()).isZero());
            assertThat(parked(failing).orElseThrow().tryAfter()).isAfter(CLOCK.instant());
        }

        @Test
        void can_be_given_up() {
            var defective = meetings.example(SUMMONED, key, 3, 0);
            LISTENER.answer(key, message -> {
                if (message.id().toString().equals(defective.get("id").asString())) {
                    throw new IllegalStateException("a defect");
                }
                return Outcome.done();
            });
            var sent = meetings.send(key, defective);
            var next = meetings.example(HELD, key, 8, 3);
            var behind = meetings.send(key, next);
            eventually(() -> assertThat(parked(behind)).isPresent());

            service.parked().skip(sent.id());

            assertThat(parked(sent)).isEmpty();
            assertThat(LISTENER.effectsOf(key))
                    .extracting(UUID::toString)
                    .containsExactly(next.get("id").asString());
        }
    }

    @Nested
    class A_hole {
        @Test
        void parks_what_comes_after_it_until_what_is_missing_comes() {
            var missing = meetings.example(SUMMONED, key, 2, 0);
            var next = meetings.example(HELD, key, 6, 2);
            var sent = meetings.send(key, next);
            eventually(() -> assertThat(parked(sent))
                    .hasValueSatisfying(parked -> assertThat(parked.reason()).isEqualTo("hole")));

            meetings.send(key, missing);

            eventually(() -> assertThat(LISTENER.effectsOf(key))
                    .extracting(UUID::toString)
                    .containsExactly(
                            missing.get("id").asString(), next.get("id").asString()));
        }

        @Test
        void is_filled_by_what_comes_behind_it_in_the_same_poll() {
            var readers = service.bean(MessageListenerContainer.class);
            var first = meetings.example(SUMMONED, key, 2, 0);
            var missing = meetings.example(HELD, key, 6, 2);
            var next = meetings.example(HELD, key, 9, 6);
            readers.pause();
            eventually(() -> assertThat(readers.isContainerPaused()).isTrue());
            List.of(first, next, missing).forEach(message -> meetings.send(key, message));

            readers.resume();

            eventually(() -> assertThat(LISTENER.effectsOf(key))
                    .extracting(UUID::toString)
                    .containsExactly(
                            first.get("id").asString(),
                            missing.get("id").asString(),
                            next.get("id").asString()));
            eventually(() -> assertThat(heardUpTo()).isEqualTo(9));
        }

        @Test
        void is_none_where_what_was_sent_before_only_waits() {
            var first = meetings.example(SUMMONED, key, 4, 0);
            LISTENER.answer(
                    key,
                    message -> message.id().toString().equals(first.get("id").asString())
                            ? Outcome.waits("not-yet")
                            : Outcome.done());
            var waiting = meetings.send(key, first);
            eventually(() -> assertThat(parked(waiting)).isPresent());
            var next = meetings.example(HELD, key, 6, 4);
            var behind = meetings.send(key, next);
            eventually(() -> assertThat(parked(behind))
                    .hasValueSatisfying(parked -> assertThat(parked.tries()).isGreaterThan(1)));

            assertThat(parked(behind).orElseThrow().reason()).isEqualTo("behind-another");
            service.parked().goOnWithoutTheMissing(behind.id());
            assertThat(LISTENER.effectsOf(key)).isEmpty();

            LISTENER.takeEverythingAbout(key);
            service.parked().tryAgain(waiting.id());
            eventually(() -> assertThat(parked(behind)).isEmpty());
            assertThat(LISTENER.effectsOf(key))
                    .extracting(UUID::toString)
                    .containsExactly(first.get("id").asString(), next.get("id").asString());
        }

        @Test
        void can_be_accepted() {
            var next = meetings.example(HELD, key, 6, 2);
            var sent = meetings.send(key, next);
            eventually(() -> assertThat(parked(sent)).isPresent());

            service.parked().goOnWithoutTheMissing(sent.id());

            assertThat(LISTENER.effectsOf(key))
                    .extracting(UUID::toString)
                    .containsExactly(next.get("id").asString());
        }
    }

    private long heardUpTo() {
        return service.sql()
                .sql("select position from heard where key = :key")
                .param("key", key)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private Optional<ParkedMessage> parked(Coordinates coordinates) {
        return service.parked().find(coordinates.id());
    }
}
