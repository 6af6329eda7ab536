package no.oppfolging.notifications.automation;

import java.util.Set;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.CancellationReason;
import no.oppfolging.notifications.inbox.MeetingNews;
import no.oppfolging.notifications.inbox.MeetingNews.MeetingTold;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When a meeting has been held or cancelled, nobody is invited to it any more. */
public final class WhenMeetingIsOverOrOffCancelNotices implements MessageHandler {
    private final Ordering ordering;

    public WhenMeetingIsOverOrOffCancelNotices(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public String name() {
        return "notifications.when-meeting-is-over-or-off-cancel-notices";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(MeetingNews.MEETING_HELD, MeetingNews.MEETING_CANCELLED);
    }

    @Override
    public Outcome handle(Message message) {
        var told = message.as(MeetingTold.class);
        var reason = message.type().equals(MeetingNews.MEETING_HELD)
                ? CancellationReason.MEETING_HELD
                : CancellationReason.MEETING_CANCELLED;
        var meeting = About.meeting(told.meetingId());
        ordering.cancel(new CaseId(told.caseId()), meeting, meeting::equals, reason, message, this);
        return Outcome.done();
    }
}
