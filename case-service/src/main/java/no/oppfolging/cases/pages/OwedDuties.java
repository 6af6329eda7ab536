package no.oppfolging.cases.pages;

import java.time.Clock;
import no.oppfolging.cases.read.derivation.CaseFigures;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.platform.kernel.LegalDay;

/** What a case asks people to do, told to those who are to do it: without the duties that as things are bind nobody. */
public final class OwedDuties {
    private final CaseFigures figures;
    private final Clock clock;

    public OwedDuties(CaseFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    CaseOverview in(CaseOverview overview) {
        return overview.next().isEmpty()
                ? overview
                : figures.of(overview.employmentId(), overview.caseId(), LegalDay.of(clock.instant()))
                        .map(known -> overview.sparing(known.spared()))
                        .orElse(overview);
    }
}
