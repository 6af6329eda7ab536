package no.oppfolging.notifications.read.notices;

import java.time.Instant;
import java.util.List;
import no.oppfolging.notifications.domain.FollowedCaseEvent;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseFollowed;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseJoined;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseResumed;
import no.oppfolging.notifications.domain.NoticeEvent;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeCancelled;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeDeferred;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeFailed;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeOrdered;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeSent;
import no.oppfolging.notifications.domain.NoticeEvent.SendingFailed;
import no.oppfolging.notifications.domain.NoticeEvent.SendingOutcomeUnknown;
import no.oppfolging.notifications.domain.NoticeEvent.SendingStarted;
import no.oppfolging.notifications.read.notices.NoticeRow.State;
import no.oppfolging.platform.eventlog.FoldedRows;
import no.oppfolging.platform.eventlog.FoldedRows.Row;
import no.oppfolging.platform.eventlog.Projection;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of {@link NoticesOfCases}: which cases are followed, and how the notices of each stand. */
public final class NoticesView implements Projection {
    public static final String NAME = "notices";

    private final ViewTables tables;

    public NoticesView(ViewTables tables) {
        this.tables = tables;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        var followed = RecordedEvent.idsIn(
                batch, FollowedCaseEvent.class, event -> event.caseId().value());
        var ordered = RecordedEvent.idsIn(
                batch, NoticeEvent.class, event -> event.noticeId().value());
        var cases = tables.rows("cases", followed, "case_id");
        var notices = tables.rows("notices", ordered, "notice_id");
        for (var recorded : batch) {
            switch (recorded.event()) {
                case FollowedCaseEvent event -> fold(event, recorded, cases);
                case NoticeEvent event -> fold(event, recorded, notices);
                default -> {}
            }
        }
        cases.write();
        notices.write();
    }

    private static void fold(FollowedCaseEvent event, RecordedEvent recorded, FoldedRows cases) {
        switch (event) {
            case CaseFollowed followed -> follow(followed, recorded, cases);
            case CaseJoined joined -> partOf(joined, joined.survivor(), recorded, cases);
            case CaseResumed resumed -> partOf(resumed, null, recorded, cases);
        }
    }

    private static void fold(NoticeEvent event, RecordedEvent recorded, FoldedRows notices) {
        if (event instanceof NoticeOrdered ordered) {
            order(ordered, recorded, notices);
        }
        notices.find(event.noticeId().value()).ifPresent(notice -> fold(event, recorded.recordedAt(), notice));
    }

    private static void fold(NoticeEvent event, Instant at, Row notice) {
        switch (event) {
            case NoticeOrdered _ -> {}
            case NoticeDeferred deferred -> wait(notice, deferred.reason().name(), deferred.until(), at);
            case SendingStarted started ->
                stand(notice, State.SENDING, null, null, at).set("attempts", started.attempt());
            case SendingFailed failed -> wait(notice, failed.code().name(), failed.retryAt(), at);
            case SendingOutcomeUnknown unknown -> stand(notice, State.UNCERTAIN, null, unknown.retryAt(), at);
            case NoticeSent sent -> stand(notice, State.SENT, null, null, sent.sentAt());
            case NoticeFailed failed ->
                stand(notice, State.FAILED, failed.code().name(), null, at);
            case NoticeCancelled cancelled ->
                stand(notice, State.CANCELLED, cancelled.reason().name(), null, at);
        }
    }

    private static void follow(CaseFollowed followed, RecordedEvent recorded, FoldedRows cases) {
        var caseId = followed.caseId().value();
        if (cases.find(caseId).isEmpty()) {
            cases.at(caseId)
                    .set("employment_id", followed.employmentId().value())
                    .set("organisation", recorded.organisation().value())
                    .set("employee", followed.employee().value())
                    .set("version", recorded.version());
        }
    }

    private static void partOf(
            FollowedCaseEvent event, @Nullable CaseId survivor, RecordedEvent recorded, FoldedRows cases) {
        cases.find(event.caseId().value())
                .ifPresent(it -> it.set("part_of", survivor).set("version", recorded.version()));
    }

    private static void order(NoticeOrdered ordered, RecordedEvent recorded, FoldedRows notices) {
        notices.at(ordered.noticeId().value())
                .set("case_id", ordered.caseId().value())
                .set("organisation", recorded.organisation().value())
                .set("kind", ordered.kind().name())
                .set("recipient", ordered.recipient().value())
                .set("recipient_role", ordered.recipientRole().name())
                .set("thing", ordered.about().thing().name())
                .set("thing_id", ordered.about().id())
                .set("thing_version", ordered.about().version())
                .set("state", State.WAITING.name())
                .set("attempts", 0)
                .set("not_before", ordered.notBefore())
                .set("ordered_at", recorded.recordedAt())
                .set("changed_at", recorded.recordedAt());
    }

    /** It waits as it did before, for another reason or longer; one that may have arrived stays uncertain. */
    private static void wait(Row notice, String reason, Instant until, Instant at) {
        var uncertain = State.UNCERTAIN.name().equals(notice.get("state"));
        stand(notice, uncertain ? State.UNCERTAIN : State.WAITING, reason, until, at);
    }

    private static Row stand(
            Row notice, State state, @Nullable String reason, @Nullable Instant notBefore, Instant at) {
        return notice.set("state", state.name())
                .set("reason", reason)
                .set("not_before", notBefore)
                .set("changed_at", at);
    }
}
