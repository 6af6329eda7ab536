package no.oppfolging.cases.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.KeptFor;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What has happened in the follow-up of one employment. Stored for ever: change only by adding.
 *
 * <p>Other people's facts come first, then what follows from them for the cases, then for the deadlines.
 */
public sealed interface EmploymentFollowUpEvent extends DomainEvent {
    EmploymentId employmentId();

    @Override
    default EmploymentId stream() {
        return employmentId();
    }

    /** A fact about the employment itself. */
    sealed interface EmploymentEvent extends EmploymentFollowUpEvent {
        long revision();
    }

    record EmploymentNoted(EmploymentId employmentId, long revision, PersonId employee) implements EmploymentEvent {}

    record EmploymentEndNoted(EmploymentId employmentId, long revision, LocalDate lastDay) implements EmploymentEvent {}

    /** A fact about one absence. */
    sealed interface AbsenceEvent extends EmploymentFollowUpEvent {
        UUID absenceId();

        long revision();
    }

    record AbsenceRegistered(
            EmploymentId employmentId,
            UUID absenceId,
            long revision,
            AbsenceKind kind,
            LocalDate from,
            @Nullable LocalDate to,
            int grade,
            Instant reportedAt)
            implements AbsenceEvent {}

    record AbsenceCorrected(
            EmploymentId employmentId,
            UUID absenceId,
            long revision,
            AbsenceKind kind,
            LocalDate from,
            @Nullable LocalDate to,
            int grade,
            Instant reportedAt)
            implements AbsenceEvent {}

    record AbsenceWithdrawn(EmploymentId employmentId, UUID absenceId, long revision) implements AbsenceEvent {}

    /** Something that concerns one case. */
    sealed interface CaseEvent extends EmploymentFollowUpEvent {
        CaseId caseId();

        /** The case that is another by it: of two that have become one, the one that is no more. */
        default CaseId changed() {
            return caseId();
        }

        @Override
        default Optional<CaseId> caseRef() {
            return Optional.of(caseId());
        }
    }

    /** @param end the last day known so far; absent while an absence is open */
    record CaseOpened(
            EmploymentId employmentId,
            CaseId caseId,
            PersonId employee,
            LocalDate start,
            @Nullable LocalDate end) implements CaseEvent {}

    record CasePeriodChanged(
            EmploymentId employmentId,
            CaseId caseId,
            LocalDate start,
            @Nullable LocalDate end) implements CaseEvent {}

    /** Two cases turned out to be one; the absorbed id leads to the survivor for as long as they are one. */
    record CasesMerged(EmploymentId employmentId, CaseId survivor, CaseId absorbed) implements CaseEvent {
        @Override
        public CaseId caseId() {
            return survivor;
        }

        @Override
        public CaseId changed() {
            return absorbed;
        }
    }

    /** One case turned out to be two; the later part, already opened or reopened, begins on {@code start}. */
    record CaseSplit(EmploymentId employmentId, CaseId kept, CaseId created, LocalDate start) implements CaseEvent {
        @Override
        public CaseId caseId() {
            return kept;
        }
    }

    record CaseClosed(EmploymentId employmentId, CaseId caseId, LocalDate lastDay, ClosingReason because)
            implements CaseEvent {}

    record CaseReopened(EmploymentId employmentId, CaseId caseId) implements CaseEvent {}

    record DialogueMeetingNoted(
            EmploymentId employmentId, CaseId caseId, UUID meetingId, LocalDate heldOn, Instant learnedAt)
            implements CaseEvent {}

    record AgreedPlanNoted(
            EmploymentId employmentId, CaseId caseId, UUID planId, int version, LocalDate agreedOn, Instant learnedAt)
            implements CaseEvent {}

    /** Whoever certifies has been given a version of the plan (sykmelder). */
    record GivenPlanNoted(
            EmploymentId employmentId, CaseId caseId, UUID planId, int version, LocalDate givenOn, Instant learnedAt)
            implements CaseEvent {}

    /** That it had been given was a mistake: what was met by it is owed again. */
    record StruckGivenPlanNoted(EmploymentId employmentId, CaseId caseId, UUID planId, int version)
            implements CaseEvent {}

    record DialogueMeetingAskedFor(EmploymentId employmentId, CaseId caseId, Asker askedBy, LocalDate askedOn)
            implements CaseEvent {}

    /** There is a plan, though perhaps not signed yet. */
    record PresentedPlanNoted(EmploymentId employmentId, CaseId caseId, UUID planId, int version, LocalDate learnedOn)
            implements CaseEvent {}

