package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.MARCH;
import static no.oppfolging.cases.domain.History.day;

import java.time.LocalDate;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RevokeExemption;
import org.jspecify.annotations.Nullable;

/** Decisions that a duty in the case of March is clearly unnecessary, and that it is owed after all. */
final class SomeExemptions {
    static final ExemptDuty NO_PLAN = exempt(ExemptionReason.RETURNS_WITHOUT_ADAPTATION, null);
    static final ExemptDuty NO_MEETING_NOW =
            exempt(ExemptionReason.SERIOUS_ILLNESS_MEETING_NOT_MEANINGFUL_NOW, day("2026-04-15"));

    private SomeExemptions() {}

    static ExemptDuty exempt(ExemptionReason reason, @Nullable LocalDate reviewOn) {
        return new ExemptDuty(JOB, MARCH, reason.stage(), reason, reviewOn);
    }

    static RevokeExemption revoke(Stage stage) {
        return new RevokeExemption(JOB, MARCH, stage);
    }
}
