package no.oppfolging.plans.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.PresentPlan;
import no.oppfolging.plans.domain.MeasureId;
import no.oppfolging.plans.domain.Party;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.plans.domain.PlanId;
import no.oppfolging.plans.read.caseplans.CasePlansView;
import no.oppfolging.plans.read.caseplans.FollowedCase;
import no.oppfolging.plans.read.caseplans.PlanRow;
import no.oppfolging.plans.read.caseplans.PlansOfCases;
import no.oppfolging.plans.workbench.Draft;
import no.oppfolging.plans.workbench.Drafts;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.StaleVersion;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.LegalBasis;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.MeasureVerb;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.privacy.Salts;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.NotAllowed;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.time.Ids;
import no.oppfolging.platform.web.Flash;
import no.oppfolging.platform.web.ReadYourWrites;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a leader writes the plan, saved while writing, and lays it before the two. */
@Controller
public final class DraftPage {
    private static final String SEEN = "seen";
    private static final String FORM = "plan";
    private static final String PAGE = "plans/draft";

    private static final List<Heading> HEADINGS = List.of(
            new Heading("aim", "", List.of("goals"), Set.of()),
            new Heading("ability", "a", List.of("workTasks", "canDo", "cannotDo"), Set.of("workTasks", "canDo")),
            new Heading("measures", "b", List.of("measures"), Set.of("measures")),
            new Heading("authorities", "c", List.of("authorityHelp"), Set.of()),
            new Heading("follow-up", "d", List.of("followUp", "successCriteria"), Set.of("followUp")));

    /**
     * One heading of the form, and the texts under it.
     *
     * @param letter of aml § 4-6 (3); empty where the law does not ask
     * @param needed what the plan cannot be presented without
     */
    public record Heading(String name, String letter, List<String> sections, Set<String> needed) {
        public Optional<LegalBasis> law() {
            return letter.isEmpty() ? Optional.empty() : Optional.of(LegalBasis.of("aml § 4-6 (3) " + letter));
        }

        public boolean needs(String section) {
            return needed.contains(section);
        }
    }

    private final PlansOfCases plans;
    private final Drafts drafts;
    private final Commands commands;
    private final ReadYourWrites views;
    private final PlanReading reading;
    private final Words words;
    private final Sentences sentences;
    private final Salts salts;
    private final Ids ids;
    private final Clock clock;

    public DraftPage(
            PlansOfCases plans,
            Drafts drafts,
            Commands commands,
            ReadYourWrites views,
            PlanReading reading,
            Words words,
            Sentences sentences,
            Salts salts,
            Clock clock) {
        this.plans = plans;
        this.drafts = drafts;
        this.commands = commands;
        this.views = views;
        this.reading = reading;
        this.words = words;
        this.sentences = sentences;
        this.salts = salts;
        this.ids = new Ids(clock);
        this.clock = clock;
    }

    @GetMapping("/plans/cases/{caseId}/draft")
    String write(@PathVariable CaseId caseId, Visit visit, Model model) {
        var followed = followed(caseId, visit);
        if (!followed.caseId().equals(caseId)) {
            return "redirect:" + pathOf(followed.caseId());
        }
        var draft = drafts.bringOver(caseId, plans.familyOf(caseId), followed.employee(), author(visit));
        var form = draft.map(PlanForm::of)
                .or(() -> latestOf(followed).map(PlanForm::of))
                .orElseGet(PlanForm::empty);
        model.addAttribute(FORM, form);
        draft.ifPresent(saved -> addSaved(model, saved));
        return page(followed, form, model);
    }

    @PostMapping("/plans/cases/{caseId}/draft")
    String save(
            @PathVariable CaseId caseId,
            @ModelAttribute(FORM) PlanForm form,
            @RequestParam(defaultValue = "") String seen,
            @RequestHeader("HX-Request") Optional<String> enhanced,
            Visit visit,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var followed = followed(caseId, visit);
        var elsewhere = writtenElsewhere(caseId, followed, seen, visit);
        if (enhanced.isPresent()) {
            addWords(model, form);
            if (elsewhere.isPresent()) {
                model.addAttribute(SEEN, seen);
                model.addAttribute("elsewhere", true);
            } else {
                addSaved(model, keep(caseId, followed, form, visit));
            }
            return "plans/parts :: saved";
        }
        if (elsewhere.isPresent()) {
            save(caseId, followed, both(form, elsewhere.get(), followed, language), visit);
            return toBoth(followed, redirect);
        }
        var _ = keep(caseId, followed, form, visit);
        Flash.done("draft.saved").shownBy(redirect);
        return "redirect:" + pathOf(followed.caseId());
    }

