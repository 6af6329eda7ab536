package no.oppfolging.plans.pages;

import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.MarkMeasureDone;
import no.oppfolging.plans.domain.CasePlanCommand.NotePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanCommand.PresentPlan;
import no.oppfolging.plans.domain.CasePlanCommand.RefuseToSign;
import no.oppfolging.plans.domain.CasePlanCommand.SignPlan;
import no.oppfolging.plans.domain.Duty;
import no.oppfolging.plans.domain.MeasureId;
import no.oppfolging.plans.domain.Party;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.plans.domain.PlanDigest;
import no.oppfolging.plans.domain.PlanId;
import no.oppfolging.plans.domain.PlanRefused;
import no.oppfolging.plans.domain.PlannedMeasure;
import no.oppfolging.plans.read.caseplans.FollowedCase;
import no.oppfolging.plans.read.caseplans.PlanRow;
import no.oppfolging.plans.read.caseplans.PlansEndpoint;
import no.oppfolging.plans.read.caseplans.PlansOfCases;
import no.oppfolging.plans.workbench.Draft;
import no.oppfolging.plans.workbench.Drafts;
import no.oppfolging.plans.write.Signatory;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.security.Sight;
import no.oppfolging.platform.web.Chosen;
import no.oppfolging.platform.web.Flash;
import no.oppfolging.platform.web.FormDesk;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plan as it stands: what it says and said, who has signed which version, and where the two sign. */
@Controller
public final class PlanPage {
    private static final String FORM = "answer";

    private final PlansOfCases plans;
    private final Drafts drafts;
    private final FormDesk desk;
    private final PlanReading reading;
    private final Words words;
    private final Sentences sentences;
    private final Clock clock;

