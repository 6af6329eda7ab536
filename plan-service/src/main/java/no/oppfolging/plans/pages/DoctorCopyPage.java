package no.oppfolging.plans.pages;

import java.time.Clock;
import no.oppfolging.plans.domain.CasePlanCommand.NotePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanCommand.StrikePlanGivenToDoctor;
import no.oppfolging.plans.domain.PlanId;
import no.oppfolging.plans.domain.WayToDoctor;
import no.oppfolging.plans.read.caseplans.PlanRow;
import no.oppfolging.plans.read.caseplans.PlansOfCases;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Chosen;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The leader notes that the plan has been given to whoever certifies, on which day and how. */
@Controller
public final class DoctorCopyPage {
    private static final String PATH = "/plans/cases/{caseId}/plans/{planId}/doctor-copies";
    private static final String PAGE = "plans/doctor-copy";
    private static final String FORM = "copy";

    private final PlansOfCases plans;
    private final PlanReading reading;
    private final FormDesk desk;
    private final Clock clock;

    public DoctorCopyPage(PlansOfCases plans, PlanReading reading, FormDesk desk, Clock clock) {
        this.plans = plans;
        this.reading = reading;
        this.desk = desk;
        this.clock = clock;
    }

    /** On which day and how, as it was typed. */
    public record CopyForm(
            @Nullable String givenOn, @Nullable String way) {}

    @GetMapping(PATH)
    String show(@PathVariable CaseId caseId, @PathVariable PlanId planId, Visit visit, Model model) {
        var plan = plan(caseId, planId, visit);
        model.addAttribute(FORM, new CopyForm(LegalDay.of(clock.instant()).toString(), null));
        return page(plan, model);
    }

    @PostMapping(PATH)
    String note(
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @RequestParam int number,
            @ModelAttribute(FORM) CopyForm form,
            SentForm sent,
            Visit visit) {
        var plan = plan(caseId, planId, visit);
        var day = Days.read(form.givenOn(), "givenOn", sent.typed());
        var way = Chosen.one(WayToDoctor.class, form.way(), "way", sent.typed());
        if (day.isPresent() && way.isPresent()) {
            var command = new NotePlanGivenToDoctor(caseId, planId, number, day.get(), way.get());
            if (desk.take(command, visit.toDo(command), "copy.noted", sent)) {
                return "redirect:" + PlanPage.pathOf(caseId);
            }
        }
        return page(plan, sent.model());
    }

    @PostMapping(PATH + "/{number}/strikings")
    String strike(
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable int number,
            Visit visit,
            RedirectAttributes redirect) {
        var command = new StrikePlanGivenToDoctor(caseId, planId, number);
        desk.press(command, visit.toDo(command), "copy.struck").shownBy(redirect);
        return "redirect:" + PlanPage.pathOf(caseId);
    }

    private String page(PlanRow plan, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("employee", reading.nameOf(plan.employee()));
        model.addAttribute("agreed", plan.inForce().orElse(null));
        model.addAttribute("ways", WayToDoctor.values());
        model.addAttribute("today", LegalDay.of(clock.instant()));
        return PAGE;
    }

    private PlanRow plan(CaseId caseId, PlanId planId, Visit visit) {
        var _ = visit.to(caseId);
        return plans.plan(caseId, planId).orElseThrow(NotKnown::new);
    }
}
