package no.oppfolging.local.dryrun;

import java.time.LocalDate;
import no.oppfolging.cases.domain.TrialRun.TriedCase;

/** How the outcome is told: first every case, by employment and start, then every refused message. */
interface Report {
    void begin(LocalDate today);

    void tell(TriedCase tried);

    void tell(Rejection rejection);

    void end();
}
