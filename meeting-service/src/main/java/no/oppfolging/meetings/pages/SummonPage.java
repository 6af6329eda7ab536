package no.oppfolging.meetings.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.oppfolging.meetings.domain.Appointment;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.ConversationPurpose;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.domain.Participant;
import no.oppfolging.meetings.domain.ParticipantRole;
import no.oppfolging.meetings.read.casemeetings.FollowedCase;
import no.oppfolging.meetings.read.casemeetings.MeetingsOfCases;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.WorkingCalendar;
import no.oppfolging.platform.security.NotAllowed;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.security.Sight;
import no.oppfolging.platform.time.Ids;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Where the leader summons to a dialogue meeting or a conversation: when, where and how, and who comes along. */
@Controller
public final class SummonPage {
    /** One more than the notice both should have, so that it still is enough tomorrow. */
    private static final int DAYS_AHEAD = 8;

    private final MeetingsOfCases meetings;
    private final FormDesk desk;
    private final Cautions cautions;
    private final WorkingCalendar calendar;
    private final Names names;
    private final Ids ids;
    private final Clock clock;

    public SummonPage(
            MeetingsOfCases meetings,
            FormDesk desk,
            Cautions cautions,
            WorkingCalendar calendar,
            Directory directory,
            Clock clock) {
        this.meetings = meetings;
        this.desk = desk;
        this.cautions = cautions;
        this.calendar = calendar;
        this.names = new Names(directory);
        this.ids = new Ids(clock);
        this.clock = clock;
    }

    @GetMapping("/meetings/cases/{caseId}/summons")
    String show(
            @PathVariable CaseId caseId,
            @RequestParam(defaultValue = "DM1") MeetingKind kind,
            Visit visit,
            Model model) {
        var sight = visit.to(caseId);
        model.addAttribute("form", AppointmentForm.on(proposedDay()));
        model.addAttribute("chosen", Set.of());
        return shown(known(caseId), kind, sight, Caution.none(), model);
    }

    @PostMapping("/meetings/cases/{caseId}/summons")
    String summon(
            @PathVariable CaseId caseId,
            @RequestParam(defaultValue = "DM1") MeetingKind kind,
            @RequestParam(name = "purpose", required = false) @Nullable Set<ConversationPurpose> purposes,
            @ModelAttribute("form") AppointmentForm form,
            SentForm sent,
            Visit visit) {
        var sight = visit.to(caseId);
        var followed = known(caseId);
        var whatFor = purposes == null ? Set.<ConversationPurpose>of() : purposes;
        sent.model().addAttribute("chosen", whatFor);
        var appointment = form.read(followed.employee(), sent.typed());
        if (appointment.isEmpty()) {
            return shown(followed, kind, sight, Caution.none(), sent.model());
        }
        var toThinkOver = cautions.of(kind, appointment.get(), followed.duty());
        if (!Caution.wereSaid(toThinkOver, form.warned())) {
            return shown(followed, kind, sight, toThinkOver, sent.model());
        }
        var command = summons(followed, kind, sight, appointment.get(), form.guestsOf(kind), whatFor);
        return desk.take(command, visit.toChange(command), "meetings.summoned", sent)
                ? "redirect:/meetings/cases/" + followed.caseId()
                : shown(followed, kind, sight, toThinkOver, sent.model());
    }

    private SummonMeeting summons(
            FollowedCase followed,
            MeetingKind kind,
            Sight sight,
            Appointment appointment,
            List<ParticipantRole> guests,
            Set<ConversationPurpose> purposes) {
        var participants = new ArrayList<Participant>();
        participants.add(Participant.named(ParticipantRole.EMPLOYEE, followed.employee()));
        participants.add(
                Participant.named(ParticipantRole.MANAGER, leader(sight).id()));
        guests.forEach(role -> participants.add(Participant.as(role)));
        return new SummonMeeting(
                followed.caseId(), new MeetingId(ids.next()), kind, appointment, participants, purposes);
    }

    private String shown(FollowedCase followed, MeetingKind kind, Sight sight, Set<Caution> toThinkOver, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("followed", followed);
        model.addAttribute("employee", names.of(followed.employee()));
        model.addAttribute("leader", names.of(leader(sight).id()));
        model.addAttribute("roles", Guests.to(kind));
        model.addAttribute("purposes", ConversationPurpose.values());
        model.addAttribute("cautions", toThinkOver);
        model.addAttribute("warned", Caution.said(toThinkOver));
        return "meetings/summon";
    }

    private LocalDate proposedDay() {
        var day = LegalDay.of(clock.instant()).plusDays(DAYS_AHEAD);
        while (!calendar.isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private FollowedCase known(CaseId caseId) {
        return meetings.caseOf(caseId).orElseThrow(NotKnown::new);
    }

    /** Whoever summons, for it is the leader's duty; a substitute does so in the leader's place. */
    private static Actor.Person leader(Sight sight) {
        if (sight.actor() instanceof Actor.Person person) {
            return person;
        }
        throw new NotAllowed();
    }
}
