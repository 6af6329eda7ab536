package no.oppfolging.plans.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.AbsorbCase;
import no.oppfolging.plans.domain.CasePlanCommand.CaseCommand;
import no.oppfolging.plans.domain.CasePlanCommand.EndCase;
import no.oppfolging.plans.domain.CasePlanCommand.FollowCase;
import no.oppfolging.plans.domain.CasePlanCommand.JoinCase;
import no.oppfolging.plans.domain.CasePlanCommand.LeaveCase;
import no.oppfolging.plans.domain.CasePlanCommand.MarkMeasureDone;
import no.oppfolging.plans.domain.CasePlanCommand.NoteDuty;
import no.oppfolging.plans.domain.CasePlanCommand.NoteMeasureOverdue;
import no.oppfolging.plans.domain.CasePlanCommand.NotePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanCommand.PresentPlan;
import no.oppfolging.plans.domain.CasePlanCommand.ReleaseCase;
import no.oppfolging.plans.domain.CasePlanCommand.ResumeCase;
import no.oppfolging.plans.domain.CasePlanCommand.SignPlan;
import no.oppfolging.plans.domain.CasePlanCommand.StrikePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent.CaseAbsorbed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseEnded;
import no.oppfolging.plans.domain.CasePlanEvent.CaseFollowed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseJoined;
import no.oppfolging.plans.domain.CasePlanEvent.CaseReleased;
import no.oppfolging.plans.domain.CasePlanEvent.CaseResumed;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureDone;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureFoundOverdue;
import no.oppfolging.plans.domain.CasePlanEvent.PlanDutyNoted;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctorStruck;
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
 * @param inForce the version both have signed last
 * @param done the measures that have been done, in whichever version
 * @param told until which day each measure has been told of as overdue
 * @param given which versions have been given to the doctor, by their numbers
 * @param heard the latest news of whether it stands by itself: other cases' news of that may come late
 */
