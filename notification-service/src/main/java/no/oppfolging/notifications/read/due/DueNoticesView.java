package no.oppfolging.notifications.read.due;

import java.time.Instant;
import java.time.ZoneOffset;
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
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.Subscriber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the rows of {@link DueNotices}: every notice that is not settled, and when to look at it next. */
public final class DueNoticesView implements Subscriber {
    public static final String NAME = "due_notices_v1";

    private final JdbcClient jdbc;

    public DueNoticesView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        for (var recorded : batch) {
            if (recorded.event() instanceof NoticeEvent event) {
                fold(event, recorded);
            }
        }
    }

    private void fold(NoticeEvent event, RecordedEvent recorded) {
        switch (event) {
            case NoticeOrdered ordered -> note(ordered, recorded);
            case NoticeDeferred deferred -> lookAt(deferred, deferred.until());
            // Whoever sends it holds it; when its sender has died, it is asked after.
            case SendingStarted started -> lookAt(started, recorded.recordedAt());
            case SendingFailed failed -> lookAt(failed, failed.retryAt());
            case SendingOutcomeUnknown unknown -> lookAt(unknown, unknown.retryAt());
            case NoticeSent _, NoticeFailed _, NoticeCancelled _ -> cross(event);
        }
    }

    private void note(NoticeOrdered ordered, RecordedEvent recorded) {
        jdbc.sql("""
                insert into due_notices_v1.notices
                       (notice_id, case_id, organisation, kind, cause, recipient, recipient_role,
                        thing, thing_id, thing_version, first_due_at, due_at, correlation)
                values (:notice, :case, :organisation, :kind, :cause, :recipient, :role,
                        :thing, :thingId, :thingVersion, :due, :due, :correlation)
                on conflict (notice_id) do nothing
                """)
                .param("notice", ordered.noticeId().value())
                .param("case", ordered.caseId().value())
                .param("organisation", recorded.organisation().value())
                .param("kind", ordered.kind().name())
                .param("cause", ordered.cause())
                .param("recipient", ordered.recipient().value())
                .param("role", ordered.recipientRole().name())
                .param("thing", ordered.about().thing().name())
                .param("thingId", ordered.about().id())
                .param("thingVersion", ordered.about().version())
                .param("due", ordered.notBefore().atOffset(ZoneOffset.UTC))
                .param("correlation", recorded.metadata().correlation())
                .update();
    }

    private void lookAt(NoticeEvent event, Instant at) {
        jdbc.sql("update due_notices_v1.notices set due_at = :at where notice_id = :notice")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("notice", event.noticeId().value())
                .update();
    }

    private void cross(NoticeEvent event) {
        jdbc.sql("delete from due_notices_v1.notices where notice_id = :notice")
                .param("notice", event.noticeId().value())
                .update();
    }
}
