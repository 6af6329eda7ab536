package no.oppfolging.platform.messaging;

import static no.oppfolging.platform.messaging.RunningInbox.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.health.contributor.Status;
import tools.jackson.databind.node.ObjectNode;

@Order(1)
@ResourceLock(RunningInbox.TOPICS)
class WatermarksIT {
    private static final String HELD = "no.oppfolging.meeting.MeetingHeld.v1";

    /** A day of its own for each story: what an earlier one said of its day is still on the topic. */
    private static final AtomicReference<Instant> NOON = new AtomicReference<>(Instant.parse("2026-04-22T12:00:00Z"));

    private final Instant noon = NOON.getAndUpdate(day -> day.plus(Duration.ofDays(1)));
    private final MovableClock clock = MovableClock.startingAt(noon);
    private final Listener listener = new Listener(HELD);
    private final UUID caseId = UUID.randomUUID();
    private RunningInbox meetings;
    private RunningInbox cases;
    private Sending sending;

    @BeforeEach
    void start() {
        meetings = new RunningInbox(ServiceName.MEETINGS, Servers.freshDatabase(ServiceName.MEETINGS), clock);
        cases = new RunningInbox(ServiceName.CASES, Servers.freshDatabase(ServiceName.CASES), clock, listener);
        sending = new Sending(Servers.kafka(ServiceName.MEETINGS));
    }

    @AfterEach
    void stop() {
        sending.close();
        cases.close();
        meetings.close();
    }

    @Test
    void follow_the_clock_though_nothing_happens() {
        var due = noon.plus(Duration.ofHours(10));
        eventually(() -> assertThat(cases.watermarks().until("meeting")).isAfterOrEqualTo(noon));
        assertThat(cases.bean(NewsHealth.class).health().getStatus()).isEqualTo(Status.UP);
        assertThat(cases.watermarks().awaited(Set.of("meeting"), due, caseId)).containsExactly("meeting");

        clock.moveTo(due.plusSeconds(1));

        eventually(() -> assertThat(cases.watermarks().awaited(Set.of("meeting"), due, caseId))
                .isEmpty());
    }

    @Test
    void follow_at_once_when_the_clock_is_moved_however_seldom_they_are_told() {
        var seldom = Duration.ofHours(1);
        try (var _ = new RunningInbox(ServiceName.PLANS, Servers.freshDatabase(ServiceName.PLANS), clock, seldom)) {
            eventually(() -> assertThat(told("plan", noon)).isTrue());
            var tomorrow = noon.plus(Duration.ofDays(1));
            clock.moveTo(tomorrow);

            eventually(() -> assertThat(told("plan", tomorrow)).isTrue());
        }
    }

    @Test
    void do_not_pass_a_message_that_is_being_handled() {
        var mayGoOn = new CountDownLatch(1);
        listener.answer(caseId, _ -> {
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Outcome.done();
        });
        sending.send(caseId, sending.example(HELD, caseId, 4, 0));
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        var told = clock.instant();
        eventually(() -> assertThat(told("meeting", told)).isTrue());
        assertThat(cases.watermarks().until("meeting")).isBefore(told);

        mayGoOn.countDown();

        eventually(() -> assertThat(cases.watermarks().until("meeting")).isAfterOrEqualTo(told));
        assertThat(listener.about(caseId)).hasSize(1);
    }

    @Test
    void count_for_a_case_only_when_none_of_its_messages_waits() {
        listener.answer(caseId, _ -> Outcome.waits("not-yet"));
        var sent = sending.send(caseId, sending.example(HELD, caseId, 4, 0));
        eventually(() -> assertThat(cases.parked().find(sent.id())).isPresent());
        var now = clock.instant();

        eventually(() -> assertThat(cases.watermarks().awaited(Set.of("meeting"), now, UUID.randomUUID()))
                .isEmpty());
        assertThat(cases.watermarks().awaited(Set.of("meeting"), now, caseId)).containsExactly("meeting");
        assertThat(cases.watermarks().awaited(Set.of("meeting"), now, Set.of(UUID.randomUUID(), caseId)))
                .containsExactly("meeting");
    }

    @Test
    void say_nothing_and_hold_nothing_up_where_they_make_no_sense_or_a_clock_is_ahead() {
        var yesterday = noon.minus(Duration.ofDays(1)).toString();
        sending.send(caseId, watermark(yesterday, "99999999999", BigInteger.ZERO));
        sending.send(caseId, watermark(yesterday, "0", new BigInteger("9".repeat(20))));
        sending.send(caseId, watermark("2026-12-31T23:59:60Z", "0", BigInteger.ZERO));
        var last = sending.send(caseId, watermark("2027-04-22T12:00:00Z", "0", BigInteger.ZERO));

        eventually(() -> assertThat(handled(last)).isTrue());
        assertThat(cases.watermarks().until("meeting")).isBeforeOrEqualTo(clock.instant());
        clock.moveTo(noon.plusSeconds(60));
        eventually(() -> assertThat(cases.watermarks().until("meeting")).isAfter(noon));
    }

    @Test
    void say_nothing_of_a_producer_that_was_never_heard() {
        assertThat(cases.watermarks().until("plan")).isEqualTo(Instant.EPOCH);
    }

    private ObjectNode watermark(String until, String partition, BigInteger offset) {
        return Sending.with(
                sending.example("no.oppfolging.watermark.Watermark.v1", caseId).put("source", "urn:oppfolging:meeting"),
                data -> {
                    data.put("producer", "meeting")
                            .put("topic", "oppfolging.meeting.v1")
                            .put("until", until);
                    data.putObject("offsets").put(partition, offset);
                });
    }

    private boolean handled(Coordinates sent) {
        return cases.sql()
                .sql("""
                        select exists (select from handled_offsets
                                        where topic = :topic and partition = :partition and next_offset > :offset)
                        """)
                .param("topic", sent.topic())
                .param("partition", sent.partition())
                .param("offset", sent.offset())
                .query(Boolean.class)
                .single();
    }

    /** Whether a watermark of that instant or later has come to the topic, counted or not. */
    private boolean told(String producer, Instant instant) {
        try (var hearing = new Hearing(Servers.kafka(ServiceName.CASES))) {
            return hearing.everything(Watermarks.TOPIC).stream()
                    .filter(data -> data.at("/data/producer").asString().equals(producer))
                    .anyMatch(data ->
                            !Instant.parse(data.at("/data/until").asString()).isBefore(instant));
        }
    }
}