    public PlanPage(
            PlansOfCases plans,
            Drafts drafts,
            FormDesk desk,
            PlanReading reading,
            Words words,
            Sentences sentences,
            Clock clock) {
        this.plans = plans;
        this.drafts = drafts;
        this.desk = desk;
        this.reading = reading;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    static String pathOf(CaseId caseId) {
        return "/plans/cases/" + caseId;
    }

    /** What the form sends when the employee will not sign. */
    public record RefusalForm(String reason, String warned) {
        @SuppressWarnings("NullAway") // the web framework hands in null for a field that was not sent
        public RefusalForm {
            reason = Chosen.typed(reason);
            warned = warned == null ? "" : warned;
        }

        static RefusalForm empty() {
            return new RefusalForm("", "");
        }

        boolean isWarned() {
            return warned.equals("true");
        }

        @Override
        public String toString() {
            return "•••";
        }
    }

    /**
     * A measure of the plan in force, and how it stands.
     *
     * @param standing {@code DONE}, {@code OVERDUE} or {@code OPEN}
     */
    public record MeasureRead(PlannedMeasure measure, Optional<LocalDate> doneOn, String standing) {}

    /** A plan of a case that became part of this one. */
    public record EarlierPlan(CaseId caseId, List<PlanReading.VersionRead> versions) {}

    @GetMapping("/plans/cases/{caseId}")
    String show(@PathVariable CaseId caseId, Visit visit, Locale language, Model model) {
        var sight = visit.to(caseId);
        var followed = followed(caseId);
        if (!followed.caseId().equals(caseId)) {
            return "redirect:" + pathOf(followed.caseId());
        }
        model.addAttribute(FORM, RefusalForm.empty());
        return page(followed, sight, visit, language, model);
    }

    @PostMapping("/plans/cases/{caseId}/plans/{planId}/signatures")
    String sign(
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @RequestParam int number,
            @RequestParam @Pattern(regexp = "[0-9a-f]{64}") String digest,
            Visit visit,
            RedirectAttributes redirect) {
        var signatory = Signatory.of(visit, caseId);
        var command = new SignPlan(
                caseId,
                planId,
                number,
                new PlanDigest(digest),
                signatory.party(),
                signatory.person(),
                signatory.signInMethod());
        // The digest says more about what was read than the stream's version: the other may sign meanwhile.
        return sent(command, visit.toDo(command), "plan.signed", caseId, redirect);
    }

    @PostMapping("/plans/cases/{caseId}/plans/{planId}/refusals")
    String refuse(
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @RequestParam int number,
            @ModelAttribute(FORM) RefusalForm form,
            BindingResult result,
            Visit visit,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var signatory = Signatory.of(visit, caseId);
        var followed = followed(caseId);
        if (form.reason().isEmpty() || form.reason().length() > PlanContent.LONGEST_SECTION) {
            var key = form.reason().isEmpty() ? "NotBlank" : "plan.reason.too-long";
            result.addError(new FieldError(FORM, "reason", null, false, null, null, sentences.of(key, language)));
            return page(followed, visit.to(caseId), visit, language, model);
        }
        var found = words.in(Map.of("reason", form.reason()));
        if (!form.isWarned() && !found.isEmpty()) {
            model.addAttribute("words", found);
            return page(followed, visit.to(caseId), visit, language, model);
        }
        var reason = new PersonalText(followed.employee(), form.reason());
        var command = new RefuseToSign(caseId, planId, number, signatory.person(), reason);
        return sent(command, visit.toDo(command), "plan.refused", caseId, redirect);
    }

    @PostMapping("/plans/cases/{caseId}/plans/{planId}/measures/{measureId}/completions")
    String complete(
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @PathVariable MeasureId measureId,
            Visit visit,
            RedirectAttributes redirect) {
        var command = new MarkMeasureDone(caseId, planId, measureId);
        return sent(command, visit.toDo(command), "plan.measure.marked", caseId, redirect);
    }

    private String sent(
            DomainCommand command, CommandOrigin origin, String done, CaseId caseId, RedirectAttributes redirect) {
        try {
            desk.press(command, origin, done).shownBy(redirect);
        } catch (PlanRefused refusal) {
            if (!refusal.rule().equals(PlanRefused.Rule.PLAN_HAS_CHANGED.slug())) {
                throw refusal;
            }
            Flash.warning("plan.changed-since-read").shownBy(redirect);
        }
        return "redirect:" + pathOf(followed(caseId).caseId());
    }

    private String page(FollowedCase followed, Sight sight, Visit visit, Locale language, Model model) {
        var all = plans.plansOf(followed.caseId());
        var sees = sight.sees(PlansEndpoint.WORDS);
        model.addAttribute("caseId", followed.caseId());
        model.addAttribute("employee", reading.nameOf(followed.employee()));
        model.addAttribute("sees", sees);
        model.addAttribute("due", followed.duty().filter(Duty::isOutstanding).map(Duty::dueOn));
        model.addAttribute("mayWrite", visit.may(PresentPlan.class, followed.caseId()));
        model.addAttribute(
                "draftSavedAt", draftOf(followed, visit).map(it -> it.savedAt().atZone(LegalDay.NORWAY)));
        model.addAttribute("measures", List.of());
        model.addAttribute("maySign", false);
        model.addAttribute("mayRefuse", false);
        model.addAttribute("voidable", false);
        all.stream().findFirst().ifPresent(plan -> addPlan(model, plan, sight, visit, language));
        model.addAttribute(
                "earlier",
                all.stream()
                        .skip(1)
                        .map(plan -> new EarlierPlan(plan.caseId(), reading.read(plan, language)))
                        .toList());
        return "plans/plan";
    }

    private void addPlan(Model model, PlanRow plan, Sight sight, Visit visit, Locale language) {
        var versions = reading.read(plan, language);
        var waitsFor =
                plan.latest().isAgreed() ? Set.<Party>of() : plan.latest().waitsFor();
        var role = sight.actor().role();
        var party = role == Role.EMPLOYEE ? Party.EMPLOYEE : Party.MANAGER;
        model.addAttribute("plan", plan);
        model.addAttribute("latest", versions.getFirst());
        model.addAttribute("older", versions.subList(1, versions.size()));
        model.addAttribute("measures", measuresOf(plan));
        model.addAttribute("mayComplete", visit.may(MarkMeasureDone.class, plan.caseId()));
        model.addAttribute("inForce", plan.inForce().map(PlanRow.Version::number));
        model.addAttribute(
                "copies",
                plan.versions().reversed().stream()
                        .filter(version -> version.doctorCopy().isPresent())
                        .toList());
        model.addAttribute(
                "toGive", plan.inForce().flatMap(PlanRow.Version::doctorCopy).isEmpty());
        model.addAttribute("mayGive", visit.may(NotePlanGivenToDoctor.class, plan.caseId()));
        model.addAttribute("maySign", waitsFor.contains(party) && visit.may(SignPlan.class, plan.caseId()));
        model.addAttribute(
                "mayRefuse", waitsFor.contains(Party.EMPLOYEE) && visit.may(RefuseToSign.class, plan.caseId()));
        model.addAttribute("voidable", !waitsFor.isEmpty() && waitsFor.size() < Party.values().length);
    }

    private List<MeasureRead> measuresOf(PlanRow plan) {
        var today = LegalDay.of(clock.instant());
        return plan.inForce().stream()
                .flatMap(version -> version.content().plannedMeasures().stream())
                .map(measure -> {
                    var doneOn = Optional.ofNullable(plan.done().get(measure.id()));
                    var late = measure.dueOn().isBefore(today) ? "OVERDUE" : "OPEN";
                    return new MeasureRead(measure, doneOn, doneOn.isPresent() ? "DONE" : late);
                })
                .toList();
    }

    private Optional<Draft> draftOf(FollowedCase followed, Visit visit) {
        return visit.caller() instanceof Caller.Person person
                ? drafts.find(followed.caseId(), plans.familyOf(followed.caseId()), followed.employee(), person.id())
                : Optional.empty();
    }

    private FollowedCase followed(CaseId caseId) {
        return plans.caseOf(caseId).orElseThrow(NotKnown::new);
    }
}
