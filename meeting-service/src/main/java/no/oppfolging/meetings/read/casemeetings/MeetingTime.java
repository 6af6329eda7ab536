package no.oppfolging.meetings.read.casemeetings;

import java.time.Instant;
import java.time.ZonedDateTime;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.read.casemeetings.MeetingRow.Status;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;

/**
 * When a meeting is and how it stands: all that a list of many cases' meetings needs to say.
 *
 * @param caseId the case that answers for it
 */
public record MeetingTime(
        CaseId caseId,
        MeetingId meetingId,
        MeetingKind kind,
        Status status,
        Instant startsAt,
        Instant endsAt,
        boolean shortNotice,
        boolean noticeWaived) {
    /** By Norwegian clocks. */
    public ZonedDateTime begins() {
        return startsAt.atZone(LegalDay.NORWAY);
    }

    /** By Norwegian clocks. */
    public ZonedDateTime ends() {
        return endsAt.atZone(LegalDay.NORWAY);
    }
}
