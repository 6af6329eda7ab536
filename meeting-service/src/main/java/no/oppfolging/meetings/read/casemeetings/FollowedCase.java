package no.oppfolging.meetings.read.casemeetings;

import java.util.Optional;
import no.oppfolging.meetings.domain.Duty;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;

/**
 * A case whose meetings are kept here.
 *
 * @param partOf the case it became part of
 * @param duty what the law asks of its dialogue meeting, once case-service has told
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
