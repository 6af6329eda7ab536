package no.oppfolging.notifications.read.due;

import java.time.Instant;
import java.util.UUID;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.NoticeId;
import no.oppfolging.notifications.domain.NoticeKind;
import no.oppfolging.notifications.domain.RecipientRole;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;

/**
 * A notice whose time has come: to be sent, or to be asked after because its sender may have died.
 *
 * @param firstDueAt when it was to be sent at first
 * @param correlation of the request or message that it follows from
 */
public record DueNotice(
        NoticeId noticeId,
        CaseId caseId,
        OrganisationNumber organisation,
        NoticeKind kind,
        UUID cause,
        PersonId recipient,
        RecipientRole recipientRole,
        About about,
        Instant firstDueAt,
        UUID correlation) {}
