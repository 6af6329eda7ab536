package no.oppfolging.plans.read.caseplans;

import java.util.Optional;
import no.oppfolging.plans.domain.Duty;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;

/**
 * A case whose plan is kept here.
 *
 * @param partOf the case it became part of
 * @param duty by when the law wants a plan, once case-service has told
 * @param ended whether it is over
 * @param version of its stream; the {@code ETag}
 */
public record FollowedCase(
        CaseId caseId,
        EmploymentId employmentId,
        PersonId employee,
        Optional<CaseId> partOf,
        Optional<Duty> duty,
        boolean ended,
        long version) {}
