package no.oppfolging.plans.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import no.oppfolging.plans.domain.CasePlanCommand.NotePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanCommand.StrikePlanGivenToDoctor;
import no.oppfolging.plans.domain.PlanId;
import no.oppfolging.plans.domain.WayToDoctor;
import no.oppfolging.plans.read.caseplans.PlanRow;
import no.oppfolging.plans.read.caseplans.PlansOfCases;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.FormDesk;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
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
    private final Sentences sentences;
    private final Clock clock;

    public DoctorCopyPage(PlansOfCases plans, PlanReading reading, FormDesk desk, Sentences sentences, Clock clock) {
        this.plans = plans;
        this.reading = reading;
        this.desk = desk;
        this.sentences = sentences;
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
            BindingResult typed,
            Visit visit,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var plan = plan(caseId, planId, visit);
        var day = day(form.givenOn());
        var way = way(form.way());
        if (day.isEmpty()) {
            typed.rejectValue("givenOn", "copy.date-unreadable", sentences.of("copy.date-unreadable", language));
        }
        if (way.isEmpty()) {
            typed.rejectValue("way", "copy.choose-way", sentences.of("copy.choose-way", language));
        }
        if (day.isPresent() && way.isPresent()) {
            var command = new NotePlanGivenToDoctor(caseId, planId, number, day.get(), way.get());
            var sent = new FormDesk.Form(typed, model, language, redirect);
            if (desk.take(command, visit.toDo(command), "copy.noted", sent)) {
                return "redirect:" + PlanPage.pathOf(caseId);
            }
        }
        return page(plan, model);
    }

    @PostMapping(PATH + "/{number}/strikings")
    String strike(
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable int number,
            Visit visit,
            RedirectAttributes redirect) {
        var command = new StrikePlanGivenToDoctor(caseId, planId, number);
        desk.take(command, visit.toDo(command), "copy.struck").shownBy(redirect);
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

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed).map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<WayToDoctor> way(@Nullable String typed) {
        return Arrays.stream(WayToDoctor.values())
                .filter(way -> way.name().equals(typed))
                .findFirst();
    }
}
