package no.oppfolging.cases.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AnswerDispute;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.DisputeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExplainLateness;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ReviewExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RevokeExemption;
import no.oppfolging.cases.domain.ExemptionReason;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.read.decisions.Decision;
import no.oppfolging.cases.read.decisions.Decisions;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.security.Sight;
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

/**
 * What is decided about one duty of a case: the leader finds it clearly unnecessary, or explains why it was late; the
 * employee sees that, and may see it otherwise.
 */
@Controller
public final class DutyPage {
    private static final String PATH = "/cases/{caseId}/deadlines/{stage}/decisions";
    private static final String TYPED = "typed";

    private final CaseAtHand cases;
    private final Decisions decisions;
    private final FormDesk desk;
    private final SecondThoughts thoughts;
    private final Clock clock;

    public DutyPage(CaseAtHand cases, Decisions decisions, FormDesk desk, SecondThoughts thoughts, Clock clock) {
        this.cases = cases;
        this.decisions = decisions;
        this.desk = desk;
        this.thoughts = thoughts;
        this.clock = clock;
    }

    /** A decision, and the name of who made it; empty where the directory knows none. */
    public record DecisionLine(Decision decision, String name) {
        boolean isUnheard() {
            return decision.what().isSaid() && decision.words().isEmpty();
        }
    }

    /** What somebody has typed, to be shown again. */
    public record Typed(
            @Nullable String reason,
            @Nullable String reviewOn,
            @Nullable String words,
            @Nullable String warned) {}

    /** The duty a page is about. */
    private record Duty(CaseOverview overview, Stage stage) {
        String path() {
            return "/cases/" + overview.caseId() + "/deadlines/" + stage + "/decisions";
        }
    }

    @GetMapping(PATH)
    String show(
            @PathVariable CaseId caseId,
            @PathVariable String stage,
            @ModelAttribute(TYPED) Typed typed,
            Visit visit,
            Model model) {
        return shown(duty(caseId, stage), visit, model);
    }

    @PostMapping(PATH + "/exemptions")
    String exempt(
            @PathVariable CaseId caseId,
            @PathVariable String stage,
            @ModelAttribute(TYPED) Typed typed,
            SentForm form,
            Visit visit) {
        return decided(duty(caseId, stage), typed, visit, form, ExemptDuty::new, "duty.exempted");
    }

    @PostMapping(PATH + "/reviews")
    String review(
            @PathVariable CaseId caseId,
            @PathVariable String stage,
            @ModelAttribute(TYPED) Typed typed,
            SentForm form,
            Visit visit) {
        return decided(duty(caseId, stage), typed, visit, form, ReviewExemption::new, "duty.renewed");
    }

    /** That a duty is unnecessary, or still is. */
    private interface Unnecessary {
        EmploymentFollowUpCommand because(
                EmploymentId employment,
                CaseId caseId,
                Stage stage,
                ExemptionReason reason,
                @Nullable LocalDate reviewOn);
    }

    private String decided(Duty duty, Typed typed, Visit visit, SentForm form, Unnecessary decision, String done) {
        var why = Chosen.one(ExemptionReason.class, typed.reason(), "reason", form.typed());
        var reviewOn = Days.maybe(typed.reviewOn(), "reviewOn", form.typed());
        if (form.typed().hasErrors()) {
            return shown(duty, visit, form.model());
        }
        var overview = duty.overview();
        var command = decision.because(
                overview.employmentId(), overview.caseId(), duty.stage(), why.orElseThrow(), reviewOn.orElse(null));
        return taken(command, done, duty, visit, form);
    }

    @PostMapping(PATH + "/revocations")
    String revoke(
            @PathVariable CaseId caseId,
            @PathVariable String stage,
            @ModelAttribute(TYPED) Typed typed,
            SentForm form,
            Visit visit) {
        var duty = duty(caseId, stage);
        var overview = duty.overview();
        var command = new RevokeExemption(overview.employmentId(), overview.caseId(), duty.stage());
        return taken(command, "duty.revoked", duty, visit, form);
    }

    @PostMapping(PATH + "/disputes")
    String dispute(
            @PathVariable CaseId caseId,
            @PathVariable String stage,
            @ModelAttribute(TYPED) Typed typed,
            SentForm form,
            Visit visit) {
        return said(DisputeExemption::new, "duty.disputed", duty(caseId, stage), typed, visit, form);
    }

    @PostMapping(PATH + "/answers")
    String answer(
            @PathVariable CaseId caseId,
            @PathVariable String stage,
            @ModelAttribute(TYPED) Typed typed,
            SentForm form,
            Visit visit) {
        return said(AnswerDispute::new, "duty.answered", duty(caseId, stage), typed, visit, form);
    }

