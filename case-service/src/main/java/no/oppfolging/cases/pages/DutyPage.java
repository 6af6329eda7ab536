package no.oppfolging.cases.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.DisputeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExplainLateness;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RevokeExemption;
import no.oppfolging.cases.domain.ExemptionReason;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.read.decisions.Decision;
import no.oppfolging.cases.read.decisions.Decisions;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;
import no.oppfolging.cases.read.overview.CaseOverviewView;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.StaleVersion;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Flash;
import no.oppfolging.platform.web.ReadYourWrites;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.Visit;
import no.oppfolging.platform.web.WordGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is decided about one duty of a case: the leader finds it clearly unnecessary, or explains why it was late; the
 * employee sees that, and may see it otherwise.
 */
@Controller
public final class DutyPage {
    private static final String PATH = "/cases/{caseId}/deadlines/{stage}/decisions";
    private static final String OBSTACLE = "obstacle";

    private final CaseOverviews cases;
    private final Decisions decisions;
    private final Directory directory;
    private final Doing doing;
    private final WordGuard guard;
    private final Clock clock;

    public DutyPage(
            CaseOverviews cases, Decisions decisions, Directory directory, Doing doing, WordGuard guard, Clock clock) {
        this.cases = cases;
        this.decisions = decisions;
        this.directory = directory;
        this.doing = doing;
        this.guard = guard;
        this.clock = clock;
    }

    /** How a form's order is carried out, and what is said when it cannot be. */
    public record Doing(Commands commands, ReadYourWrites writes, Sentences sentences) {}

    /** A decision, and the name of who made it; empty where the directory knows none. */
    public record DecisionLine(Decision decision, String name) {}

    /** What somebody has typed, to be shown again. */
    public record Typed(
            @Nullable String reason,
            @Nullable String reviewOn,
            @Nullable String words,
            boolean warned) {
        static Typed nothing() {
            return new Typed(null, null, null, false);
        }
    }

    @GetMapping(PATH)
    String show(@PathVariable UUID caseId, @PathVariable String stage, Visit visit, Model model) {
        return shown(known(caseId), WhyEndpoint.stage(stage), Typed.nothing(), visit, model);
    }

    @PostMapping(PATH + "/exemptions")
    String exempt(
            @PathVariable UUID caseId,
            @PathVariable String stage,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String reviewOn,
            Visit visit,
            Model model,
            Locale language,
            RedirectAttributes redirect) {
        var overview = known(caseId);
        var duty = WhyEndpoint.stage(stage);
        var typed = new Typed(reason, reviewOn, null, false);
        var why = named(ExemptionReason.values(), reason);
        var day = reviewOn.isBlank() ? Optional.<LocalDate>empty() : day(reviewOn);
        if (why.isEmpty() || (day.isEmpty() && !reviewOn.isBlank())) {
            model.addAttribute(
                    OBSTACLE,
                    doing.sentences().of(why.isEmpty() ? "duty.choose-reason" : "duty.date-unreadable", language));
            return shown(overview, duty, typed, visit, model);
        }
        var command = new ExemptDuty(overview.employmentId(), overview.caseId(), duty, why.get(), day.orElse(null));
        return done(command, "duty.exempted", overview, duty, typed, visit, model, language, redirect);
    }

    @PostMapping(PATH + "/revocations")
    String revoke(
            @PathVariable UUID caseId,
            @PathVariable String stage,
            Visit visit,
            Model model,
            Locale language,
            RedirectAttributes redirect) {
        var overview = known(caseId);
        var duty = WhyEndpoint.stage(stage);
        var command = new RevokeExemption(overview.employmentId(), overview.caseId(), duty);
        return done(command, "duty.revoked", overview, duty, Typed.nothing(), visit, model, language, redirect);
    }

    @PostMapping(PATH + "/disputes")
    String dispute(
            @PathVariable UUID caseId,
            @PathVariable String stage,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean warned,
            Visit visit,
            Model model,
            Locale language,
            RedirectAttributes redirect) {
        var overview = known(caseId);
        var duty = WhyEndpoint.stage(stage);
        if (!warned && !guard.check(words).isEmpty()) {
            model.addAttribute("caution", true);
            return shown(overview, duty, new Typed(null, null, words, true), visit, model);
        }
        var command = new DisputeExemption(
                overview.employmentId(), overview.caseId(), duty, new PersonalText(overview.employee(), words));
        return done(
                command,
                "duty.disputed",
                overview,
                duty,
                new Typed(null, null, words, warned),
                visit,
                model,
                language,
                redirect);
    }

