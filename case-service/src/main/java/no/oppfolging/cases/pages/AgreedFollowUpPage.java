package no.oppfolging.cases.pages;

import java.time.Clock;
import java.util.Arrays;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.CloseFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.OpenFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.ReopenFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpId;
import no.oppfolging.cases.domain.agreed.Occasion;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Chosen;
import no.oppfolging.platform.web.FormDesk;
import no.oppfolging.platform.web.InTheReadersLanguage;
import no.oppfolging.platform.web.SentForm;
import no.oppfolging.platform.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where employee or leader opens a case without an absence, closes it, and opens it again. */
@Controller
@InTheReadersLanguage
public final class AgreedFollowUpPage {
    private static final String OPENING = "/cases/employments/{employmentId}/follow-ups";

    private final FormDesk desk;
    private final CaseAtHand cases;
    private final Directory directory;
    private final Clock clock;

    public AgreedFollowUpPage(FormDesk desk, CaseAtHand cases, Directory directory, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    /** Why, as it was chosen. */
    public record OpeningForm(@Nullable String occasion) {}

    @GetMapping(OPENING)
    String show(@PathVariable EmploymentId employmentId, Visit visit, Model model) {
        var _ = visit.to(employmentId);
        model.addAttribute("form", new OpeningForm(""));
        return shown(employmentId, employeeOf(employmentId), model);
    }

    @PostMapping(OPENING)
    String open(
            @PathVariable EmploymentId employmentId,
            @ModelAttribute("form") OpeningForm form,
            SentForm sent,
            Visit visit) {
        var _ = visit.to(employmentId);
        var employee = employeeOf(employmentId);
        var occasion = Chosen.one(Occasion.class, form.occasion(), "occasion", sent.typed());
        if (occasion.isEmpty()) {
            return shown(employmentId, employee, sent.model());
        }
        var caseId = AgreedFollowUpId.caseOf(employmentId, LegalDay.of(clock.instant()));
        var command = new OpenFollowUp(caseId, employmentId, employee, occasion.get());
        return desk.take(command, visit.toDo(command), "agreed.opened", sent)
                ? "redirect:/cases"
                : shown(employmentId, employee, sent.model());
    }

    private String shown(EmploymentId employmentId, PersonId employee, Model model) {
        model.addAttribute("employmentId", employmentId);
        model.addAttribute("employee", cases.nameOf(employee));
        model.addAttribute(
                "occasions",
                Arrays.stream(Occasion.values())
                        .filter(one -> one != Occasion.ON_SICK_LEAVE)
                        .toList());
        return "cases/follow-up";
    }

    @PostMapping("/cases/{caseId}/closings")
    String close(@PathVariable CaseId caseId, Visit visit, RedirectAttributes redirect) {
        var command = new CloseFollowUp(caseId);
        desk.press(command, visit.toDo(command), "agreed.closed").shownBy(redirect);
        return "redirect:/cases/" + caseId;
    }

    @PostMapping("/cases/{caseId}/reopenings")
    String reopen(@PathVariable CaseId caseId, Visit visit, RedirectAttributes redirect) {
        var command = new ReopenFollowUp(caseId);
        desk.press(command, visit.toDo(command), "agreed.reopened").shownBy(redirect);
        return "redirect:/cases/" + caseId;
    }

    private PersonId employeeOf(EmploymentId employmentId) {
        return directory.employeeOf(employmentId).orElseThrow(NotKnown::new);
    }
}