    /** What the writer has saved in another window since this one showed the draft. */
    private Optional<Draft> writtenElsewhere(CaseId caseId, FollowedCase followed, String seen, Visit visit) {
        return drafts.find(caseId, followed.employee(), author(visit))
                .filter(draft -> !draft.savedAt().toString().equals(seen));
    }

    private static String toBoth(FollowedCase followed, RedirectAttributes redirect) {
        Flash.warning("draft.both").shownBy(redirect);
        return "redirect:" + pathOf(followed.caseId());
    }

    private Draft both(PlanForm form, Draft elsewhere, FollowedCase followed, Locale language) {
        return form.asDraft(followed.employee(), now()).beside(elsewhere, sentences.of("draft.beside", language));
    }

    @PostMapping("/plans/cases/{caseId}/draft/deletions")
    String discard(@PathVariable CaseId caseId, Visit visit, RedirectAttributes redirect) {
        var followed = followed(caseId, visit);
        drafts.discard(caseId, author(visit));
        Flash.done("draft.discarded").shownBy(redirect);
        return "redirect:" + PlanPage.pathOf(followed.caseId());
    }

    @PostMapping("/plans/cases/{caseId}/versions")
    String present(
            @PathVariable CaseId caseId,
            @ModelAttribute(FORM) PlanForm form,
            BindingResult result,
            @RequestParam(defaultValue = "") String seen,
            Visit visit,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var followed = followed(caseId, visit);
        var elsewhere = writtenElsewhere(caseId, followed, seen, visit);
        if (elsewhere.isPresent()) {
            save(caseId, followed, both(form, elsewhere.get(), followed, language), visit);
            return toBoth(followed, redirect);
        }
        addSaved(model, keep(caseId, followed, form, visit));
        var content = form.asContent(followed.employee());
        form.faults(followed.employee(), LegalDay.of(clock.instant()))
                .forEach(fault -> reject(result, fault, language));
        rejectUnanswered(form, followed.employee(), result, language);
        if (result.hasErrors() || content.isEmpty()) {
            return page(followed, form, model);
        }
        if (!form.isWarned() && !words.in(form.written()).isEmpty()) {
            model.addAttribute("warning", true);
            return page(followed, form, model);
        }
        try {
            send(followed, content.get(), visit, redirect);
            drafts.discard(caseId, author(visit));
            return "redirect:" + PlanPage.pathOf(followed.caseId());
        } catch (StaleVersion e) {
            model.addAttribute("trouble", sentences.of("draft.changed-since", language));
        } catch (Refusal refusal) {
            model.addAttribute("trouble", sentences.of(refusal, language));
        }
        return page(followed, form, model);
    }

    private void send(FollowedCase followed, PlanContent content, Visit visit, RedirectAttributes redirect) {
        var salt = new PersonalText(followed.employee(), salts.next());
        var command = new PresentPlan(followed.caseId(), planOf(followed), content, salt);
        var unchanged = ownOf(followed)
                .filter(plan -> plan.latest().content().equals(content))
                .isPresent();
        var answer = commands.send(command, visit.toChange(command));
        if (unchanged) {
            Flash.note("draft.unchanged").shownBy(redirect);
        } else if (views.await(CasePlansView.NAME, answer.position())) {
            Flash.done("draft.presented").shownBy(redirect);
        } else {
            Flash.note("page.lagging").shownBy(redirect);
        }
    }

