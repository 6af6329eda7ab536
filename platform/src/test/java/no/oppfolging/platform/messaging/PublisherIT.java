package no.oppfolging.platform.messaging;

import static no.oppfolging.platform.messaging.InboxOfCases.HELD;
import static no.oppfolging.platform.messaging.InboxOfCases.LISTENER;
import static no.oppfolging.platform.messaging.RunningInbox.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.platform.eventlog.EventMetadata;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.messaging.Outbox.News;
import no.oppfolging.platform.messaging.Publisher.NotTold;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.time.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ResourceLock(RunningInbox.TOPICS)
class PublisherIT {
    private static final MovableClock CLOCK = MovableClock.startingAt(Instant.parse("2026-03-02T08:00:00Z"));
    private static RunningInbox meetings;
    private static RunningInbox cases;

    private final UUID caseId = UUID.randomUUID();
    private final List<RecordedEvent> log = new ArrayList<>();

    @BeforeAll
    static void start() {
        meetings = new RunningInbox(
                ServiceName.MEETINGS, Servers.freshDatabase(ServiceName.MEETINGS), CLOCK, (Outbox) PublisherIT::tell);
        cases = InboxOfCases.running();
    }

    @AfterAll
    static void stop() {
        meetings.close();
    }

    /** What happens in the service that tells; only some of it is news. */
    sealed interface MeetingEvent extends DomainEvent {
        CaseId caseId();

        @Override
        default Identifier stream() {
            return caseId();
        }

        record Held(CaseId caseId, LocalDate heldOn) implements MeetingEvent {}

        record Noted(CaseId caseId, PersonalText note) implements MeetingEvent {}

        record Whispered(CaseId caseId, PersonalText note) implements MeetingEvent {}
    }

    private record MeetingHeld(CaseId caseId, UUID meetingId, String kind, LocalDate heldOn) {}

    private record MeetingWhispered(CaseId caseId, UUID meetingId, String kind, PersonalText heldOn) {}

    private static Optional<News> tell(RecordedEvent recorded) {
        var type = MessageType.of(HELD);
        return switch ((MeetingEvent) recorded.event()) {
            case MeetingEvent.Held(var caseId, var heldOn) ->
                Optional.of(new News(type, caseId.value(), new MeetingHeld(caseId, recorded.eventId(), "DM1", heldOn)));
            case MeetingEvent.Noted _ -> Optional.empty();
            case MeetingEvent.Whispered(var caseId, var note) ->
                Optional.of(
                        new News(type, caseId.value(), new MeetingWhispered(caseId, recorded.eventId(), "DM1", note)));
        };
    }

    @Test
    void tells_in_order_what_is_news_and_which_was_before_it() {
        held("2026-03-10");
        noted();
        held("2026-03-20");
        publish(log);
        held("2026-03-30");
        publish(log.subList(3, 4));

        eventually(() -> assertThat(LISTENER.about(caseId))
                .extracting(message -> message.place().orElseThrow())
                .containsExactly(
                        new Place(log.get(0).position(), 0),
                        new Place(log.get(2).position(), log.get(0).position()),
                        new Place(log.get(3).position(), log.get(2).position())));
        assertThat(LISTENER.about(caseId).getFirst()).satisfies(first -> {
            assertThat(first.id()).isEqualTo(log.getFirst().eventId());
            assertThat(first.correlation()).isEqualTo(log.getFirst().metadata().correlation());
            assertThat(first.time()).isEqualTo(log.getFirst().recordedAt());
            assertThat(first.data().path("heldOn").asString()).isEqualTo("2026-03-10");
        });
    }

    @Test
    void tells_again_after_an_accident_between_acknowledgement_and_token_and_nothing_happens_twice() {
        held("2026-03-10");
        held("2026-03-11");
        var transaction = new TransactionTemplate(meetings.bean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            publisher().receive(log);
            status.setRollbackOnly();
        });
        publish(log);
        held("2026-03-12");
        publish(log.subList(2, 3));

        eventually(() -> assertThat(LISTENER.effectsOf(caseId))
                .containsExactlyElementsOf(
                        log.stream().map(RecordedEvent::eventId).toList()));
        assertThat(cases.parked().list(Set.of(new OrganisationNumber("910825526")), 100))
                .noneMatch(parked -> parked.key().equals(caseId));
    }

    @Test
    void fills_the_topic_again_with_the_same_messages() {
        held("2026-03-10");
        held("2026-03-11");
        publish(log);
        eventually(() -> assertThat(LISTENER.about(caseId)).hasSize(2));

        new TransactionTemplate(meetings.bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> publisher().startOver());
        publish(log);
        held("2026-03-12");
        publish(log.subList(2, 3));

        eventually(() -> assertThat(LISTENER.effectsOf(caseId))
                .containsExactlyElementsOf(
                        log.stream().map(RecordedEvent::eventId).toList()));
    }

    @Test
    void stops_at_news_that_holds_a_personal_text() {
        log.add(recorded(new MeetingEvent.Whispered(
                new CaseId(caseId), new PersonalText(new PersonId(UUID.randomUUID()), "2026-03-10"))));

        assertThatThrownBy(() -> publish(log)).hasRootCauseInstanceOf(NotTold.class);
    }

    private void held(String day) {
        log.add(recorded(new MeetingEvent.Held(new CaseId(caseId), LocalDate.parse(day))));
    }

    private void noted() {
        log.add(recorded(
                new MeetingEvent.Noted(new CaseId(caseId), new PersonalText(new PersonId(UUID.randomUUID()), "a"))));
    }

    private RecordedEvent recorded(MeetingEvent event) {
        return new RecordedEvent(
                log.size() + 10,
                Instant.parse("2026-03-02T08:00:00.123456Z"),
                new OrganisationNumber("910825526"),
                caseId,
                log.size() + 1,
                Optional.of(event.caseId()),
                "meeting." + event.getClass().getSimpleName(),
                UUID.randomUUID(),
                new EventMetadata(
                        new Actor.Automatic("test"),
                        new CommandId(UUID.randomUUID()),
                        Optional.empty(),
                        UUID.randomUUID()),
                event);
    }

    private static void publish(List<RecordedEvent> batch) {
        new TransactionTemplate(meetings.bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> publisher().receive(batch));
    }

    private static Publisher publisher() {
        return meetings.bean(Publisher.class);
    }
}
