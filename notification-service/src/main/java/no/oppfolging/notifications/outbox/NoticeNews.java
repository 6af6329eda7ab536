package no.oppfolging.notifications.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outbox;

/**
 * What notification-service tells the others: what became of a notice, never to whom; {@code contracts/notification/}.
 */
public final class NoticeNews implements Outbox {
    private record Sent(UUID noticeId, UUID caseId, String kind, String recipientRole, Instant sentAt) {}

    private record Ended(UUID noticeId, UUID caseId, String kind, String recipientRole, String reason) {}

    @Override
    public Optional<News> tell(RecordedEvent recorded) {
        return recorded.event() instanceof NoticeEvent event ? news(event) : Optional.empty();
    }

    private static Optional<News> news(NoticeEvent event) {
        var notice = event.noticeId().value();
        var caseId = event.caseId().value();
        return switch (event) {
            case NoticeSent sent ->
                told(
                        sent,
                        "NoticeSent",
                        new Sent(
                                notice,
                                caseId,
                                sent.kind().name(),
                                sent.recipientRole().name(),
                                sent.sentAt()));
            case NoticeFailed failed ->
                told(
                        failed,
                        "NoticeFailed",
                        new Ended(
                                notice,
                                caseId,
                                failed.kind().name(),
                                failed.recipientRole().name(),
                                failed.code().name()));
            case NoticeCancelled cancelled ->
                told(
                        cancelled,
                        "NoticeCancelled",
                        new Ended(
                                notice,
                                caseId,
                                cancelled.kind().name(),
                                cancelled.recipientRole().name(),
                                cancelled.reason().name()));
            case NoticeOrdered _, NoticeDeferred _, SendingStarted _, SendingFailed _, SendingOutcomeUnknown _ ->
                Optional.empty();
        };
    }

    private static Optional<News> told(NoticeEvent event, String name, Record data) {
        return Optional.of(new News(
                new MessageType("notification", name, 1), event.caseId().value(), data));
    }
}