    /**
     * Saved while writing, in the case it is written in, also when that has become part of another meanwhile: what lies
     * there is another text. What says the same as the version that stands is no draft.
     */
    private Draft keep(CaseId caseId, FollowedCase followed, PlanForm form, Visit visit) {
        var draft = form.asDraft(followed.employee(), now());
        var same = latestOf(followed)
                .filter(latest -> form.asContent(followed.employee())
                        .filter(latest::equals)
                        .isPresent());
        if (same.isPresent()) {
            drafts.discard(caseId, author(visit));
        } else {
            save(caseId, followed, draft, visit);
        }
        return draft;
    }

    private void save(CaseId caseId, FollowedCase followed, Draft draft, Visit visit) {
        drafts.save(caseId, followed.employee(), author(visit), draft);
    }

    /** As exactly as the database keeps it, to be known again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void rejectUnanswered(PlanForm form, PersonId employee, BindingResult result, Locale language) {
        var needed = Map.of(
                "evaluationDate",
                form.day().isPresent(),
                "employeeContributed",
                form.contributed().isPresent());
        if (!form.hasWholeMeasures(employee)) {
            reject(result, "plannedMeasures", sentences.of("draft.measure.incomplete", language));
        }
        needed.forEach((field, answered) -> {
            if (!answered) {
                reject(result, field, sentences.of("NotBlank", language));
            }
        });
    }

    private void reject(BindingResult result, Refusal fault, Locale language) {
        reject(result, fault.arguments().getOrDefault("section", ""), sentences.of(fault, language));
    }

    private static void reject(BindingResult result, String field, String sentence) {
        result.addError(new FieldError(FORM, field, null, false, null, null, sentence));
    }

    private String page(FollowedCase followed, PlanForm form, Model model) {
        model.addAttribute("caseId", followed.caseId());
        model.addAttribute("version", followed.version());
        model.addAttribute("employee", reading.nameOf(followed.employee()));
        model.addAttribute("headings", HEADINGS);
        model.addAttribute("limit", PlanContent.LONGEST_SECTION);
        model.addAttribute("measureLimit", PlanContent.LONGEST_MEASURE);
        model.addAttribute("rows", form.rows(new MeasureId(ids.next())));
        model.addAttribute("ways", MeasureVerb.values());
        model.addAttribute("parties", Party.values());
        model.addAttribute(
                "voids",
                ownOf(followed).map(DraftPage::signatories).orElse(List.of()).stream()
                        .map(reading::nameOf)
                        .toList());
        addWords(model, form);
        return PAGE;
    }

    /** Whose signatures a change would void: an agreed version stands until the next is agreed. */
    private static List<PersonId> signatories(PlanRow plan) {
        return plan.latest().isAgreed()
                ? List.of()
                : plan.latest().signatures().stream()
                        .filter(PlanRow.Signature::holds)
                        .map(PlanRow.Signature::person)
                        .toList();
    }

    private static void addSaved(Model model, Draft draft) {
        model.addAttribute("savedAt", draft.savedAt().atZone(LegalDay.NORWAY));
        model.addAttribute(SEEN, draft.savedAt().toString());
    }

    private void addWords(Model model, PlanForm form) {
        model.addAttribute("words", words.in(form.written()));
    }

    private FollowedCase followed(CaseId caseId, Visit visit) {
        var _ = visit.to(caseId);
        return plans.caseOf(caseId).orElseThrow(NotKnown::new);
    }

    private Optional<PlanRow> ownOf(FollowedCase followed) {
        return plans.plansOf(followed.caseId()).stream()
                .findFirst()
                .filter(plan -> plan.caseId().equals(followed.caseId()));
    }

    /** Also that of a case which became part of this one: the next version goes on from there. */
    private Optional<PlanContent> latestOf(FollowedCase followed) {
        return plans.plansOf(followed.caseId()).stream()
                .findFirst()
                .map(plan -> plan.latest().content())
                .filter(content -> !content.isErased());
    }

    private PlanId planOf(FollowedCase followed) {
        return ownOf(followed)
                .map(PlanRow::planId)
                .orElseGet(() -> new PlanId(DerivedId.of(followed.caseId().value(), "plan")));
    }

    private static PersonId author(Visit visit) {
        if (visit.caller() instanceof Caller.Person person) {
            return person.id();
        }
        throw new NotAllowed();
    }

    private static String pathOf(CaseId caseId) {
        return PlanPage.pathOf(caseId) + "/draft";
    }
}
