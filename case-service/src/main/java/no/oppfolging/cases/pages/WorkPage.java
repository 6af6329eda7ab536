package no.oppfolging.cases.pages;

import java.time.Clock;
import no.oppfolging.cases.domain.contact.CaseContactCommand.DescribePossibleWork;
import no.oppfolging.cases.domain.contact.CaseContactCommand.StateWorkAbility;
import no.oppfolging.cases.read.contact.CaseTalk;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.directory.Employment.Unit;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.MeasureVerb;
import no.oppfolging.platform.kernel.PersonalText;
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

/** What work is possible: what the employee can do and cannot, what the leader can offer, and both on one sheet. */
@Controller
@InTheReadersLanguage
public final class WorkPage {
    private static final String PAGE = "/cases/{caseId}/work";

    private final CaseAtHand cases;
    private final FormDesk desk;
    private final SecondThoughts thoughts;
    private final Directory directory;
    private final Clock clock;

    public WorkPage(CaseAtHand cases, FormDesk desk, SecondThoughts thoughts, Directory directory, Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.thoughts = thoughts;
        this.directory = directory;
        this.clock = clock;
    }

    /** What the employee can do and cannot, as it was typed. */
    public record AbilityForm(
            @Nullable String can,
            @Nullable String cannot,
            @Nullable String warned) {}

    /** What is possible here, as it was typed. */
    public record PossibleForm(
            @Nullable String tasks,
            @Nullable String adaptations,
            @Nullable String warned) {}

    @GetMapping(PAGE)
    String show(@PathVariable CaseId caseId, Visit visit, Model model) {
        cases.show(caseId, visit, model);
        model.addAttribute("mayState", visit.may(StateWorkAbility.class, caseId));
        model.addAttribute("mayDescribe", visit.may(DescribePossibleWork.class, caseId));
        return "cases/work";
    }

    /** One page, for the employee to take to whoever certifies (C-09): of work alone. */
    @GetMapping(PAGE + "/sheet")
    String sheet(@PathVariable CaseId caseId, Visit visit, Model model) {
        cases.show(caseId, visit, model);
        var overview = cases.overview(caseId);
        var now = clock.instant();
        model.addAttribute(
                "unit",
                directory
                        .employment(overview.employmentId(), now)
                        .flatMap(Employment::unit)
                        .map(Unit::name)
                        .orElse(""));
        model.addAttribute(
                "manager",
                directory
                        .leaderOf(overview.employmentId(), now)
                        .map(cases::nameOf)
                        .orElse(""));
        model.addAttribute("today", LegalDay.of(now));
        return "cases/work-sheet";
    }

    @GetMapping(PAGE + "/abilities")
    String ability(@PathVariable CaseId caseId, Visit visit, Model model) {
        var talk = cases.show(caseId, visit, model);
        model.addAttribute(
                "form",
                talk.ability()
                        .map(known -> new AbilityForm(
                                known.can().text(), known.cannot().text(), null))
                        .orElseGet(() -> new AbilityForm("", "", null)));
        return "cases/work-ability";
    }

    @PostMapping(PAGE + "/abilities")
    String state(@PathVariable CaseId caseId, @ModelAttribute("form") AbilityForm form, SentForm sent, Visit visit) {
        var talk = cases.show(caseId, visit, sent.model());
        var can = Chosen.typed(form.can());
        var cannot = Chosen.typed(form.cannot());
        if (thoughts.arise(form.warned(), sent.model(), can, cannot)) {
            return "cases/work-ability";
        }
        var command = new StateWorkAbility(talk.caseId(), text(talk, can), text(talk, cannot));
        return desk.take(command, visit.toChange(command), "work.stated", sent) ? back(talk) : "cases/work-ability";
    }

    @GetMapping(PAGE + "/possibilities")
    String possible(@PathVariable CaseId caseId, Visit visit, Model model) {
        var talk = cases.show(caseId, visit, model);
        model.addAttribute(
                "form",
                talk.possible()
                        .map(known -> new PossibleForm(
                                known.tasks().text(), known.adaptations().text(), null))
                        .orElseGet(() -> new PossibleForm("", "", null)));
        model.addAttribute("ways", MeasureVerb.values());
        return "cases/work-possible";
    }

    @PostMapping(PAGE + "/possibilities")
    String describe(
            @PathVariable CaseId caseId, @ModelAttribute("form") PossibleForm form, SentForm sent, Visit visit) {
        var talk = cases.show(caseId, visit, sent.model());
        sent.model().addAttribute("ways", MeasureVerb.values());
        var tasks = Chosen.typed(form.tasks());
        var adaptations = Chosen.typed(form.adaptations());
        if (thoughts.arise(form.warned(), sent.model(), tasks, adaptations)) {
            return "cases/work-possible";
        }
        var command = new DescribePossibleWork(talk.caseId(), text(talk, tasks), text(talk, adaptations));
        return desk.take(command, visit.toChange(command), "work.described", sent) ? back(talk) : "cases/work-possible";
    }

    private static PersonalText text(CaseTalk talk, String words) {
        return new PersonalText(talk.employee(), words);
    }

    private static String back(CaseTalk talk) {
        return "redirect:/cases/" + talk.caseId() + "/work";
    }
}
