package no.oppfolging.meetings.pages;

import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.read.casemeetings.MeetingRow;
import no.oppfolging.meetings.read.casemeetings.MeetingRow.Status;
import no.oppfolging.meetings.read.casemeetings.MeetingsOfCases;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.security.NotKnown;
import org.springframework.ui.Model;

/** The meeting a form is about. */
final class MeetingAtHand {
    private MeetingAtHand() {}

    static MeetingRow of(MeetingsOfCases meetings, CaseId caseId, MeetingId meetingId) {
        return meetings.meeting(caseId, meetingId).orElseThrow(NotKnown::new);
    }

    static boolean isFinished(MeetingRow meeting) {
        return meeting.status() != Status.SUMMONED;
    }

    /** Where to go once there is nothing more to do about it here. */
    static String back(MeetingRow meeting) {
        return "redirect:/meetings/cases/" + meeting.caseId();
    }

    static void show(MeetingRow meeting, Model model) {
        model.addAttribute("meeting", meeting);
        model.addAttribute("begins", meeting.startsAt().atZone(LegalDay.NORWAY));
        model.addAttribute("ends", meeting.endsAt().atZone(LegalDay.NORWAY));
    }
}
