package no.oppfolging.notifications.domain;

import java.time.Instant;
import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.PersonId;

/** What may be asked of a notice (varsel). */
public sealed interface NoticeCommand extends DomainCommand {
    NoticeId noticeId();

    @Override
    default NoticeId target() {
        return noticeId();
    }

    /**
     * Somebody is to be told of something.
     *
     * @param cause the id of the event that tells of it, or of what several events tell of together; with the other
     *     three it names the notice
     */
    record OrderNotice(
            CaseId caseId,
            NoticeKind kind,
            UUID cause,
            PersonId recipient,
            RecipientRole recipientRole,
            About about,
            Instant dueNotBefore)
            implements NoticeCommand {
        @Override
        public NoticeId noticeId() {
            return NoticeId.of(caseId, kind, cause, recipient);
        }
    }

    /** Asked just before a mail is handed over; only who gets {@code SendingStarted} as the answer may send. */
    record StartSending(NoticeId noticeId) implements NoticeCommand {}

    /** The mail server has taken it over. */
    record RecordSent(NoticeId noticeId, int attempt) implements NoticeCommand {}

    /** The mail server has certainly not taken it over. */
    record RecordFailure(NoticeId noticeId, int attempt, FailureCode code) implements NoticeCommand {}

    /** The connection, or the sender, died between the end of the mail's data and the server's answer. */
    record RecordUnknownOutcome(NoticeId noticeId, int attempt) implements NoticeCommand {}

    record DeferNotice(NoticeId noticeId, Instant until, DeferralReason reason) implements NoticeCommand {}

    record CancelNotice(NoticeId noticeId, CancellationReason reason) implements NoticeCommand {}
}
