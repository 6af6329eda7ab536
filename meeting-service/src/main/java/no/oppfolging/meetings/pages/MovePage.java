package no.oppfolging.meetings.pages;

import java.util.Set;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.read.casemeetings.MeetingRow;
import no.oppfolging.meetings.read.casemeetings.MeetingsOfCases;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.web.FormDesk;
import no.oppfolging.platform.web.SentForm;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the leader gives a meeting another time or place. */
@Controller
public final class MovePage {
    private final MeetingsOfCases meetings;
    private final FormDesk desk;
    private final Cautions cautions;

    public MovePage(MeetingsOfCases meetings, FormDesk desk, Cautions cautions) {
        this.meetings = meetings;
        this.desk = desk;
        this.cautions = cautions;
    }

    @GetMapping("/meetings/cases/{caseId}/{meetingId}/moves")
    String show(@PathVariable CaseId caseId, @PathVariable MeetingId meetingId, Visit visit, Model model) {
        var _ = visit.to(caseId);
        var meeting = MeetingAtHand.of(meetings, caseId, meetingId);
        if (MeetingAtHand.isFinished(meeting)) {
            return MeetingAtHand.back(meeting);
        }
        model.addAttribute("form", AppointmentForm.of(meeting));
        return shown(meeting, Caution.none(), model);
    }

    @PostMapping("/meetings/cases/{caseId}/{meetingId}/moves")
    String move(
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            @ModelAttribute("form") AppointmentForm form,
            SentForm sent,
            Visit visit) {
        var _ = visit.to(caseId);
        var meeting = MeetingAtHand.of(meetings, caseId, meetingId);
        var appointment = form.read(meeting.place().subject(), sent.typed());
        if (appointment.isEmpty()) {
            return shown(meeting, Caution.none(), sent.model());
        }
        var duty = meetings.caseOf(meeting.caseId()).flatMap(followed -> followed.duty());
        var toThinkOver = cautions.of(meeting.kind(), appointment.get(), duty);
        if (!Caution.wereSaid(toThinkOver, form.warned())) {
            return shown(meeting, toThinkOver, sent.model());
        }
        var command = new MoveMeeting(meeting.caseId(), meetingId, appointment.get());
        return desk.take(command, visit.toChange(command), "meetings.moved", sent)
                ? MeetingAtHand.back(meeting)
                : shown(meeting, toThinkOver, sent.model());
    }

    private static String shown(MeetingRow meeting, Set<Caution> toThinkOver, Model model) {
        MeetingAtHand.show(meeting, model);
        model.addAttribute("cautions", toThinkOver);
        model.addAttribute("warned", Caution.said(toThinkOver));
        return "meetings/move";
    }
}
