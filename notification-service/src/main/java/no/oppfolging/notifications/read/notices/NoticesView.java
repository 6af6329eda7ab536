package no.oppfolging.notifications.read.notices;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
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
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.Subscriber;
import no.oppfolging.platform.kernel.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the rows of {@link NoticesOfCases}: which cases are followed, and how the notices of each stand. */
public final class NoticesView implements Subscriber {
    public static final String NAME = "notices_v1";

    private final JdbcClient jdbc;

    public NoticesView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        for (var recorded : batch) {
            switch (recorded.event()) {
                case FollowedCaseEvent event -> fold(event, recorded);
                case NoticeEvent event -> fold(event, recorded);
                default -> {}
            }
        }
    }

    private void fold(FollowedCaseEvent event, RecordedEvent recorded) {
        switch (event) {
            case CaseFollowed followed -> follow(followed, recorded);
            case CaseJoined joined -> partOf(joined, joined.survivor(), recorded);
            case CaseResumed resumed -> partOf(resumed, null, recorded);
        }
    }

    private void fold(NoticeEvent event, RecordedEvent recorded) {
        var at = recorded.recordedAt();
        switch (event) {
            case NoticeOrdered ordered -> order(ordered, recorded);
            case NoticeDeferred deferred -> wait(deferred, deferred.reason().name(), deferred.until(), at);
            case SendingStarted started -> start(started, at);
            case SendingFailed failed -> wait(failed, failed.code().name(), failed.retryAt(), at);
            case SendingOutcomeUnknown unknown -> stand(unknown, State.UNCERTAIN, null, unknown.retryAt(), at);
            case NoticeSent sent -> stand(sent, State.SENT, null, null, sent.sentAt());
            case NoticeFailed failed ->
                stand(failed, State.FAILED, failed.code().name(), null, at);
            case NoticeCancelled cancelled ->
                stand(cancelled, State.CANCELLED, cancelled.reason().name(), null, at);
        }
    }

    private void follow(CaseFollowed followed, RecordedEvent recorded) {
        jdbc.sql("""
                insert into notices_v1.cases (case_id, employment_id, organisation, employee, version)
                values (:case, :employment, :organisation, :employee, :version)
                on conflict (case_id) do nothing
                """)
                .param("case", followed.caseId().value())
                .param("employment", followed.employmentId().value())
                .param("organisation", recorded.organisation().value())
                .param("employee", followed.employee().value())
                .param("version", recorded.version())
                .update();
    }

    private void partOf(FollowedCaseEvent event, @Nullable CaseId survivor, RecordedEvent recorded) {
        jdbc.sql("update notices_v1.cases set part_of = :survivor, version = :version where case_id = :case")
                .param("survivor", survivor == null ? null : survivor.value(), Types.OTHER)
                .param("version", recorded.version())
                .param("case", event.caseId().value())
                .update();
    }

    private void order(NoticeOrdered ordered, RecordedEvent recorded) {
        jdbc.sql("""
                insert into notices_v1.notices
                       (notice_id, case_id, organisation, kind, recipient, recipient_role,
                        thing, thing_id, thing_version, state, attempts, not_before, ordered_at, changed_at)
                values (:notice, :case, :organisation, :kind, :recipient, :role,
                        :thing, :thingId, :thingVersion, 'WAITING', 0, :notBefore, :at, :at)
                on conflict (notice_id) do nothing
                """)
                .param("notice", ordered.noticeId().value())
                .param("case", ordered.caseId().value())
                .param("organisation", recorded.organisation().value())
                .param("kind", ordered.kind().name())
                .param("recipient", ordered.recipient().value())
                .param("role", ordered.recipientRole().name())
                .param("thing", ordered.about().thing().name())
                .param("thingId", ordered.about().id())
                .param("thingVersion", ordered.about().version())
                .param("notBefore", ordered.notBefore().atOffset(ZoneOffset.UTC))
                .param("at", recorded.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void start(SendingStarted started, Instant at) {
        stand(started, State.SENDING, null, null, at);
        jdbc.sql("update notices_v1.notices set attempts = :attempt where notice_id = :notice")
                .param("attempt", started.attempt())
                .param("notice", started.noticeId().value())
                .update();
    }

    /** It waits as it did before, for another reason or longer; one that may have arrived stays uncertain. */
    private void wait(NoticeEvent event, String reason, Instant until, Instant at) {
        jdbc.sql("""
                update notices_v1.notices
                   set state = case state when 'UNCERTAIN' then state else 'WAITING' end,
                       reason = :reason, not_before = :until, changed_at = :at
                 where notice_id = :notice
                """)
                .param("reason", reason)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("notice", event.noticeId().value())
                .update();
    }

    private void stand(
            NoticeEvent event, State state, @Nullable String reason, @Nullable Instant notBefore, Instant at) {
        jdbc.sql("""
                update notices_v1.notices
                   set state = :state, reason = :reason, not_before = :notBefore, changed_at = :at
                 where notice_id = :notice
                """)
                .param("state", state.name())
                .param("reason", reason)
                .param(
                        "notBefore",
                        notBefore == null ? null : notBefore.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("notice", event.noticeId().value())
                .update();
    }
}
