package no.oppfolging.cases.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.read.derivation.Simulation;
import no.oppfolging.cases.read.derivation.Simulations;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What "50 % from Monday" would change: a question, never a fact. */
@RestController
public final class SimulationEndpoint {
    private final CaseOverviews cases;
    private final Simulations simulations;
    private final Clock clock;

    public SimulationEndpoint(CaseOverviews cases, Simulations simulations, Clock clock) {
        this.cases = cases;
        this.simulations = simulations;
        this.clock = clock;
    }

    @GetMapping("/api/cases/{caseId}/simulation")
    Simulation simulate(
            @PathVariable UUID caseId,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam int grade,
            Visit visit) {
        var _ = visit.to(new CaseId(caseId));
        var overview = cases.of(new CaseId(caseId)).orElseThrow(NotKnown::new);
        return simulations
                .of(overview.employmentId(), new CaseId(caseId), from, Optional.ofNullable(to), grade, clock.instant())
                .orElseThrow(NotKnown::new);
    }
}
