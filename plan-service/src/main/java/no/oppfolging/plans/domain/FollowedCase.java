package no.oppfolging.plans.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.AbsorbCase;
import no.oppfolging.plans.domain.CasePlanCommand.CaseCommand;
import no.oppfolging.plans.domain.CasePlanCommand.EndCase;
import no.oppfolging.plans.domain.CasePlanCommand.FollowCase;
import no.oppfolging.plans.domain.CasePlanCommand.JoinCase;
import no.oppfolging.plans.domain.CasePlanCommand.LeaveCase;
import no.oppfolging.plans.domain.CasePlanCommand.NoteDuty;
import no.oppfolging.plans.domain.CasePlanCommand.NoteMeasureOverdue;
import no.oppfolging.plans.domain.CasePlanCommand.PresentPlan;
import no.oppfolging.plans.domain.CasePlanCommand.ReleaseCase;
import no.oppfolging.plans.domain.CasePlanCommand.ResumeCase;
import no.oppfolging.plans.domain.CasePlanCommand.SignPlan;
import no.oppfolging.plans.domain.CasePlanEvent.CaseAbsorbed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseEnded;
import no.oppfolging.plans.domain.CasePlanEvent.CaseFollowed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseJoined;
import no.oppfolging.plans.domain.CasePlanEvent.CaseReleased;
import no.oppfolging.plans.domain.CasePlanEvent.CaseResumed;
import no.oppfolging.plans.domain.CasePlanEvent.PlanDutyNoted;
import no.oppfolging.plans.domain.CasePlanEvent.PlanPresented;
import no.oppfolging.plans.domain.PlanRefused.Rule;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.ToldAt;

/**
 * The case the plan belongs to, as other news has told of it.
 *
 * @param duty what the law asks, once that is known
 * @param endedOn its last day, once it is over
 * @param heard the latest news of whether it stands by itself: other cases' news of that may come late
 */
