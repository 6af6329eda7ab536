package no.oppfolging.plans.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import no.oppfolging.platform.kernel.CaseStanding;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.ToldAt;

/**
 * The case the plan belongs to, as other news has told of it.
 *
 * @param as whose it is, as it was opened
 * @param duty what the law asks, once that is known
 */
record FollowedCase(CaseFollowed as, CaseStanding standing, Optional<Duty> duty, Fulfilment fulfilment) {
    static FollowedCase by(CaseFollowed event) {
        return new FollowedCase(event, CaseStanding.opened(), Optional.empty(), Fulfilment.none());
    }

    CaseId caseId() {
        return as.caseId();
    }

    List<CasePlanEvent> hear(CaseCommand news) {
        return switch (news) {
            case FollowCase again -> follow(again);
            case AbsorbCase absorb -> standing.absorb(absorb.absorbed(), other -> new CaseAbsorbed(caseId(), other));
            case JoinCase join -> standing.join(join.toldAt(), told -> joined(join.survivor(), told));
            case ReleaseCase release -> standing.release(release.released(), this::released);
            case LeaveCase leave -> standing.leave(leave.toldAt(), this::resumed, this::ended);
            case ResumeCase resume -> standing.resume(resume.toldAt(), this::resumed);
            case EndCase end -> standing.end(end.endedOn(), this::ended);
            case NoteDuty note -> note(note);
        };
    }

    /** While it is part of another. */
    List<CasePlanEvent> hear(ResumeCase resume, CaseId survivor) {
        return standing.resume(resume.toldAt(), this::resumed, told -> joined(survivor, told));
    }

    private List<CasePlanEvent> follow(FollowCase again) {
        PlanRefused.unless(
                again.employmentId().equals(as.employmentId())
                        && again.employee().equals(as.employee()),
                Rule.CASE_BELONGS_TO_ANOTHER_EMPLOYMENT);
        return List.of();
    }

    private List<CasePlanEvent> note(NoteDuty note) {
        return duty.filter(note.duty()::equals).isPresent()
                ? List.of()
                : List.of(new PlanDutyNoted(caseId(), note.duty()));
    }

    /** In a case that is over, nobody is told of it. */
    List<CasePlanEvent> noteOverdue(NoteMeasureOverdue note, Instant now) {
        return standing.isOver() ? List.of() : fulfilment.noteOverdue(note, now);
    }

    /** A plan that was presented here while the two were one stays here: its signatures name this case. */
    private CaseReleased released(CaseId other) {
        return new CaseReleased(caseId(), other);
    }

    private CaseJoined joined(CaseId survivor, ToldAt told) {
        return new CaseJoined(caseId(), survivor, told);
    }

    private CaseResumed resumed(ToldAt told) {
        return new CaseResumed(caseId(), told);
    }

    private CaseEnded ended(LocalDate on) {
        return new CaseEnded(caseId(), on);
    }

    FollowedCase with(CaseStanding next) {
        return new FollowedCase(as, next, duty, fulfilment);
    }

    FollowedCase with(Duty next) {
        return new FollowedCase(as, standing, Optional.of(next), fulfilment);
    }

    FollowedCase with(Fulfilment next) {
        return new FollowedCase(as, standing, duty, next);
    }

    PlanPresented present(PresentPlan present, int version, Instant now) {
        present.content().requireSubject(as.employee());
        requireSubject(present.salt());
        present.content().refuseUnlessPresentable(LegalDay.of(now));
        var document = new PlanDocument(caseId(), present.planId(), version, present.content(), present.salt());
        return new PlanPresented(
                caseId(), present.planId(), version, present.content(), present.salt(), document.digest());
    }

    void refuseUnlessMaySign(SignPlan sign) {
        switch (sign.by()) {
            case EMPLOYEE -> refuseUnlessEmployee(sign.person());
            case MANAGER ->
                PlanRefused.unless(!sign.person().equals(as.employee()), Rule.EMPLOYEE_DOES_NOT_SIGN_AS_MANAGER);
        }
    }

    void refuseUnlessEmployee(PersonId person) {
        PlanRefused.unless(person.equals(as.employee()), Rule.ONLY_THE_EMPLOYEE_ANSWERS_AS_EMPLOYEE);
    }

    void requireSubject(PersonalText text) {
        if (!text.subject().equals(as.employee())) {
            throw new IllegalArgumentException("The subject of every text in a case is its employee");
        }
    }
}
