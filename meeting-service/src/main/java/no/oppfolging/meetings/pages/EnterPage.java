package no.oppfolging.meetings.pages;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EnterConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.StrikeConversation;
import no.oppfolging.meetings.domain.ConversationPurpose;
import no.oppfolging.meetings.domain.MeetingForm;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.domain.Occasion;
import no.oppfolging.meetings.domain.Participant;
import no.oppfolging.meetings.domain.ParticipantRole;
import no.oppfolging.meetings.read.casemeetings.FollowedCase;
import no.oppfolging.meetings.read.casemeetings.MeetingsOfCases;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.NotAllowed;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.time.Ids;
import no.oppfolging.platform.web.Chosen;
import no.oppfolging.platform.web.Days;
import no.oppfolging.platform.web.FormDesk;
import no.oppfolging.platform.web.SentForm;
import no.oppfolging.platform.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the leader enters a conversation that was held without a summons, and strikes one entered by mistake. */
@Controller
public final class EnterPage {
    private static final String FORM = "entry";

    private final MeetingsOfCases meetings;
    private final FormDesk desk;
    private final Names names;
    private final Ids ids;

    public EnterPage(MeetingsOfCases meetings, FormDesk desk, Directory directory, Clock clock) {
        this.meetings = meetings;
        this.desk = desk;
        this.names = new Names(directory);
        this.ids = new Ids(clock);
    }

    /** What was typed and ticked: the day, how they met, why and what for, and who came along. */
    public record EntryForm(
            @Nullable String heldOn,
            @Nullable String form,
            @Nullable String occasion,
            @Nullable List<String> purposes,
            @Nullable List<String> others) {
        static EntryForm empty() {
            return new EntryForm("", MeetingForm.IN_PERSON.name(), "", List.of(), List.of());
        }

        public boolean has(ConversationPurpose purpose) {
            return purposes != null && purposes.contains(purpose.name());
        }

        public boolean has(ParticipantRole role) {
            return others != null && others.contains(role.name());
        }

        Set<ConversationPurpose> whatFor(Errors errors) {
            var chosen = new TreeSet<ConversationPurpose>();
            Stream.of(ConversationPurpose.values()).filter(this::has).forEach(chosen::add);
            if (chosen.isEmpty()) {
                errors.rejectValue("purposes", "entry.purposes.missing");
            }
            return chosen;
        }
    }

    @GetMapping("/meetings/cases/{caseId}/conversations")
    String show(@PathVariable CaseId caseId, Visit visit, Model model) {
        var _ = visit.to(caseId);
        model.addAttribute(FORM, EntryForm.empty());
        return shown(known(caseId), visit, model);
    }

    @PostMapping("/meetings/cases/{caseId}/conversations")
    String enter(@PathVariable CaseId caseId, @ModelAttribute(FORM) EntryForm form, SentForm sent, Visit visit) {
        var _ = visit.to(caseId);
        var followed = known(caseId);
        var heldOn = Days.read(form.heldOn(), "heldOn", sent.typed());
        var way = Chosen.one(MeetingForm.class, form.form(), "form", sent.typed());
        var why = Chosen.one(Occasion.class, form.occasion(), "occasion", sent.typed());
        var whatFor = form.whatFor(sent.typed());
        if (sent.typed().hasErrors()) {
            return shown(followed, visit, sent.model());
        }
        var command = new EnterConversation(
                followed.caseId(),
                new MeetingId(ids.next()),
                heldOn.orElseThrow(),
                way.orElseThrow(),
                why.orElseThrow(),
                whatFor,
                attended(followed, form, visit));
        return desk.take(command, visit.toDo(command), "meetings.entered", sent)
                ? "redirect:/meetings/cases/" + followed.caseId()
                : shown(followed, visit, sent.model());
    }

    @PostMapping("/meetings/cases/{caseId}/{meetingId}/strikings")
    String strike(
            @PathVariable CaseId caseId, @PathVariable MeetingId meetingId, Visit visit, RedirectAttributes redirect) {
        var command = new StrikeConversation(caseId, meetingId);
        desk.press(command, visit.toChange(command), "meetings.struck").shownBy(redirect);
        return "redirect:/meetings/cases/" + caseId;
    }

    private static List<Participant> attended(FollowedCase followed, EntryForm form, Visit visit) {
        var attended = new ArrayList<Participant>();
        attended.add(Participant.named(ParticipantRole.EMPLOYEE, followed.employee()));
        attended.add(Participant.named(ParticipantRole.MANAGER, leader(visit)));
        Guests.to(MeetingKind.CONVERSATION).stream()
                .filter(form::has)
                .forEach(role -> attended.add(Participant.as(role)));
        return attended;
    }

    private String shown(FollowedCase followed, Visit visit, Model model) {
        model.addAttribute("followed", followed);
        model.addAttribute("employee", names.of(followed.employee()));
        model.addAttribute("leader", names.of(leader(visit)));
        model.addAttribute("roles", Guests.to(MeetingKind.CONVERSATION));
        model.addAttribute("occasions", Occasion.values());
        model.addAttribute("purposes", ConversationPurpose.values());
        return "meetings/enter";
    }

    private FollowedCase known(CaseId caseId) {
        return meetings.caseOf(caseId).orElseThrow(NotKnown::new);
    }

    /** Whoever enters it was there: the leader, or the substitute in the leader's place. */
    private static PersonId leader(Visit visit) {
        if (visit.caller() instanceof Caller.Person person) {
            return person.id();
        }
        throw new NotAllowed();
    }
}
