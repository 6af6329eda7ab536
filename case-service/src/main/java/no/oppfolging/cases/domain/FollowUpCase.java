package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.Course.FREE_DAYS_THAT_END_A_COURSE;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AgreedPlanNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasePeriodChanged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineSet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingAskedFor;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DisputeAnswered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DutyExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionDisputed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionHeld;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionReviewed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionRevoked;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.GivenPlanNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.LatenessExplained;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.PresentedPlanNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.StruckGivenPlanNoted;
import no.oppfolging.cases.domain.Fact.DialogueMeetingAsked;
import no.oppfolging.cases.domain.Fact.Disputed;
import no.oppfolging.cases.domain.Fact.Done;
import no.oppfolging.cases.domain.Fact.Exempted;
import no.oppfolging.cases.domain.Fact.ExemptionEnded;
import no.oppfolging.cases.domain.Fact.PlanPresented;
import no.oppfolging.platform.kernel.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * One follow-up case (oppfølgingssak): a course with a lasting id, its deadlines, and the facts they turn on.
 *
 * @param end the last day known; absent while the course goes on
 * @param survivor the case that has absorbed this one
 * @param splitFrom the case that had its days before it turned out to be two
 * @param closedOn the last day it was told to have had, while it is over
 */
record FollowUpCase(
        CaseId id,
        LocalDate start,
        @Nullable LocalDate end,
        Standing standing,
        @Nullable CaseId survivor,
        @Nullable CaseId splitFrom,
        @Nullable LocalDate closedOn,
        Map<Stage, FollowedDeadline> deadlines,
        List<Fact> facts) {

    /** Whether the case is followed, and if not, why. */
    enum Standing {
        OPEN,
        CLOSED,
        /** Nothing is left of it; what it was is remembered, should its days come back. */
        EMPTIED,
        /** Another case has its days now. */
        ABSORBED
    }

    static final Comparator<FollowUpCase> EARLIEST_FIRST = Comparator.comparing(FollowUpCase::start);

    FollowUpCase {
        deadlines = Map.copyOf(deadlines);
        facts = List.copyOf(facts);
    }

    static FollowUpCase of(CaseOpened event) {
        return new FollowUpCase(
                event.caseId(), event.start(), event.end(), Standing.OPEN, null, null, null, Map.of(), List.of());
    }

    FollowUpCase evolve(CaseEvent event) {
        return switch (event) {
            case CaseOpened e -> of(e);
            case CasePeriodChanged e -> during(e.start(), e.end());
            case CaseReopened _ -> standing(Standing.OPEN, null);
            case CaseClosed e ->
                standing(e.because() == ClosingReason.NOTHING_LEFT ? Standing.EMPTIED : Standing.CLOSED, null)
                        .closedOn(e.lastDay());
            case CasesMerged e -> e.absorbed().equals(id) ? standing(Standing.ABSORBED, e.survivor()) : this;
            case CaseSplit _ -> this;
            case DialogueMeetingNoted e -> with(new Done(Stage.DM1, e.meetingId(), 1, e.heldOn(), e.learnedAt()));
            case AgreedPlanNoted e -> with(new Done(Stage.PLAN, e.planId(), e.version(), e.agreedOn(), e.learnedAt()));
            case GivenPlanNoted e ->
                with(new Done(Stage.PLAN_TO_DOCTOR, e.planId(), e.version(), e.givenOn(), e.learnedAt()));
            case StruckGivenPlanNoted e -> without(List.copyOf(given(e.planId(), e.version())));
            case DialogueMeetingAskedFor e -> with(new DialogueMeetingAsked(e.askedBy(), e.askedOn()));
            case PresentedPlanNoted e -> with(new PlanPresented(e.planId(), e.version(), e.learnedOn()));
            case DutyExempted e -> with(new Exempted(e.stage(), e.reason(), e.decidedOn(), e.reviewOn()));
            case ExemptionReviewed e -> reviewed(e).undisputed(e.stage());
            case ExemptionHeld e -> held(e);
            case ExemptionRevoked e -> revoked(e).undisputed(e.stage());
            case ExemptionDisputed e -> disputed(e);
            case DisputeAnswered e -> undisputed(e.stage());
            case LatenessExplained e -> explained(e);
            case DeadlineEvent e -> evolveDeadline(e);
        };
    }

    private FollowUpCase evolveDeadline(DeadlineEvent event) {
        var known = deadlines.get(event.stage());
        if (event instanceof DeadlineSet set) {
            return with(event.stage(), FollowedDeadline.of(set));
        }
        return known == null ? this : with(event.stage(), known.evolve(event));
    }

    private FollowUpCase held(ExemptionHeld event) {
        var known = deadlines.get(event.stage());
        return known == null ? this : with(event.stage(), known.held());
    }

    private FollowUpCase explained(LatenessExplained event) {
        var known = deadlines.get(event.stage());
        return known == null ? this : with(event.stage(), known.explained(event.because()));
    }

    private FollowUpCase reviewed(ExemptionReviewed event) {
        return withFacts(facts.stream()
                .map(fact -> fact instanceof Exempted exempted && exempted.stage() == event.stage()
                        ? exempted.reviewed(event.reason(), event.reviewOn())
                        : fact)
                .toList());
    }

    private FollowUpCase revoked(ExemptionRevoked event) {
        return withFacts(facts.stream()
                .map(fact -> fact instanceof Exempted exempted && exempted.stage() == event.stage()
                        ? exempted.revoked(event.revokedOn())
                        : fact)
                .toList());
    }

    private FollowUpCase disputed(ExemptionDisputed event) {
        var decidedOn = facts.stream()
                .filter(fact -> exempts(fact, event.stage()))
                .map(Fact::on)
                .min(Comparator.naturalOrder())
                .orElse(event.disputedOn());
        return undisputed(event.stage()).with(new Disputed(event.stage(), decidedOn, event.disputedOn()));
    }

    private FollowUpCase undisputed(Stage stage) {
        return without(facts.stream().filter(fact -> disputes(fact, stage)).toList());
    }

    private static boolean disputes(Fact fact, Stage stage) {
        return fact instanceof Disputed disputed && disputed.stage() == stage;
    }

    private static boolean exempts(Fact fact, Stage stage) {
        return fact instanceof Exempted exempted && exempted.stage() == stage;
    }

    FollowUpCase splitFrom(CaseId kept) {
        return new FollowUpCase(id, start, end, standing, survivor, kept, closedOn, deadlines, facts);
    }

    private FollowUpCase closedOn(LocalDate day) {
        return new FollowUpCase(id, start, end, standing, survivor, splitFrom, day, deadlines, facts);
    }

    boolean isLiving() {
        return standing == Standing.OPEN || standing == Standing.CLOSED;
    }

    boolean is(Standing expected) {
        return standing == expected;
    }

    boolean isDuring(Course course) {
        return start.equals(course.start()) && Objects.equals(end, course.knownEnd());
    }

    /** Whether the course has days of this case, or lies so near that the two would have counted as one. */
    boolean isNear(Course course) {
        var courseEnd = course.knownEnd();
        var beginsInTime = end == null || !course.start().isAfter(end.plusDays(FREE_DAYS_THAT_END_A_COURSE));
        var endsLateEnough = courseEnd == null || !start.isAfter(courseEnd.plusDays(FREE_DAYS_THAT_END_A_COURSE));
        return beginsInTime && endsLateEnough;
    }

    /**
     * Whether the course brings back days of this case, that was given up. If its end was not known by then, only its
     * first day is sure: what begins long after that is a sickness of its own.
     */
    boolean comesBackIn(Course course) {
        return during(start, end == null ? start : end).isNear(course);
    }

    /** The earliest thing done that meets the stage, if it was in time. */
    Optional<Done> doneInTime(Stage stage, LocalDate due) {
        return done().filter(done -> done.stage() == stage && !done.on().isAfter(due))
                .min(Comparator.comparing(Done::on).thenComparing(Done::learnedAt));
    }

    boolean knows(Done fact) {
        return done().anyMatch(fact::isSameAs);
    }

    /** The decision that the duty is unnecessary, while it stands. */
    Optional<Exempted> exemption(Stage stage) {
        return facts.stream()
                .filter(fact -> exempts(fact, stage))
                .map(Exempted.class::cast)
                .findFirst();
    }

    /** Whether the employee waits for an answer to a disagreement with it. */
    boolean isDisputed(Stage stage) {
        return facts.stream().anyMatch(fact -> disputes(fact, stage));
    }

    /** Whether the duty was ever unnecessary and is not any more. */
    boolean wasExempt(Stage stage) {
        return ended(stage).findAny().isPresent();
    }

    /** When the duty came to apply again, if it was unnecessary on its day and that had been decided in time. */
    Optional<LocalDate> exemptUntil(Stage stage, LocalDate due) {
        return ended(stage)
                .filter(ended -> ended.excuses(due))
                .map(ExemptionEnded::on)
                .max(Comparator.naturalOrder());
    }

    private Stream<ExemptionEnded> ended(Stage stage) {
        return facts.stream()
                .filter(ExemptionEnded.class::isInstance)
                .map(ExemptionEnded.class::cast)
                .filter(ended -> ended.stage() == stage);
    }

    /** Whether the two have a plan, signed or to be signed. */
    boolean hasPlan() {
        return facts.stream()
                .anyMatch(fact ->
                        fact instanceof PlanPresented || (fact instanceof Done done && done.stage() == Stage.PLAN));
    }

    /** What has been told of a version of the plan having been given to the doctor. */
    List<Done> given(UUID planId, int version) {
        return done(Stage.PLAN_TO_DOCTOR, planId, version).toList();
    }

    boolean has(Stage stage, UUID planId, int version) {
        return done(stage, planId, version).findAny().isPresent();
    }

    /** Once both have signed it; a case that was over before anybody asked for the doctor's copy stays as it was. */
    boolean owesTheDoctorAPlan() {
        return deadlines.containsKey(Stage.PLAN_TO_DOCTOR)
                || (standing == Standing.OPEN && done().anyMatch(done -> done.stage() == Stage.PLAN));
    }

    /** Whether the plan's own day had passed before anyone here could know of it. */
    boolean heardOfThePlanTooLate() {
        var plan = deadlines.get(Stage.PLAN);
        return plan == null || plan.receivedLate();
    }

    boolean wasAskedForMeeting(LocalDate inTimeFor) {
        return facts.stream()
                .anyMatch(fact -> fact instanceof DialogueMeetingAsked asked
                        && !asked.on().isAfter(inTimeFor));
    }

    boolean knows(DialogueMeetingAsked asked) {
        return facts.stream().anyMatch(fact -> fact instanceof DialogueMeetingAsked known && known.by() == asked.by());
    }

    private Stream<Done> done(Stage stage, UUID id, int version) {
        return done().filter(done -> done.stage() == stage)
                .filter(done -> done.id().equals(id) && done.version() == version);
    }

    private Stream<Done> done() {
        return facts.stream().filter(Done.class::isInstance).map(Done.class::cast);
    }

    FollowUpCase with(Fact fact) {
        return withAll(List.of(fact));
    }

    FollowUpCase withAll(List<Fact> more) {
        return withFacts(Stream.concat(facts.stream(), more.stream()).distinct().toList());
    }

    List<Fact> factsFrom(LocalDate day) {
        return facts.stream().filter(fact -> !fact.belongsTo().isBefore(day)).toList();
    }

    FollowUpCase without(List<Fact> moved) {
        return withFacts(facts.stream().filter(fact -> !moved.contains(fact)).toList());
    }

    FollowUpCase unjudged(LocalDate day) {
        var doneByThen = facts.stream().filter(fact -> !fact.on().isAfter(day)).toList();
        return new FollowUpCase(id, start, end, standing, survivor, splitFrom, closedOn, Map.of(), doneByThen);
    }

    private FollowUpCase withFacts(List<Fact> all) {
        return new FollowUpCase(id, start, end, standing, survivor, splitFrom, closedOn, deadlines, all);
    }

    private FollowUpCase with(Stage stage, FollowedDeadline deadline) {
        var all = new EnumMap<Stage, FollowedDeadline>(Stage.class);
        all.putAll(deadlines);
        all.put(stage, deadline);
        return new FollowUpCase(id, start, end, standing, survivor, splitFrom, closedOn, all, facts);
    }

    private FollowUpCase during(LocalDate newStart, @Nullable LocalDate newEnd) {
        return new FollowUpCase(id, newStart, newEnd, standing, survivor, splitFrom, closedOn, deadlines, facts);
    }

    private FollowUpCase standing(Standing newStanding, @Nullable CaseId newSurvivor) {
        return new FollowUpCase(id, start, end, newStanding, newSurvivor, splitFrom, null, deadlines, facts);
    }
}