record FollowedCase(
        CaseId caseId,
        EmploymentId employmentId,
        PersonId employee,
        Set<CaseId> absorbed,
        Optional<Duty> duty,
        Optional<LocalDate> endedOn,
        Optional<InForce> inForce,
        Set<MeasureId> done,
        Map<MeasureId, LocalDate> told,
        Map<Integer, Given> given,
        ToldAt heard) {
    /** The version both have signed last, and since when. */
    record InForce(PlanVersion version, LocalDate since) {}

    /** When and how a version was given to the doctor. */
    record Given(LocalDate on, WayToDoctor way) {}

    public FollowedCase {
        absorbed = Set.copyOf(absorbed);
        done = Set.copyOf(done);
        told = Map.copyOf(told);
        given = Map.copyOf(given);
    }

    static FollowedCase by(CaseFollowed event) {
        return new FollowedCase(
                event.caseId(),
                event.employmentId(),
                event.employee(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                Map.of(),
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
        return new FollowedCase(caseId, employmentId, employee, more, duty, endedOn, inForce, done, told, given, heard);
    }

    FollowedCase releasing(CaseId other) {
        var fewer = new HashSet<>(absorbed);
        fewer.remove(other);
        return new FollowedCase(
                caseId, employmentId, employee, fewer, duty, endedOn, inForce, done, told, given, heard);
    }

    FollowedCase ended(Optional<LocalDate> now) {
        return new FollowedCase(caseId, employmentId, employee, absorbed, duty, now, inForce, done, told, given, heard);
    }

    FollowedCase hearing(ToldAt now) {
        return new FollowedCase(
                caseId, employmentId, employee, absorbed, duty, endedOn, inForce, done, told, given, now);
    }

    FollowedCase with(Duty next) {
        return new FollowedCase(
                caseId,
                employmentId,
                employee,
                absorbed,
                Optional.of(next),
                endedOn,
                inForce,
                done,
                told,
                given,
                heard);
    }

    FollowedCase inForce(PlanVersion agreed, LocalDate since) {
        return new FollowedCase(
                caseId,
                employmentId,
                employee,
                absorbed,
                duty,
                endedOn,
                Optional.of(new InForce(agreed, since)),
                done,
                told,
                given,
                heard);
    }

    FollowedCase doing(MeasureId measure) {
        var more = new HashSet<>(done);
        more.add(measure);
        return new FollowedCase(
                caseId, employmentId, employee, absorbed, duty, endedOn, inForce, more, told, given, heard);
    }

    List<CasePlanEvent> markDone(MarkMeasureDone mark, Instant now) {
        var version = inForce.map(InForce::version)
                .filter(agreed -> agreed.planned(mark.measureId()).isPresent())
                .orElseThrow(() -> new PlanRefused(Rule.MEASURE_IS_NOT_IN_FORCE, Map.of()));
        return done.contains(mark.measureId())
                ? List.of()
                : List.of(new MeasureDone(
                        caseId, version.planId(), version.number(), mark.measureId(), LegalDay.of(now)));
    }

    FollowedCase telling(MeasureId measure, LocalDate dueOn) {
        var more = new HashMap<>(told);
        more.put(measure, dueOn);
        return new FollowedCase(
                caseId, employmentId, employee, absorbed, duty, endedOn, inForce, done, more, given, heard);
    }

    /** Who looks may have looked too early or too late: then there is nothing to tell. */
    List<CasePlanEvent> noteOverdue(NoteMeasureOverdue note, Instant now) {
        if (isOver() || inForce.isEmpty() || done.contains(note.measureId())) {
            return List.of();
        }
        var version = inForce.get().version();
        return version.planned(note.measureId()).stream()
                .filter(measure -> measure.isOverdueOn(LegalDay.of(now)) && !isTold(measure))
                .<CasePlanEvent>map(measure -> new MeasureFoundOverdue(
                        caseId, version.planId(), version.number(), measure.id(), measure.dueOn()))
                .toList();
    }

    /** A later version with the same day, or an earlier one, is no news; a later day the two have agreed on is. */
    private boolean isTold(PlannedMeasure measure) {
        var until = told.get(measure.id());
        return until != null && !measure.dueOn().isAfter(until);
    }

    /** Only what both have signed is given on, and the same version once. */
    List<CasePlanEvent> give(NotePlanGivenToDoctor note, Instant now) {
        var agreed = inForce.filter(one -> one.version().number() == note.version())
                .orElseThrow(() -> new PlanRefused(Rule.PLAN_IS_NOT_IN_FORCE, Map.of()));
        PlanRefused.unless(
                !note.givenOn().isBefore(agreed.since()) && !note.givenOn().isAfter(LegalDay.of(now)),
                Rule.PLAN_IS_GIVEN_ONCE_AGREED);
        var known = Optional.ofNullable(given.get(note.version()));
        PlanRefused.unless(
                known.filter(one -> !one.equals(new Given(note.givenOn(), note.way())))
                        .isEmpty(),
                Rule.PLAN_IS_GIVEN_ALREADY);
        return known.isPresent()
                ? List.of()
                : List.of(new PlanGivenToDoctor(caseId, note.planId(), note.version(), note.givenOn(), note.way()));
    }

    List<CasePlanEvent> strike(StrikePlanGivenToDoctor strike) {
        return given.containsKey(strike.version())
                ? List.of(new PlanGivenToDoctorStruck(caseId, strike.planId(), strike.version()))
                : List.of();
    }

    FollowedCase giving(int version, Given one) {
        var more = new HashMap<>(given);
        more.put(version, one);
        return withGiven(more);
    }

    FollowedCase striking(int version) {
        var fewer = new HashMap<>(given);
        fewer.remove(version);
        return withGiven(fewer);
    }

    private FollowedCase withGiven(Map<Integer, Given> all) {
        return new FollowedCase(
                caseId, employmentId, employee, absorbed, duty, endedOn, inForce, done, told, all, heard);
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
