package no.oppfolging.cases.pages;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import no.oppfolging.cases.read.decisions.Decision;
import no.oppfolging.cases.read.decisions.Decisions;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.web.Versions;
import no.oppfolging.platform.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was decided about the duties of a case, over HTTP; why a duty is unnecessary is told to the two alone. */
@RestController
public final class DecisionsEndpoint {
    private final CaseAtHand cases;
    private final Decisions decisions;
    private final Clock clock;

    public DecisionsEndpoint(CaseAtHand cases, Decisions decisions, Clock clock) {
        this.cases = cases;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** In the order it was decided. */
    record Decided(List<Decision> decisions) {}

    @GetMapping("/api/cases/{caseId}/decisions")
    ResponseEntity<Decided> show(@PathVariable UUID caseId, Visit visit) {
        var sight = visit.to(new CaseId(caseId));
        var overview = cases.overview(new CaseId(caseId));
        var horizon = cases.horizon(overview, sight.actor().role());
        return Versions.shown(
                overview.version(),
                new Decided(decisions.of(overview.employmentId(), overview.caseId(), clock.instant(), sight, horizon)));
    }
}
