package no.oppfolging.cases.pages;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.OwnDates;
import no.oppfolging.cases.read.Horizon;
import no.oppfolging.cases.read.decisions.Decision;
import no.oppfolging.cases.read.decisions.Decision.What;
import no.oppfolging.cases.read.decisions.Decisions;
import no.oppfolging.cases.read.derivation.Derivation;
import no.oppfolging.cases.read.derivation.Derivations;
import no.oppfolging.cases.read.derivation.Derivations.Asked;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Why this date? The days, the law and the counting behind one deadline, as they stood at the end of any day. */
@Controller
public final class WhyPage {
    private final CaseOverviews cases;
    private final Derivations derivations;
    private final Decisions decisions;
    private final OwnDates ownDates;
    private final Directory directory;
    private final Clock clock;

    public WhyPage(
            CaseOverviews cases,
            Derivations derivations,
            Decisions decisions,
            OwnDates ownDates,
            Directory directory,
            Clock clock) {
        this.cases = cases;
        this.derivations = derivations;
        this.decisions = decisions;
        this.ownDates = ownDates;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/deadlines/{stage}")
    String why(
            @PathVariable UUID caseId,
            @PathVariable String stage,
            @ModelAttribute(AsOf.TYPED) AsOf asOf,
            BindingResult faults,
            Visit visit,
            Model model) {
        var sight = visit.to(new CaseId(caseId));
        var overview = cases.of(new CaseId(caseId)).orElseThrow(NotKnown::new);
        var knownAt = asOf.read(faults, clock.instant());
        var day = LegalDay.of(knownAt);
        var derivation = derivations.of(
                overview.employmentId(),
                new CaseId(caseId),
                WhyEndpoint.stage(stage),
                new Asked(knownAt, day, Optional.empty()));
        model.addAttribute("caseId", caseId);
        model.addAttribute("stage", WhyEndpoint.stage(stage));
        model.addAttribute("on", day);
        model.addAttribute(
                "employee",
                directory
                        .displayName(overview.employee())
                        .map(PersonalText::text)
                        .orElse(PersonalText.ERASED));
        model.addAttribute(
                "explained",
                decisions.of(overview.employmentId(), overview.caseId(), knownAt, sight, Horizon.NONE).stream()
                        .filter(one -> one.stage().name().equals(stage) && one.what() == What.EXPLAINED)
                        .reduce((_, last) -> last)
                        .filter(_ -> derivation.flatMap(Derivation::outcome).equals(Optional.of(Outcome.MISSED)))
                        .flatMap(Decision::explainedAs)
                        .orElse(null));
        model.addAttribute("why", derivation.orElse(null));
        model.addAttribute(
                "unheard",
                derivation.flatMap(Derivation::outcome).equals(Optional.of(Outcome.MISSED))
                        && !OtherDates.followed(overview).contains(WhyEndpoint.stage(stage)));
        model.addAttribute("zone", LegalDay.NORWAY);
        model.addAttribute(
                "ownDays", derivation.map(why -> ownDates.from(why.start())).orElse(List.of()));
        return "cases/why";
    }
}
