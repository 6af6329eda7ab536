package no.oppfolging.notifications.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.PersonId;

/** What has happened to a notice. Stored for ever: change only by adding. */
public sealed interface NoticeEvent extends DomainEvent {
    NoticeId noticeId();

    CaseId caseId();

    @Override
    default NoticeId stream() {
        return noticeId();
    }

    @Override
    default Optional<CaseId> caseRef() {
        return Optional.of(caseId());
    }

    record NoticeOrdered(
            NoticeId noticeId,
            CaseId caseId,
            NoticeKind kind,
            UUID cause,
            PersonId recipient,
            RecipientRole recipientRole,
            About about,
            Instant notBefore)
            implements NoticeEvent {}

    record NoticeDeferred(NoticeId noticeId, CaseId caseId, Instant until, DeferralReason reason)
            implements NoticeEvent {}

    record SendingStarted(NoticeId noticeId, CaseId caseId, int attempt, MessageId messageId) implements NoticeEvent {}

    record SendingFailed(NoticeId noticeId, CaseId caseId, int attempt, FailureCode code, Instant retryAt)
            implements NoticeEvent {}

    /** It may have arrived, or not: it is sent once more as the same mail. */
    record SendingOutcomeUnknown(NoticeId noticeId, CaseId caseId, int attempt, Instant retryAt)
            implements NoticeEvent {}

    record NoticeSent(
            NoticeId noticeId,
            CaseId caseId,
            NoticeKind kind,
            RecipientRole recipientRole,
            int attempt,
            MessageId messageId,
            Instant sentAt)
            implements NoticeEvent {}

    /** It could not be delivered, and will not be tried again. */
    record NoticeFailed(
            NoticeId noticeId,
            CaseId caseId,
            NoticeKind kind,
            RecipientRole recipientRole,
            int attempt,
            FailureCode code)
            implements NoticeEvent {}

    record NoticeCancelled(
            NoticeId noticeId, CaseId caseId, NoticeKind kind, RecipientRole recipientRole, CancellationReason reason)
            implements NoticeEvent {}
}
