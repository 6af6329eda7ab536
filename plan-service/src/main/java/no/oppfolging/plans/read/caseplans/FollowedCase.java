package no.oppfolging.plans.read.caseplans;

import java.util.Optional;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;

/**
 * A case whose plan is kept here.
 *
 * @param partOf the case it became part of
 * @param version of its stream; the {@code ETag}
 */
public record FollowedCase(
        CaseId caseId, EmploymentId employmentId, PersonId employee, Optional<CaseId> partOf, long version) {}