    /**
     * It was decided that a duty is clearly unnecessary; who decided stands with the event.
     *
     * @param reason an {@link ExemptionReason}, sealed, because it says something of somebody's health
     * @param reviewOn when it is looked at again; absent where that is not asked for
     */
    record DutyExempted(
            EmploymentId employmentId,
            CaseId caseId,
            Stage stage,
            @KeptFor(Purpose.REASON_CODE) PersonalText reason,
            LocalDate decidedOn,
            @Nullable LocalDate reviewOn)
            implements CaseEvent {}

    /**
     * It was looked at again, and the duty is still clearly unnecessary; that it was decided in time stays.
     *
     * @param reason an {@link ExemptionReason}, sealed, because it says something of somebody's health
     * @param reviewOn when it is looked at next; absent where that is not asked for
     */
    record ExemptionReviewed(
            EmploymentId employmentId,
            CaseId caseId,
            Stage stage,
            @KeptFor(Purpose.REASON_CODE) PersonalText reason,
            LocalDate reviewedOn,
            @Nullable LocalDate reviewOn)
            implements CaseEvent {}

    /** The day came, the employee was away, and the decision stood: there is nothing more to judge. */
    record ExemptionHeld(EmploymentId employmentId, CaseId caseId, Stage stage, LocalDate due) implements CaseEvent {}

    record ExemptionRevoked(EmploymentId employmentId, CaseId caseId, Stage stage, LocalDate revokedOn)
            implements CaseEvent {}

    /** The employee sees it otherwise; the decision stands until it is revoked. */
    record ExemptionDisputed(
            EmploymentId employmentId, CaseId caseId, Stage stage, PersonalText words, LocalDate disputedOn)
            implements CaseEvent {}

    /** The leader has answered, and the decision stands; the employee may still see it otherwise. */
    record DisputeAnswered(
            EmploymentId employmentId, CaseId caseId, Stage stage, PersonalText words, LocalDate answeredOn)
            implements CaseEvent {}

    /** Why a day was missed; the breach stays what it was. */
    record LatenessExplained(
            EmploymentId employmentId,
            CaseId caseId,
            Stage stage,
            LocalDate due,
            LatenessReason because,
            LocalDate explainedOn)
            implements CaseEvent {}

    /** Something that concerns one deadline of a case. */
    sealed interface DeadlineEvent extends CaseEvent {
        Stage stage();

        LocalDate due();
    }

    /** @param receivedLate whether the day had passed before anyone here could know of it; nobody is to blame */
    record DeadlineSet(
            EmploymentId employmentId,
            CaseId caseId,
            Stage stage,
            LocalDate due,
            String ruleSet,
            String legalBasis,
            boolean receivedLate)
            implements DeadlineEvent {}

    record DeadlineRecalculated(
            EmploymentId employmentId,
            CaseId caseId,
            Stage stage,
            LocalDate previouslyDue,
            LocalDate due,
            String ruleSet,
            String legalBasis,
            boolean receivedLate)
            implements DeadlineEvent {}

    /** @param fact the meeting or the plan that met it */
    record DeadlineMet(
            EmploymentId employmentId, CaseId caseId, Stage stage, LocalDate due, LocalDate factOn, UUID fact)
            implements DeadlineEvent {}

    record DeadlineMissed(EmploymentId employmentId, CaseId caseId, Stage stage, LocalDate due, boolean receivedLate)
            implements DeadlineEvent {}

    /** @param reviewOn when the decision behind it is looked at again */
    record DeadlineExempted(
            EmploymentId employmentId,
            CaseId caseId,
            Stage stage,
            LocalDate due,
            @Nullable LocalDate reviewOn) implements DeadlineEvent {}

    record DeadlineLapsed(EmploymentId employmentId, CaseId caseId, Stage stage, LocalDate due)
            implements DeadlineEvent {}

    record DeadlineNotRequired(EmploymentId employmentId, CaseId caseId, Stage stage, LocalDate due)
            implements DeadlineEvent {}

    /**
     * What was settled is open again.
     *
     * @param resumed whether it is due on the first new sick day after the one that was counted
     */
    record DeadlineRevived(
            EmploymentId employmentId,
            CaseId caseId,
            Stage stage,
            LocalDate due,
            String ruleSet,
            String legalBasis,
            boolean resumed,
            boolean receivedLate)
            implements DeadlineEvent {}

    /** Done in time, but learned after the day was judged; both stay in the history. */
    record DeadlineFoundMet(
            EmploymentId employmentId,
            CaseId caseId,
            Stage stage,
            LocalDate due,
            LocalDate factOn,
            UUID fact,
            Instant learnedAt)
            implements DeadlineEvent {}
}
