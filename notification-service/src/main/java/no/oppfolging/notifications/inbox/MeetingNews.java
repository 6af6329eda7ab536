package no.oppfolging.notifications.inbox;

import java.util.Set;
import java.util.UUID;
import no.oppfolging.platform.messaging.MessageType;

/** What notification-service understands of what meeting-service tells; only the fields it uses. */
public final class MeetingNews {
    public static final MessageType MEETING_SUMMONED = MessageType.of("no.oppfolging.meeting.MeetingSummoned.v1");
    public static final MessageType MEETING_MOVED = MessageType.of("no.oppfolging.meeting.MeetingMoved.v1");
    public static final MessageType MEETING_CANCELLED = MessageType.of("no.oppfolging.meeting.MeetingCancelled.v1");
    public static final MessageType MEETING_HELD = MessageType.of("no.oppfolging.meeting.MeetingHeld.v1");

    private static final Set<String> KINDS_WE_KNOW = Set.of("DM1", "CONVERSATION");

    private MeetingNews() {}

    /** Something has been told of a meeting; what, is in the message's type. */
    public record MeetingTold(UUID caseId, UUID meetingId, String kind) {
        /** Whether it is a kind of meeting that we send mails about. */
        public boolean isKnown() {
            return KINDS_WE_KNOW.contains(kind);
        }
    }
}
