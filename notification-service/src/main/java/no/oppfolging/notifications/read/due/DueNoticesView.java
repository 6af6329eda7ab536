package no.oppfolging.notifications.read.due;

import java.time.Instant;
import java.util.List;
import no.oppfolging.notifications.domain.NoticeEvent;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeCancelled;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeDeferred;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeFailed;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeOrdered;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeSent;
import no.oppfolging.notifications.domain.NoticeEvent.SendingFailed;
import no.oppfolging.notifications.domain.NoticeEvent.SendingOutcomeUnknown;
import no.oppfolging.notifications.domain.NoticeEvent.SendingStarted;
import no.oppfolging.platform.eventlog.FoldedRows;
import no.oppfolging.platform.eventlog.Projection;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;

/** Keeps the rows of {@link DueNotices}: every notice that is not settled, and when to look at it next. */
public final class DueNoticesView implements Projection {
    public static final String NAME = "due_notices";

    private final ViewTables tables;

    public DueNoticesView(ViewTables tables) {
        this.tables = tables;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        var ordered = RecordedEvent.idsIn(
                batch, NoticeEvent.class, event -> event.noticeId().value());
        var notices = tables.rows("notices", ordered, "notice_id");
        for (var recorded : batch) {
            if (recorded.event() instanceof NoticeEvent event) {
                fold(event, recorded, notices);
            }
        }
        notices.write();
    }

    private static void fold(NoticeEvent event, RecordedEvent recorded, FoldedRows notices) {
        switch (event) {
            case NoticeOrdered ordered -> note(ordered, recorded, notices);
            case NoticeDeferred deferred -> lookAt(deferred, deferred.until(), notices);
            // Whoever sends it holds it; when its sender has died, it is asked after.
            case SendingStarted started -> lookAt(started, recorded.recordedAt(), notices);
            case SendingFailed failed -> lookAt(failed, failed.retryAt(), notices);
            case SendingOutcomeUnknown unknown -> lookAt(unknown, unknown.retryAt(), notices);
            case NoticeSent _, NoticeFailed _, NoticeCancelled _ ->
                notices.remove(event.noticeId().value());
        }
    }

    private static void note(NoticeOrdered ordered, RecordedEvent recorded, FoldedRows notices) {
        notices.at(ordered.noticeId().value())
                .set("case_id", ordered.caseId().value())
                .set("organisation", recorded.organisation().value())
                .set("kind", ordered.kind().name())
                .set("cause", ordered.cause())
                .set("recipient", ordered.recipient().value())
                .set("recipient_role", ordered.recipientRole().name())
                .set("thing", ordered.about().thing().name())
                .set("thing_id", ordered.about().id())
                .set("thing_version", ordered.about().version())
                .set("first_due_at", ordered.notBefore())
                .set("due_at", ordered.notBefore())
                .set("correlation", recorded.metadata().correlation());
    }

    private static void lookAt(NoticeEvent event, Instant at, FoldedRows notices) {
        notices.find(event.noticeId().value()).ifPresent(notice -> notice.set("due_at", at));
    }
}
