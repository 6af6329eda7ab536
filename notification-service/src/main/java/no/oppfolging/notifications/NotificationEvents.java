package no.oppfolging.notifications;

import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseFollowed;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseJoined;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseResumed;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeCancelled;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeDeferred;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeFailed;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeOrdered;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeSent;
import no.oppfolging.notifications.domain.NoticeEvent.SendingFailed;
import no.oppfolging.notifications.domain.NoticeEvent.SendingOutcomeUnknown;
import no.oppfolging.notifications.domain.NoticeEvent.SendingStarted;
import no.oppfolging.platform.casefile.CaseRead;
import no.oppfolging.platform.eventlog.EventCatalogue;
import no.oppfolging.platform.messagedesk.MessageDesk;

/** The lasting names of what notification-service stores; each stands here for ever. */
final class NotificationEvents {
    private NotificationEvents() {}

    static EventCatalogue catalogue() {
        return MessageDesk.events(EventCatalogue.of("notification"))
                .with("CaseFollowed", CaseFollowed.class)
                .with("CaseJoined", 2, CaseJoined.class)
                .with("CaseResumed", 2, CaseResumed.class)
                .with("NoticeOrdered", NoticeOrdered.class)
                .with("NoticeDeferred", NoticeDeferred.class)
                .with("SendingStarted", SendingStarted.class)
                .with("SendingFailed", SendingFailed.class)
                .with("SendingOutcomeUnknown", SendingOutcomeUnknown.class)
                .with("NoticeSent", NoticeSent.class)
                .with("NoticeFailed", NoticeFailed.class)
                .with("NoticeCancelled", NoticeCancelled.class)
                .with("CaseRead", CaseRead.class);
    }
}
