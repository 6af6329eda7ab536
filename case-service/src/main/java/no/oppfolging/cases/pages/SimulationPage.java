package no.oppfolging.cases.pages;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import no.oppfolging.cases.read.derivation.Simulation;
import no.oppfolging.cases.read.derivation.Simulations;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Chosen;
import no.oppfolging.platform.web.Days;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What if (hva om): which deadlines would appear, vanish or move with another grade from a day on; nothing is kept. */
@Controller
public final class SimulationPage {
    private static final String TYPED = "simulation";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String GRADE = "grade";
    private static final String USUAL_GRADE = "50";

    private final CaseOverviews cases;
    private final Simulations simulations;
    private final Directory directory;
    private final Sentences sentences;
    private final Clock clock;

    public SimulationPage(
            CaseOverviews cases, Simulations simulations, Directory directory, Sentences sentences, Clock clock) {
        this.cases = cases;
        this.simulations = simulations;
        this.directory = directory;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** What is asked, as it was typed. */
    public record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable String grade) {}

    @GetMapping("/cases/{caseId}/simulation")
    String show(
            @PathVariable CaseId caseId,
            @ModelAttribute(TYPED) Asked asked,
            BindingResult faults,
            Visit visit,
            Model model,
            Locale language) {
        var _ = visit.to(caseId);
        var overview = cases.of(caseId).orElseThrow(NotKnown::new);
        model.addAttribute("overview", overview);
        model.addAttribute(
                "employee",
                directory
                        .displayName(overview.employee())
                        .map(PersonalText::text)
                        .orElse(PersonalText.ERASED));
        if (asked.from() == null) {
            model.addAttribute(TYPED, new Asked(nextMonday().toString(), "", USUAL_GRADE));
        } else {
            simulated(overview, asked, faults, language).ifPresent(one -> model.addAttribute("simulated", one));
        }
        return "cases/simulation";
    }

    private Optional<Simulation> simulated(CaseOverview overview, Asked asked, Errors faults, Locale language) {
        var from = Days.read(asked.from(), FROM, faults);
        var to = Days.maybe(asked.to(), TO, faults);
        var grade = grade(asked.grade(), faults);
        if (faults.hasErrors()) {
            return Optional.empty();
        }
        try {
            return Optional.of(simulations
                    .of(
                            overview.employmentId(),
                            overview.caseId(),
                            from.orElseThrow(),
                            to,
                            grade.orElseThrow(),
                            clock.instant())
                    .orElseThrow(NotKnown::new));
        } catch (Refusal refusal) {
            faults.rejectValue(fieldOf(refusal), refusal.rule(), sentences.of(refusal, language));
            return Optional.empty();
        }
    }

    private static Optional<Integer> grade(@Nullable String typed, Errors faults) {
        try {
            return Optional.of(Integer.valueOf(Chosen.typed(typed)));
        } catch (NumberFormatException _) {
            faults.rejectValue(GRADE, "simulation.grade.unreadable");
            return Optional.empty();
        }
    }

    private static String fieldOf(Refusal refusal) {
        return switch (refusal.rule()) {
            case "absence-grade-out-of-range" -> GRADE;
            case "absence-ends-before-it-begins" -> TO;
            default -> TO.equals(refusal.arguments().get("field")) ? TO : FROM;
        };
    }

    private LocalDate nextMonday() {
        return LegalDay.of(clock.instant()).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