    @PostMapping(PATH + "/explanations")
    String explain(
            @PathVariable CaseId caseId,
            @PathVariable String stage,
            @ModelAttribute(TYPED) Typed typed,
            SentForm form,
            Visit visit) {
        var duty = duty(caseId, stage);
        var why = Chosen.one(LatenessReason.class, typed.reason(), "reason", form.typed());
        if (why.isEmpty()) {
            return shown(duty, visit, form.model());
        }
        var overview = duty.overview();
        var command = new ExplainLateness(overview.employmentId(), overview.caseId(), duty.stage(), why.get());
        return taken(command, "duty.explained", duty, visit, form);
    }

    /** What one of the two says of an exemption in words of their own. */
    private interface Saying {
        EmploymentFollowUpCommand of(EmploymentId employment, CaseId caseId, Stage stage, PersonalText words);
    }

    private String said(Saying saying, String done, Duty duty, Typed typed, Visit visit, SentForm form) {
        var words = Chosen.typed(typed.words());
        if (thoughts.arise(typed.warned(), form.model(), words)) {
            return shown(duty, visit, form.model());
        }
        var overview = duty.overview();
        var command = saying.of(
                overview.employmentId(), overview.caseId(), duty.stage(), new PersonalText(overview.employee(), words));
        return taken(command, done, duty, visit, form);
    }

    private String taken(EmploymentFollowUpCommand command, String done, Duty duty, Visit visit, SentForm form) {
        return desk.take(command, visit.toChange(command), done, form)
                ? "redirect:" + duty.path()
                : shown(duty, visit, form.model());
    }

    private String shown(Duty duty, Visit visit, Model model) {
        var overview = duty.overview();
        var stage = duty.stage();
        var sight = visit.to(overview.caseId());
        var deadline = overview.deadlines().stream()
                .filter(one -> one.stage() == stage)
                .findFirst();
        var employment = overview.employmentId();
        model.addAttribute("overview", overview);
        model.addAttribute("employee", cases.nameOf(overview.employee()));
        model.addAttribute("stage", stage);
        model.addAttribute("deadline", deadline.orElse(null));
        var lines = lines(duty, sight);
        model.addAttribute("decisions", lines);
        if (lines.stream().anyMatch(DecisionLine::isUnheard)) {
            model.addAttribute(
                    "sealed", cases.sealed(overview, sight.actor().role()).orElse(null));
        }
        model.addAttribute("reasons", reasonsFor(stage));
        model.addAttribute(
                "explanations",
                Arrays.stream(LatenessReason.values())
                        .filter(reason -> reason.isFor(stage))
                        .toList());
        model.addAttribute("earliestReview", LegalDay.of(clock.instant()).plusDays(1));
        var exempt = stands(deadline, Outcome.EXEMPT);
        var closed = overview.closedOn().isPresent();
        model.addAttribute(
                "mayExempt", !closed && stands(deadline, Outcome.OPEN) && visit.may(ExemptDuty.class, employment));
        model.addAttribute("mayReview", exempt && visit.may(ReviewExemption.class, employment));
        model.addAttribute("mayRevoke", exempt && visit.may(RevokeExemption.class, employment));
        var waits = deadline.filter(CaseDeadline::disputed).isPresent();
        model.addAttribute("mayAnswer", exempt && waits && visit.may(AnswerDispute.class, employment));
        model.addAttribute("mayDispute", exempt && visit.may(DisputeExemption.class, employment));
        model.addAttribute(
                "mayExplain", stands(deadline, Outcome.MISSED) && visit.may(ExplainLateness.class, employment));
        return "cases/duty";
    }

    private List<DecisionLine> lines(Duty duty, Sight sight) {
        var overview = duty.overview();
        var horizon = cases.horizon(overview, sight.actor().role());
        return decisions.of(overview.employmentId(), overview.caseId(), clock.instant(), sight, horizon).stream()
                .filter(one -> one.stage() == duty.stage())
                .map(one -> new DecisionLine(one, one.by().isEmpty() ? "" : cases.nameOf(PersonId.of(one.by()))))
                .toList();
    }

    private static boolean stands(Optional<CaseDeadline> deadline, Outcome outcome) {
        return deadline.filter(one -> one.outcome() == outcome).isPresent();
    }

    private static List<ExemptionReason> reasonsFor(Stage duty) {
        return Arrays.stream(ExemptionReason.values())
                .filter(reason -> reason.stage() == duty)
                .toList();
    }

    private Duty duty(CaseId caseId, String stage) {
        return new Duty(cases.overview(caseId), WhyEndpoint.stage(stage));
    }
}
