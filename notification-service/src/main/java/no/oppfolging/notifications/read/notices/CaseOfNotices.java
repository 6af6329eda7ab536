package no.oppfolging.notifications.read.notices;

import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;

/** A case whose notices are kept here. */
public record CaseOfNotices(CaseId caseId, EmploymentId employmentId, PersonId employee) {}
