package no.oppfolging.platform.messaging;

import static no.oppfolging.platform.messaging.RunningInbox.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.time.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.kafka.listener.MessageListenerContainer;
import tools.jackson.databind.json.JsonMapper;

@ResourceLock(RunningInbox.TOPICS)
class InboxIT {
    private static final Set<OrganisationNumber> OURS = Set.of(new OrganisationNumber("312345609"));
    private static final String ABSENCE = "no.oppfolging.hr.AbsenceReported.v1";
    private static final String EMPLOYMENT = "no.oppfolging.hr.EmploymentStarted.v1";
    private static final String SUMMONED = "no.oppfolging.meeting.MeetingSummoned.v1";
    private static final String HELD = "no.oppfolging.meeting.MeetingHeld.v1";
    private static final String HR_TOPIC = "oppfolging.hr.v1";

    private static final MovableClock CLOCK = MovableClock.startingAt(Instant.parse("2026-03-02T08:00:00Z"));
    private static final Listener LISTENER = new Listener(ABSENCE, EMPLOYMENT, SUMMONED, HELD);
    private static final List<Refusals.RefusedMessage> TOLD_TO_HR = new CopyOnWriteArrayList<>();
    private static Database database;
    private static RunningInbox service;
    private static Sending hr;
    private static Sending meetings;

    private final UUID key = UUID.randomUUID();

    @BeforeAll
    static void start() {
        database = Servers.freshDatabase(ServiceName.CASES);
        Topicsmith.make(ServiceName.MEETINGS);
        service = new RunningInbox(ServiceName.CASES, database, CLOCK, LISTENER, (Refusals) TOLD_TO_HR::add);
        hr = new Sending(Servers.hr());
        meetings = new Sending(Servers.kafka(ServiceName.MEETINGS));
    }

    @AfterAll
    static void stop() {
        hr.close();
        meetings.close();
        service.close();
    }

    /** A rule of a domain that says no. */
    static final class AbsenceRefused extends Refusal {
        AbsenceRefused() {
            super("absence-ends-before-it-begins", Map.of("pointer", "/data/to"));
        }
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

    @Test
    void what_was_heard_is_not_heard_again_after_a_restart() {
        var before = hr.example(ABSENCE, key);
        hr.send(key, before);
        eventually(() -> assertThat(LISTENER.about(key)).hasSize(1));

        service.close();
        service = new RunningInbox(ServiceName.CASES, database, CLOCK, LISTENER, (Refusals) TOLD_TO_HR::add);
        var after = hr.example(ABSENCE, key);
        hr.send(key, after);

        eventually(() -> assertThat(LISTENER.effectsOf(key))
                .extracting(UUID::toString)
                .containsExactly(before.get("id").asString(), after.get("id").asString()));
    }

    private long heardUpTo() {
        return service.sql()
                .sql("select position from heard where key = :key")
                .param("key", key)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static Optional<ParkedMessage> parked(Coordinates coordinates) {
        return service.parked().find(coordinates.id());
    }
}
