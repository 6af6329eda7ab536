package no.oppfolging.meetings.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.ConversationEntered;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.ConversationStruck;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingCancelled;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingEvent;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingHeld;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingMoved;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingPassedOn;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingSummoned;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingTakenOver;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.NoticeWaived;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outbox;

/** What meeting-service tells the others: when people meet, never where or why; {@code contracts/meeting/}. */
public final class MeetingNews implements Outbox {
    private record Summoned(UUID caseId, UUID meetingId, String kind, Instant startsAt) {}

    private record Moved(UUID caseId, UUID meetingId, String kind, Instant startsAt, Instant previouslyStartsAt) {}

    private record Cancelled(UUID caseId, UUID meetingId, String kind) {}

    private record Struck(UUID caseId, UUID meetingId, String kind) {}

    private record Held(UUID caseId, UUID meetingId, String kind, LocalDate heldOn) {}

    @Override
    public Optional<News> tell(RecordedEvent recorded) {
        return recorded.event() instanceof MeetingEvent event ? news(event) : Optional.empty();
    }

    private static Optional<News> news(MeetingEvent event) {
        var caseId = event.caseId().value();
        var meetingId = event.meetingId().value();
        var kind = event.kind().name();
        return switch (event) {
            case MeetingSummoned summoned ->
                told(
                        event,
                        "MeetingSummoned",
                        new Summoned(
                                caseId, meetingId, kind, summoned.appointment().startsAt()));
            case MeetingMoved moved ->
                told(
                        event,
                        "MeetingMoved",
                        new Moved(caseId, meetingId, kind, moved.appointment().startsAt(), moved.previouslyStartsAt()));
            case MeetingCancelled _ -> told(event, "MeetingCancelled", new Cancelled(caseId, meetingId, kind));
            case MeetingHeld held -> told(event, "MeetingHeld", new Held(caseId, meetingId, kind, held.heldOn()));
            // Held is held, whether or not anybody had been summoned.
            case ConversationEntered held ->
                told(event, "MeetingHeld", new Held(caseId, meetingId, kind, held.heldOn()));
            case ConversationStruck _ -> told(event, "MeetingStruck", new Struck(caseId, meetingId, kind));
            case NoticeWaived _, MeetingPassedOn _, MeetingTakenOver _ -> Optional.empty();
        };
    }

    private static Optional<News> told(MeetingEvent event, String name, Record data) {
        return Optional.of(new News(
                MessageType.of("no.oppfolging.meeting." + name + ".v1"),
                event.caseId().value(),
                data));
    }
}
