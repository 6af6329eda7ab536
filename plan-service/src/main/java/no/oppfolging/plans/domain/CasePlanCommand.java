package no.oppfolging.plans.domain;

import java.time.LocalDate;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.ToldAt;

/** What someone may ask of a case's plan (planen i en oppfølgingssak). */
public sealed interface CasePlanCommand extends DomainCommand {
    CaseId caseId();

    @Override
    default CaseId target() {
        return caseId();
    }

    /** What follows from news of the case itself. */
    sealed interface CaseCommand extends CasePlanCommand {}

    /** A case has been opened: its plan belongs to this employment and this employee. */
    record FollowCase(CaseId caseId, EmploymentId employmentId, PersonId employee) implements CaseCommand {}

    /** Another case has become part of this one. */
    record AbsorbCase(CaseId caseId, CaseId absorbed) implements CaseCommand {}

    /** This case has become part of another; its id goes on answering for the plan it has. */
    record JoinCase(CaseId caseId, CaseId survivor, ToldAt toldAt) implements CaseCommand {}

    /** Another case is not part of this one after all. */
    record ReleaseCase(CaseId caseId, CaseId released) implements CaseCommand {}

    /** This case is not part of another after all; where it was over, it still is. */
    record LeaveCase(CaseId caseId, ToldAt toldAt) implements CaseCommand {}

    /** This case stands by itself again, or goes on after it was over. */
    record ResumeCase(CaseId caseId, ToldAt toldAt) implements CaseCommand {}

    /** The case is over; its plan may still be signed. */
    record EndCase(CaseId caseId, LocalDate endedOn) implements CaseCommand {}

    /** By when the law wants a plan, and how that stands. */
    record NoteDuty(CaseId caseId, Duty duty) implements CaseCommand {}

    /** What is asked of the plan. */
    sealed interface PlanCommand extends CasePlanCommand {
        PlanId planId();
    }

    /** Lays a draft before the two as the plan's next version (legge fram). */
    record PresentPlan(CaseId caseId, PlanId planId, PlanContent content, PersonalText salt) implements PlanCommand {}

    /** Signs exactly the version that was read (underskrive). */
    record SignPlan(
            CaseId caseId,
            PlanId planId,
            int version,
            PlanDigest digest,
            Party by,
            PersonId person,
            SignInMethod signInMethod)
            implements PlanCommand {}

    /** One of the two tells that a measure of the plan in force has been done (gjennomført tiltak). */
    record MarkMeasureDone(CaseId caseId, PlanId planId, MeasureId measureId) implements PlanCommand {}

    /** The leader notes that the version in force has been given to whoever certifies (sykmelder): aml § 4-6 (3). */
    record NotePlanGivenToDoctor(CaseId caseId, PlanId planId, int version, LocalDate givenOn, WayToDoctor way)
            implements PlanCommand {}

    /** That it had been given was noted by mistake. */
    record StrikePlanGivenToDoctor(CaseId caseId, PlanId planId, int version) implements PlanCommand {}

    /** The day of a measure of the plan in force is over (tiltak over fristen). */
    record NoteMeasureOverdue(CaseId caseId, PlanId planId, MeasureId measureId) implements PlanCommand {}

    /** The employee will not sign this version (nekte å underskrive). */
    record RefuseToSign(CaseId caseId, PlanId planId, int version, PersonId person, PersonalText reason)
            implements PlanCommand {}
}