record FollowedCase(
        CaseId caseId,
        EmploymentId employmentId,
        PersonId employee,
        Set<CaseId> absorbed,
        Optional<Duty> duty,
        Optional<LocalDate> endedOn,
        Fulfilment fulfilment,
        ToldAt heard) {
    public FollowedCase {
        absorbed = Set.copyOf(absorbed);
    }

    static FollowedCase by(CaseFollowed event) {
        return new FollowedCase(
                event.caseId(),
                event.employmentId(),
                event.employee(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Fulfilment.none(),
                ToldAt.BEFORE_ALL);
    }

    List<CasePlanEvent> hear(CaseCommand news) {
        return switch (news) {
            case FollowCase again -> follow(again);
            case AbsorbCase absorb -> absorb(absorb);
            case JoinCase join -> join(join);
            case ReleaseCase release -> release(release);
            case LeaveCase leave -> leave(leave);
            case ResumeCase resume -> resume(resume);
            case EndCase end -> isOver() ? List.of() : List.of(new CaseEnded(caseId, end.endedOn()));
            case NoteDuty note -> note(note);
        };
    }

    private List<CasePlanEvent> follow(FollowCase again) {
        PlanRefused.unless(
                again.employmentId().equals(employmentId) && again.employee().equals(employee),
                Rule.CASE_BELONGS_TO_ANOTHER_EMPLOYMENT);
        return List.of();
    }

    private List<CasePlanEvent> absorb(AbsorbCase absorb) {
        return absorbed.contains(absorb.absorbed()) ? List.of() : List.of(new CaseAbsorbed(caseId, absorb.absorbed()));
    }

    /** A plan that was presented here while the two were one stays here: its signatures name this case. */
    private List<CasePlanEvent> release(ReleaseCase release) {
        return absorbed.contains(release.released())
                ? List.of(new CaseReleased(caseId, release.released()))
                : List.of();
    }

    /** To stand by itself again is not to go on: whether the case is over, news of its own tells. */
    private List<CasePlanEvent> leave(LeaveCase leave) {
        if (!isNews(leave.toldAt())) {
            return List.of();
        }
        var resumed = resumed(leave.toldAt());
        return endedOn.<List<CasePlanEvent>>map(day -> List.of(resumed, new CaseEnded(caseId, day)))
                .orElseGet(() -> List.of(resumed));
    }

    /** That it goes on is news of its own, and holds even where it is known what became of it since. */
    List<CasePlanEvent> resume(ResumeCase resume) {
        if (isNews(resume.toldAt())) {
            return List.of(resumed(resume.toldAt()));
        }
        return isOver() ? List.of(resumed(heard)) : List.of();
    }

    private List<CasePlanEvent> join(JoinCase join) {
        return isNews(join.toldAt()) ? List.of(joined(join.survivor(), join.toldAt())) : List.of();
    }

    private CaseResumed resumed(ToldAt told) {
        return new CaseResumed(caseId, told);
    }

    CaseJoined joined(CaseId survivor, ToldAt told) {
        return new CaseJoined(caseId, survivor, told);
    }

    boolean isNews(ToldAt told) {
        return told.isAfter(heard);
    }

    private boolean isOver() {
        return endedOn.isPresent();
    }

    private List<CasePlanEvent> note(NoteDuty note) {
        return duty.filter(note.duty()::equals).isPresent()
                ? List.of()
                : List.of(new PlanDutyNoted(caseId, note.duty()));
    }

    FollowedCase absorbing(CaseId other) {
        var more = new HashSet<>(absorbed);
        more.add(other);
        return new FollowedCase(caseId, employmentId, employee, more, duty, endedOn, fulfilment, heard);
    }

    FollowedCase releasing(CaseId other) {
        var fewer = new HashSet<>(absorbed);
        fewer.remove(other);
        return new FollowedCase(caseId, employmentId, employee, fewer, duty, endedOn, fulfilment, heard);
    }

    FollowedCase ended(Optional<LocalDate> now) {
        return new FollowedCase(caseId, employmentId, employee, absorbed, duty, now, fulfilment, heard);
    }

    FollowedCase hearing(ToldAt now) {
        return new FollowedCase(caseId, employmentId, employee, absorbed, duty, endedOn, fulfilment, now);
    }

    FollowedCase with(Duty next) {
        return new FollowedCase(
                caseId, employmentId, employee, absorbed, Optional.of(next), endedOn, fulfilment, heard);
    }

    FollowedCase with(Fulfilment next) {
        return new FollowedCase(caseId, employmentId, employee, absorbed, duty, endedOn, next, heard);
    }

    /** In a case that is over, nobody is told of it. */
    List<CasePlanEvent> noteOverdue(NoteMeasureOverdue note, Instant now) {
        return isOver() ? List.of() : fulfilment.noteOverdue(note, now);
    }

    PlanPresented present(PresentPlan present, int version, Instant now) {
        present.content().requireSubject(employee);
        requireSubject(present.salt());
        present.content().refuseUnlessPresentable(LegalDay.of(now));
        var document = new PlanDocument(caseId, present.planId(), version, present.content(), present.salt());
        return new PlanPresented(
                caseId, present.planId(), version, present.content(), present.salt(), document.digest());
    }

    void refuseUnlessMaySign(SignPlan sign) {
        switch (sign.by()) {
            case EMPLOYEE -> refuseUnlessEmployee(sign.person());
            case MANAGER -> PlanRefused.unless(!sign.person().equals(employee), Rule.EMPLOYEE_DOES_NOT_SIGN_AS_MANAGER);
        }
    }

    void refuseUnlessEmployee(PersonId person) {
        PlanRefused.unless(person.equals(employee), Rule.ONLY_THE_EMPLOYEE_ANSWERS_AS_EMPLOYEE);
    }

    void requireSubject(PersonalText text) {
        if (!text.subject().equals(employee)) {
            throw new IllegalArgumentException("The subject of every text in a case is its employee");
        }
    }
}
