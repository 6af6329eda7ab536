package no.oppfolging.cases.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.read.derivation.Derivation;
import no.oppfolging.cases.read.derivation.Derivations;
import no.oppfolging.cases.read.derivation.Derivations.Asked;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a deadline falls on its day, over HTTP: as it was known at any instant, on any day, by any rule set. */
@RestController
public final class WhyEndpoint {
    private final CaseOverviews cases;
    private final Derivations derivations;
    private final Clock clock;

    public WhyEndpoint(CaseOverviews cases, Derivations derivations, Clock clock) {
        this.cases = cases;
        this.derivations = derivations;
        this.clock = clock;
    }

    @GetMapping("/api/cases/{caseId}/deadlines/{stage}/derivation")
    Derivation why(
            @PathVariable UUID caseId,
            @PathVariable String stage,
            @RequestParam @Nullable Instant knownAt,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam @Nullable String rules,
            Visit visit) {
        var _ = visit.to(new CaseId(caseId));
        var overview = cases.of(new CaseId(caseId)).orElseThrow(NotKnown::new);
        var known = knownAt == null ? clock.instant() : knownAt;
        return derivations
                .of(
                        overview.employmentId(),
                        new CaseId(caseId),
                        stage(stage),
                        new Asked(known, on == null ? LegalDay.of(known) : on, Optional.ofNullable(rules)))
                .orElseThrow(NotKnown::new);
    }

    static Stage stage(String name) {
        for (var stage : Stage.values()) {
            if (stage.name().equals(name)) {
                return stage;
            }
        }
        throw new NotKnown();
    }
}
