package no.oppfolging.meetings.pages;

import java.util.Set;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.CancelMeeting;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.read.casemeetings.MeetingRow;
import no.oppfolging.meetings.read.casemeetings.MeetingsOfCases;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.web.FormDesk;
import no.oppfolging.platform.web.SentForm;
import no.oppfolging.platform.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the leader says that a meeting will not take place. */
@Controller
public final class CancelPage {
    private final MeetingsOfCases meetings;
    private final FormDesk desk;
    private final Cautions cautions;

    public CancelPage(MeetingsOfCases meetings, FormDesk desk, Cautions cautions) {
        this.meetings = meetings;
        this.desk = desk;
        this.cautions = cautions;
    }

    /** Why, which may be left unsaid. */
    public record CancellationForm(
            @Nullable String reason, @Nullable String warned) {
        String text() {
            return reason == null ? "" : reason.strip();
        }
    }

    @GetMapping("/meetings/cases/{caseId}/{meetingId}/cancellations")
    String show(@PathVariable CaseId caseId, @PathVariable MeetingId meetingId, Visit visit, Model model) {
        var _ = visit.to(caseId);
        var meeting = MeetingAtHand.of(meetings, caseId, meetingId);
        if (MeetingAtHand.isFinished(meeting)) {
            return MeetingAtHand.back(meeting);
        }
        model.addAttribute("form", new CancellationForm("", null));
        return shown(meeting, Caution.none(), model);
    }

    @PostMapping("/meetings/cases/{caseId}/{meetingId}/cancellations")
    String cancel(
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            @ModelAttribute("form") CancellationForm form,
            SentForm sent,
            Visit visit) {
        var _ = visit.to(caseId);
        var meeting = MeetingAtHand.of(meetings, caseId, meetingId);
        var toThinkOver = cautions.of(form.text());
        if (!Caution.wereSaid(toThinkOver, form.warned())) {
            return shown(meeting, toThinkOver, sent.model());
        }
        var reason = new PersonalText(meeting.place().subject(), form.text());
        var command = new CancelMeeting(meeting.caseId(), meetingId, reason);
        return desk.take(command, visit.toChange(command), "meetings.cancelled", sent)
                ? MeetingAtHand.back(meeting)
                : shown(meeting, toThinkOver, sent.model());
    }

    private static String shown(MeetingRow meeting, Set<Caution> toThinkOver, Model model) {
        MeetingAtHand.show(meeting, model);
        model.addAttribute("cautions", toThinkOver);
        model.addAttribute("warned", Caution.said(toThinkOver));
        return "meetings/cancel";
    }
}
