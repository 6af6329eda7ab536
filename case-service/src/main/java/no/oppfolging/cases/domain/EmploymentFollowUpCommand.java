package no.oppfolging.cases.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** What may be asked of the follow-up of one employment, by the HR system, the other services and the sweep. */
public sealed interface EmploymentFollowUpCommand extends DomainCommand {
    EmploymentId employmentId();

    @Override
    default EmploymentId target() {
        return employmentId();
    }

    /** The HR system says who is employed; said again without an end, an employment that had ended goes on. */
    record NoteEmployment(EmploymentId employmentId, long revision, PersonId employee)
            implements EmploymentFollowUpCommand {}

    record NoteEmploymentEnd(EmploymentId employmentId, long revision, LocalDate lastDay)
            implements EmploymentFollowUpCommand {}

    /**
     * The HR system describes an absence, the whole of it each time.
     *
     * @param to the last day; absent while nobody knows it
     * @param grade in percent; what is not said is whole
     */
    record RegisterAbsence(
            EmploymentId employmentId,
            UUID absenceId,
            long revision,
            AbsenceKind kind,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer grade,
            Instant reportedAt)
            implements EmploymentFollowUpCommand {}

    record WithdrawAbsence(EmploymentId employmentId, UUID absenceId, long revision)
            implements EmploymentFollowUpCommand {}

    /** Dialogue meeting 1 was held, as meeting-service has told. */
    record NoteDialogueMeetingHeld(EmploymentId employmentId, CaseId caseId, UUID meetingId, LocalDate heldOn)
            implements EmploymentFollowUpCommand {}

    /** Both have signed a version of the plan, as plan-service has told. */
    record NotePlanAgreed(EmploymentId employmentId, CaseId caseId, UUID planId, int version, LocalDate agreedOn)
            implements EmploymentFollowUpCommand {}

    /** The employer has given a version of the plan to whoever certifies, as plan-service has told. */
    record NotePlanGiven(EmploymentId employmentId, CaseId caseId, UUID planId, int version, LocalDate givenOn)
            implements EmploymentFollowUpCommand {}

    /** That it had been given was a mistake, as plan-service has told. */
    record NoteGivenPlanStruck(EmploymentId employmentId, CaseId caseId, UUID planId, int version)
            implements EmploymentFollowUpCommand {}

    /** Someone finds the meeting useful although the employee is partly at work: aml § 4-6 (4). */
    record AskForDialogueMeeting(EmploymentId employmentId, CaseId caseId, Asker askedBy, LocalDate askedOn)
            implements EmploymentFollowUpCommand {}

    /** A plan was laid before the two for signing, as plan-service has told; so there is one. */
    record NotePlanPresented(EmploymentId employmentId, CaseId caseId, UUID planId, int version)
            implements EmploymentFollowUpCommand {}

    /**
     * The leader finds that the duty is clearly unnecessary (åpenbart unødvendig): aml § 4-6 (3) and (4).
     *
     * @param reviewOn when it is looked at again
     */
    record ExemptDuty(
            EmploymentId employmentId,
            CaseId caseId,
            Stage stage,
            ExemptionReason reason,
            @Nullable LocalDate reviewOn) implements EmploymentFollowUpCommand {}

    /**
     * The leader has looked at the decision again: the duty is still clearly unnecessary.
     *
     * @param reviewOn when it is looked at next
     */
    record ReviewExemption(
            EmploymentId employmentId,
            CaseId caseId,
            Stage stage,
            ExemptionReason reason,
            @Nullable LocalDate reviewOn) implements EmploymentFollowUpCommand {}

    /** The duty applies after all. */
    record RevokeExemption(EmploymentId employmentId, CaseId caseId, Stage stage)
            implements EmploymentFollowUpCommand {}

    /** The employee does not find the duty unnecessary, and says so in own words. */
    record DisputeExemption(EmploymentId employmentId, CaseId caseId, Stage stage, PersonalText words)
            implements EmploymentFollowUpCommand {}

    /** The leader lets the decision stand, and says to the employee's disagreement what there is to say. */
    record AnswerDispute(EmploymentId employmentId, CaseId caseId, Stage stage, PersonalText words)
            implements EmploymentFollowUpCommand {}

    /** Why the day was missed; that it was missed stays. */
    record ExplainLateness(EmploymentId employmentId, CaseId caseId, Stage stage, LatenessReason reason)
            implements EmploymentFollowUpCommand {}

    /** Nothing more can be heard of any day up to this one: judge what was due, close what is over. */
    record JudgeDeadlines(EmploymentId employmentId, LocalDate through) implements EmploymentFollowUpCommand {}
}
