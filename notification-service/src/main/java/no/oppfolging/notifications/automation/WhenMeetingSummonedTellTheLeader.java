package no.oppfolging.notifications.automation;

import java.util.Set;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.CancellationReason;
import no.oppfolging.notifications.domain.NoticeKind;
import no.oppfolging.notifications.inbox.MeetingNews;
import no.oppfolging.notifications.inbox.MeetingNews.MeetingTold;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When people have been summoned to a meeting, or it was moved, whoever leads the employee is told when it is. */
public final class WhenMeetingSummonedTellTheLeader implements MessageHandler {
    private final Ordering ordering;

    public WhenMeetingSummonedTellTheLeader(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public String name() {
        return "notifications.when-meeting-summoned-tell-the-leader";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(MeetingNews.MEETING_SUMMONED, MeetingNews.MEETING_MOVED);
    }

    @Override
    public Outcome handle(Message message) {
        var told = message.as(MeetingTold.class);
        if (!told.isKnown()) {
            return Outcome.done();
        }
        var caseId = new CaseId(told.caseId());
        var meeting = About.meeting(told.meetingId());
        if (message.type().equals(MeetingNews.MEETING_MOVED)) {
            ordering.cancel(caseId, meeting, meeting::equals, CancellationReason.MEETING_MOVED, message, this);
        }
        return ordering.tellTheLeader(NoticeKind.MEETING_SUMMONED, caseId, meeting, message, this);
    }
}
