package no.oppfolging.notifications.read.notices;

import java.time.Instant;
import java.util.Optional;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.NoticeId;
import no.oppfolging.notifications.domain.NoticeKind;
import no.oppfolging.notifications.domain.RecipientRole;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;

/**
 * One notice as it stands.
 *
 * @param caseId the case it was ordered in, also after that became part of another
 * @param reason why it waits, failed or was cancelled
 * @param notBefore when it will be tried; empty when it is settled or being sent
 * @param changedAt when it came to stand so
 */
public record NoticeRow(
        NoticeId noticeId,
        CaseId caseId,
        NoticeKind kind,
        PersonId recipient,
        RecipientRole recipientRole,
        About about,
        State state,
        Optional<String> reason,
        int attempts,
        Optional<Instant> notBefore,
        Instant orderedAt,
        Instant changedAt) {
    /** How a notice stands. */
    public enum State {
        WAITING,
        SENDING,
        /** It may have arrived, or not; it is sent once more as the same mail. */
        UNCERTAIN,
        SENT,
        FAILED,
        CANCELLED
    }
}
