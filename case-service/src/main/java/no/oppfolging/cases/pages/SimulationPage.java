package no.oppfolging.cases.pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What if (hva om): which deadlines would appear, vanish or move with another grade from a day on; nothing is kept. */
@Controller
public final class SimulationPage {
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
    public record Asked(String from, String to, String grade) {}

    @GetMapping("/cases/{caseId}/simulation")
    String show(
            @PathVariable UUID caseId,
            @RequestParam Optional<String> from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = USUAL_GRADE) String grade,
            Visit visit,
            Model model,
            Locale language) {
        var _ = visit.to(new CaseId(caseId));
        var overview = cases.of(new CaseId(caseId)).orElseThrow(NotKnown::new);
        var asked = new Asked(from.orElseGet(() -> nextMonday().toString()), to.strip(), grade.strip());
        model.addAttribute("overview", overview);
        model.addAttribute(
                "employee",
                directory
                        .displayName(overview.employee())
                        .map(PersonalText::text)
                        .orElse(PersonalText.ERASED));
        model.addAttribute("asked", asked);
        try {
            model.addAttribute("simulation", from.isPresent() ? simulated(overview, asked) : null);
        } catch (DateTimeException | NumberFormatException _) {
            model.addAttribute("obstacle", sentences.of("simulation.unreadable", language));
        } catch (Refusal refusal) {
            model.addAttribute("obstacle", sentences.of(refusal, language));
        }
        return "cases/simulation";
    }

    private Simulation simulated(CaseOverview overview, Asked asked) {
        return simulations
                .of(
                        overview.employmentId(),
                        overview.caseId(),
                        LocalDate.parse(asked.from()),
                        asked.to().isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(asked.to())),
                        Integer.parseInt(asked.grade()),
                        clock.instant())
                .orElseThrow(NotKnown::new);
    }

    private LocalDate nextMonday() {
        return LegalDay.of(clock.instant()).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
