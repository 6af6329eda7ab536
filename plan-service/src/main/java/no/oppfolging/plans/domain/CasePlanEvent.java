package no.oppfolging.plans.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.KeptFor;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.kernel.ToldAt;
import no.oppfolging.platform.kernel.ToldWith;

/** What has happened to a case's plan. Stored for ever: change only by adding. */
public sealed interface CasePlanEvent extends DomainEvent {
    CaseId caseId();

    @Override
    default CaseId stream() {
        return caseId();
    }

    @Override
    default Optional<CaseId> caseRef() {
        return Optional.of(caseId());
    }

    /** What has happened to the case itself. */
    sealed interface CaseEvent extends CasePlanEvent {}

    record CaseFollowed(CaseId caseId, EmploymentId employmentId, PersonId employee) implements CaseEvent {}

    record CaseAbsorbed(CaseId caseId, CaseId absorbed) implements CaseEvent {}

    /** @param toldAt where the news of it stands in case-service's log */
    record CaseJoined(CaseId caseId, CaseId survivor, ToldAt toldAt) implements CaseEvent {}

    record CaseReleased(CaseId caseId, CaseId released) implements CaseEvent {}

    /** The case stands by itself again, or goes on after it was over. */
    record CaseResumed(CaseId caseId, ToldAt toldAt) implements CaseEvent {}

    record CaseEnded(CaseId caseId, LocalDate endedOn) implements CaseEvent {}

    record PlanDutyNoted(CaseId caseId, Duty duty) implements CaseEvent {}

    /** What has happened to the plan. */
    sealed interface PlanEvent extends CasePlanEvent {
        PlanId planId();

        int version();
    }

    record PlanPresented(
            CaseId caseId,
            PlanId planId,
            int version,
            PlanContent content,
            @KeptFor(Purpose.EVIDENCE) PersonalText salt,
            PlanDigest digest)
            implements PlanEvent {}

    record PlanSigned(
            CaseId caseId,
            PlanId planId,
            int version,
            PlanDigest digest,
            Party by,
            PersonId person,
            SignInMethod signInMethod,
            Instant signedAt)
            implements PlanEvent {}

    @ToldWith("refusal")
    record SigningRefused(CaseId caseId, PlanId planId, int version, PersonId person, PersonalText reason)
            implements PlanEvent {}

    /** The version was changed before both had signed: what was signed counts no more. */
    record SignaturesVoided(CaseId caseId, PlanId planId, int version, List<Party> signedBy) implements PlanEvent {
        public SignaturesVoided {
            signedBy = List.copyOf(signedBy);
        }
    }

    /** A measure of the version in force has been done; it is done in later versions too. */
    record MeasureDone(CaseId caseId, PlanId planId, int version, MeasureId measureId, LocalDate doneOn)
            implements PlanEvent {}

    /** A measure of the version in force was not marked as done by its day (svikt); told of once for that day. */
    record MeasureFoundOverdue(CaseId caseId, PlanId planId, int version, MeasureId measureId, LocalDate dueOn)
            implements PlanEvent {}

    /** Both have signed the same version (enighet): the plan of aml § 4-6 (3) exists since this day. */
    record PlanAgreed(CaseId caseId, PlanId planId, int version, PlanDigest digest, LocalDate agreedOn)
            implements PlanEvent {}

    /** The version in force has been given to whoever certifies (sykmelder): aml § 4-6 (3). */
    record PlanGivenToDoctor(CaseId caseId, PlanId planId, int version, LocalDate givenOn, WayToDoctor way)
            implements PlanEvent {}

    /** That it had been given was noted by mistake; whoever reads on sees both. */
    record PlanGivenToDoctorStruck(CaseId caseId, PlanId planId, int version) implements PlanEvent {}
}
