package no.oppfolging.cases.read.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.security.Sight;

/**
 * A case and its deadlines as they stand.
 *
 * @param knownUntil the last day of absence known so far; empty while an absence is open
 * @param partOf the case that absorbed this one
 * @param version of the employment's stream, when this was last changed
 */
public record CaseOverview(
        CaseId caseId,
        EmploymentId employmentId,
        OrganisationNumber organisation,
        PersonId employee,
        LocalDate startedOn,
        Optional<LocalDate> knownUntil,
        Optional<LocalDate> closedOn,
        Optional<CaseId> partOf,
        long version,
        List<CaseDeadline> deadlines) {
    /** The field of a deadline that says when its exemption is looked at again. */
    private static final String REVIEW = "reviewOn";

    public CaseOverview {
        deadlines = List.copyOf(deadlines);
    }

    /**
     * Without when exemptions are looked at again, for those who may not see that: one reason alone demands such a day,
     * so that it tells of the reason.
     */
    public CaseOverview seenBy(Sight sight) {
        return sight.sees(REVIEW) ? this : withoutReviews();
    }

    CaseOverview withoutReviews() {
        return with(deadlines.stream().map(CaseDeadline::withoutReview).toList());
    }

    /** Without what is open of some stages, which ask nothing of anybody as things are. */
    public CaseOverview sparing(Set<Stage> spared) {
        return with(deadlines.stream()
                .filter(deadline -> !(deadline.outcome() == Outcome.OPEN && spared.contains(deadline.stage())))
                .toList());
    }

    CaseOverview with(List<CaseDeadline> others) {
        return new CaseOverview(
                caseId, employmentId, organisation, employee, startedOn, knownUntil, closedOn, partOf, version, others);
    }

    /** The deadline that comes first of those that are open; in a closed case nothing comes next. */
    public Optional<CaseDeadline> next() {
        return deadlines.stream()
                .filter(deadline -> closedOn.isEmpty() && deadline.outcome() == Outcome.OPEN)
                .findFirst();
    }

    /**
     * A deadline as it stands.
     *
     * @param reviewOn when the decision that the duty is unnecessary is looked at again
     * @param explainedAs why it was missed, once somebody has said so
     * @param disputed whether the employee disagrees with the exemption, and waits for an answer
     */
    public record CaseDeadline(
            Stage stage,
            LocalDate dueOn,
            String ruleSet,
            String legalBasis,
            Outcome outcome,
            boolean receivedLate,
            boolean resumed,
            Optional<LocalDate> factOn,
            Optional<LocalDate> reviewOn,
            Optional<LatenessReason> explainedAs,
            boolean disputed) {
        private CaseDeadline withoutReview() {
            return new CaseDeadline(
                    stage,
                    dueOn,
                    ruleSet,
                    legalBasis,
                    outcome,
                    receivedLate,
                    resumed,
                    factOn,
                    Optional.empty(),
                    explainedAs,
                    disputed);
        }
    }
}
