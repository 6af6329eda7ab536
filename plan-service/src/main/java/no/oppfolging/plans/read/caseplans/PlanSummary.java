package no.oppfolging.plans.read.caseplans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import no.oppfolging.plans.read.caseplans.PlanRow.Standing;

/** How far a case's plan has come, by its latest version, without what it says. */
public record PlanSummary(int number, Standing standing, Instant presentedAt, Optional<LocalDate> agreedOn) {}