    @PostMapping(PATH + "/explanations")
    String explain(
            @PathVariable UUID caseId,
            @PathVariable String stage,
            @RequestParam(defaultValue = "") String reason,
            Visit visit,
            Model model,
            Locale language,
            RedirectAttributes redirect) {
        var overview = known(caseId);
        var duty = WhyEndpoint.stage(stage);
        var why = named(LatenessReason.values(), reason);
        if (why.isEmpty()) {
            model.addAttribute(OBSTACLE, doing.sentences().of("duty.choose-reason", language));
            return shown(overview, duty, Typed.nothing(), visit, model);
        }
        var command = new ExplainLateness(overview.employmentId(), overview.caseId(), duty, why.get());
        return done(command, "duty.explained", overview, duty, Typed.nothing(), visit, model, language, redirect);
    }

    private String done(
            EmploymentFollowUpCommand command,
            String saying,
            CaseOverview overview,
            Stage duty,
            Typed typed,
            Visit visit,
            Model model,
            Locale language,
            RedirectAttributes redirect) {
        try {
            var answer = doing.commands().send(command, visit.toChange(command));
            var shown = doing.writes().await(CaseOverviewView.VIEW, answer.position());
            (shown ? Flash.done(saying) : Flash.note("page.lagging")).shownBy(redirect);
            return "redirect:/cases/" + overview.caseId() + "/deadlines/" + duty + "/decisions";
        } catch (Refusal refusal) {
            model.addAttribute(OBSTACLE, doing.sentences().of(refusal, language));
        } catch (StaleVersion _) {
            model.addAttribute(OBSTACLE, doing.sentences().of("duty.changed-since", language));
        }
        return shown(overview, duty, typed, visit, model);
    }

    private String shown(CaseOverview overview, Stage duty, Typed typed, Visit visit, Model model) {
        var sight = visit.to(overview.caseId());
        var deadline =
                overview.deadlines().stream().filter(one -> one.stage() == duty).findFirst();
        var employment = overview.employmentId();
        model.addAttribute("overview", overview);
        model.addAttribute("employee", nameOf(overview.employee()));
        model.addAttribute("stage", duty);
        model.addAttribute("deadline", deadline.orElse(null));
        model.addAttribute("typed", typed);
        model.addAttribute(
                "decisions",
                decisions.of(employment, overview.caseId(), clock.instant(), sight).stream()
                        .filter(one -> one.stage() == duty)
                        .map(one -> new DecisionLine(one, one.by().isEmpty() ? "" : nameOf(PersonId.of(one.by()))))
                        .toList());
        model.addAttribute("reasons", reasonsFor(duty));
        model.addAttribute("explanations", LatenessReason.values());
        model.addAttribute("earliestReview", LegalDay.of(clock.instant()).plusDays(1));
        var exempt = stands(deadline, Outcome.EXEMPT);
        model.addAttribute("mayExempt", stands(deadline, Outcome.OPEN) && visit.may(ExemptDuty.class, employment));
        model.addAttribute("mayRevoke", exempt && visit.may(RevokeExemption.class, employment));
        model.addAttribute("mayDispute", exempt && visit.may(DisputeExemption.class, employment));
        model.addAttribute(
                "mayExplain", stands(deadline, Outcome.MISSED) && visit.may(ExplainLateness.class, employment));
        return "cases/duty";
    }

    private static boolean stands(Optional<CaseDeadline> deadline, Outcome outcome) {
        return deadline.filter(one -> one.outcome() == outcome).isPresent();
    }

    private static List<ExemptionReason> reasonsFor(Stage duty) {
        return Arrays.stream(ExemptionReason.values())
                .filter(reason -> reason.stage() == duty)
                .toList();
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private CaseOverview known(UUID caseId) {
        return cases.of(new CaseId(caseId)).orElseThrow(NotKnown::new);
    }

    private String nameOf(PersonId person) {
        return directory.displayName(person).map(PersonalText::text).orElse(PersonalText.ERASED);
    }
}
