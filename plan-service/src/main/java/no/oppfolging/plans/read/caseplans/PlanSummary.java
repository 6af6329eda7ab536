package no.oppfolging.plans.read.caseplans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import no.oppfolging.plans.read.caseplans.PlanRow.Standing;
import no.oppfolging.platform.kernel.LegalDay;

/** How far a case's plan has come, by its latest version, without what it says. */
public record PlanSummary(int number, Standing standing, Instant presentedAt, Optional<LocalDate> agreedOn) {
    public LocalDate presentedDay() {
        return LegalDay.of(presentedAt);
    }
}
