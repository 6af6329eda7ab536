package no.oppfolging.meetings.pages;

import java.util.ArrayList;
import java.util.List;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.domain.Participant;
import no.oppfolging.meetings.domain.ParticipantRole;
import no.oppfolging.meetings.read.casemeetings.MeetingRow;
import no.oppfolging.meetings.read.casemeetings.MeetingRow.Invited;
import no.oppfolging.meetings.read.casemeetings.MeetingsOfCases;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.security.Sight;
import no.oppfolging.platform.web.Days;
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

/** Where the leader writes down that a meeting was held, when, and who was there (aml § 4-6 (5)). */
@Controller
public final class HoldPage {
    private final MeetingsOfCases meetings;
    private final FormDesk desk;
    private final Names names;

    public HoldPage(MeetingsOfCases meetings, FormDesk desk, Directory directory) {
        this.meetings = meetings;
        this.desk = desk;
        this.names = new Names(directory);
    }

    /** What was typed: the day, and whose boxes were ticked. */
    public record HoldingForm(
            @Nullable String heldOn, @Nullable List<String> attended) {
        public boolean has(Candidate candidate) {
            return attended != null && attended.contains(candidate.key());
        }
    }

    /**
     * Somebody who may have been there.
     *
     * @param name empty where the role says who
     */
    public record Candidate(Participant participant, String name) {
        /** What the box says when it is ticked. */
        public String key() {
            return participant
                    .person()
                    .map(Object::toString)
                    .orElseGet(() -> participant.role().name());
        }
    }

    @GetMapping("/meetings/cases/{caseId}/{meetingId}/holdings")
    String show(@PathVariable CaseId caseId, @PathVariable MeetingId meetingId, Visit visit, Model model) {
        var sight = visit.to(caseId);
        var meeting = MeetingAtHand.of(meetings, caseId, meetingId);
        if (MeetingAtHand.isFinished(meeting)) {
            return MeetingAtHand.back(meeting);
        }
        var summoned = meeting.participants().stream()
                .filter(Invited::summoned)
                .map(one -> candidate(new Participant(one.role(), one.person())).key())
                .toList();
        var day = LegalDay.of(meeting.startsAt()).toString();
        model.addAttribute("form", new HoldingForm(day, summoned));
        return shown(meeting, candidates(meeting, sight), model);
    }

    @PostMapping("/meetings/cases/{caseId}/{meetingId}/holdings")
    String hold(
            @PathVariable CaseId caseId,
            @PathVariable MeetingId meetingId,
            @ModelAttribute("form") HoldingForm form,
            SentForm sent,
            Visit visit) {
        var sight = visit.to(caseId);
        var meeting = MeetingAtHand.of(meetings, caseId, meetingId);
        var candidates = candidates(meeting, sight);
        var heldOn = Days.read(form.heldOn(), "heldOn", sent.typed());
        if (heldOn.isEmpty()) {
            return shown(meeting, candidates, sent.model());
        }
        var attended = candidates.stream()
                .filter(form::has)
                .map(Candidate::participant)
                .toList();
        var command = new HoldMeeting(meeting.caseId(), meetingId, heldOn.get(), attended);
        return desk.take(command, visit.toChange(command), "meetings.held", sent)
                ? MeetingAtHand.back(meeting)
                : shown(meeting, candidates, sent.model());
    }

    /** Those summoned, whoever leads now, and the others who may have come along. */
    private List<Candidate> candidates(MeetingRow meeting, Sight sight) {
        var all = new ArrayList<Participant>();
        meeting.participants().forEach(one -> all.add(new Participant(one.role(), one.person())));
        if (sight.actor() instanceof Actor.Person leader
                && all.stream()
                        .noneMatch(
                                one -> one.person().filter(leader.id()::equals).isPresent())) {
            all.add(Participant.named(ParticipantRole.MANAGER, leader.id()));
        }
        Guests.to(meeting.kind()).stream()
                .filter(role -> all.stream().noneMatch(one -> one.role() == role))
                .forEach(role -> all.add(Participant.as(role)));
        return all.stream().map(this::candidate).toList();
    }

    private Candidate candidate(Participant participant) {
        return new Candidate(participant, participant.person().map(names::of).orElse(""));
    }

    private static String shown(MeetingRow meeting, List<Candidate> candidates, Model model) {
        MeetingAtHand.show(meeting, model);
        model.addAttribute("candidates", candidates);
        return "meetings/hold";
    }
}
