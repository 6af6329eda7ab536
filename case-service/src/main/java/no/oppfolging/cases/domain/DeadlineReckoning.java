package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.Outcome.EXEMPT;
import static no.oppfolging.cases.domain.Outcome.LAPSED;
import static no.oppfolging.cases.domain.Outcome.MET;
import static no.oppfolging.cases.domain.Outcome.MISSED;
import static no.oppfolging.cases.domain.Outcome.NOT_REQUIRED;
import static no.oppfolging.cases.domain.Outcome.OPEN;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import no.oppfolging.cases.domain.Duty.Condition;
import no.oppfolging.cases.domain.EmploymentFollowUp.Employed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineFoundMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineLapsed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMissed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineNotRequired;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRecalculated;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineSet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionHeld;
import no.oppfolging.cases.domain.Fact.Done;
import no.oppfolging.cases.domain.Fact.Exempted;
import no.oppfolging.platform.kernel.CaseId;
import org.jspecify.annotations.Nullable;

/** Brings the deadlines of every case in line with its course and with what has been done. */
final class DeadlineReckoning {
    private static final Period NOTICE = Period.ofDays(7);

    private final Unfolding unfolding;
    private final List<Course> courses;
    private final Function<FollowUpCase, List<Stage>> stages;

    /** @param stages which of them are followed in a case */
    DeadlineReckoning(Unfolding unfolding, List<Course> courses, Function<FollowUpCase, List<Stage>> stages) {
        this.unfolding = unfolding;
        this.courses = courses;
        this.stages = stages;
    }

    /** After any news: sets and moves what is due, and settles anew what the news has changed. */
    void follow() {
        forEachStage(StageReckoning::follow);
    }

    /** Once nothing more can be heard of any day up to the given one: settles what was due. */
    void judge(LocalDate through) {
        forEachStage(stage -> stage.judge(through));
    }

    private void forEachStage(Consumer<StageReckoning> reckoning) {
        for (var followed :
                unfolding.state().casesInOrder().filter(FollowUpCase::isLiving).toList()) {
            for (var course : courses.stream().filter(followed::isDuring).toList()) {
                for (var stage : stages.apply(followed)) {
                    reckoning.accept(new StageReckoning(followed.id(), stage, course));
                }
            }
        }
    }

    /** One stage of one case. */
    private final class StageReckoning {
        private final CaseId caseId;
        private final Stage stage;
        private final Course course;
        private final Optional<Deadline> counted;

        StageReckoning(CaseId caseId, Stage stage, Course course) {
            this.caseId = caseId;
            this.stage = stage;
            this.course = course;
            this.counted = Deadlines.of(stage, course.start(), state().law()).map(this::exceptWhileUnnecessary);
        }

        /**
         * A duty that was unnecessary when its day came, and is not any more, is due a week later: a meeting is called
         * a week before, and a plan is made by two. The law has no day for it. Where the employee was not away on its
         * day, it was nobody's, and falls on the first new sick day as ever.
         */
        private Deadline exceptWhileUnnecessary(Deadline deadline) {
            return course.firstSickDayFrom(deadline.due())
                    .flatMap(day -> followed().exemptUntil(stage.owedWith(), day))
                    .map(until -> new Deadline(deadline.duty(), until.plus(NOTICE), deadline.ruleSet()))
                    .orElse(deadline);
        }

        void follow() {
            var known = known();
            if (counted.isPresent()) {
                count(counted.get(), known);
                settle(counted.get());
            } else if (known != null && !known.is(NOT_REQUIRED)) {
                notRequired(known);
            }
        }

        private void count(Deadline deadline, @Nullable FollowedDeadline known) {
            if (known == null) {
                set(deadline);
            } else if (!known.counted().equals(deadline.due())
                    || !known.ruleSet().equals(deadline.ruleSet())) {
                recalculate(deadline, known, isReceivedLate(deadline.due()));
            }
        }

        private void settle(Deadline deadline) {
            countFromItsOwnDayAgain(deadline);
            if (isMet() || isMetByWork(deadline)) {
                return;
            }
            if (current().is(MET) || (current().is(EXEMPT) && decidedInTime().isEmpty())) {
                revive(deadline, current().due());
                return;
            }
            if (current().is(LAPSED) && !current().due().isBefore(unfolding.today())) {
                revive(deadline, deadline.due());
            }
            fallOnFirstSickDay(deadline);
            if (!isMet() && !isExempt(deadline)) {
                judgeAnew(deadline);
            }
        }

        /** Where what was done had met it by a new sick day that turns out to be none. */
        private void countFromItsOwnDayAgain(Deadline deadline) {
            var known = current();
            var stands = newSickDay(known).filter(known.due()::equals).isPresent();
            if (known.is(MET) && known.hasResumed() && !stands) {
                recalculate(deadline, known, known.receivedLate());
            }
        }

        /** Whether what was done in time meets the stage; what is learned of it after the judgement is found. */
        private boolean isMet() {
            var known = current();
            var done = followed().doneInTime(stage, known.due());
            if (done.isPresent() && !known.is(MET)) {
                unfolding.happens(
                        known.is(OPEN) || known.is(EXEMPT) ? met(known, done.get()) : foundMet(known, done.get()));
            }
            return done.isPresent();
        }

        /**
         * Whether it was decided in time that the duty is unnecessary. So it may turn out after the judgement: of a
         * case that the decision was made in, and that has become one with this.
         */
        private boolean isExempt(Deadline deadline) {
            var decision = decidedInTime().filter(_ -> !current().is(LAPSED));
            if (decision.isPresent() && (current().is(MISSED) || current().is(NOT_REQUIRED))) {
                revive(deadline, current().due());
            }
            decision.filter(_ -> current().is(OPEN))
                    .ifPresent(exempted -> unfolding.happens(new DeadlineExempted(
                            state().id(), caseId, stage, current().due(), exempted.reviewOn())));
            return decision.isPresent();
        }

        private Optional<Exempted> decidedInTime() {
            return followed()
                    .exemption(stage)
                    .filter(exempted -> !exempted.on().isAfter(current().due()));
        }

        /** Someone partly at work on the day does what the duty asks for; so it may turn out after the judgement. */
        private boolean isMetByWork(Deadline deadline) {
            if (current().is(MISSED) && worksOn(deadline, current().due())) {
                metByWork(current());
            }
            return current().is(MET) && worksOn(deadline, current().due());
        }

        private boolean worksOn(Deadline deadline, LocalDate due) {
            return deadline.duty().condition() == Condition.WHOLLY_AWAY_OR_ELSE_MET && course.isPartlyAwayOn(due);
        }

        /** What has lapsed is due on the first new sick day; the day it fell on may turn out to be another. */
        private void fallOnFirstSickDay(Deadline deadline) {
            var known = current();
            if (known.isToBeJudged() && !known.hasResumed()) {
                return;
            }
            var first = newSickDay(known);
            if (first.isEmpty()) {
                lapseOnItsOwnDay(deadline, known);
            }
            if (first.isPresent() && (known.is(LAPSED) || !first.get().equals(known.due()))) {
                revive(deadline, first.get());
            }
        }

        private Optional<LocalDate> newSickDay(FollowedDeadline known) {
            return course.firstSickDayFrom(known.counted()).filter(state()::isEmployedOn);
        }

        /** Also where it had resumed on a new sick day that turns out to be none. */
        private void lapseOnItsOwnDay(Deadline deadline, FollowedDeadline known) {
            if (known.hasResumed()) {
                recalculate(deadline, known, known.receivedLate());
            }
            if (!current().is(LAPSED)) {
                lapse(current());
            }
        }

        private void judgeAnew(Deadline deadline) {
            var known = current();
            if (known.is(MISSED) && nobodyAsksForIt(deadline, known.due())) {
                notRequired(known);
            } else if (known.is(NOT_REQUIRED) && !nobodyAsksForIt(deadline, known.due())) {
                revive(deadline, known.due());
            }
        }

        void judge(LocalDate through) {
            if (counted.isEmpty()) {
                return;
            }
            while (current().isToBeJudged() && !current().due().isAfter(through)) {
                judge(counted.get(), current());
                settle(counted.get());
            }
        }

        /** A stage is judged by what the employee was on its due day. */
        private void judge(Deadline deadline, FollowedDeadline known) {
            if (!course.isSickOn(known.due()) || !state().isEmployedOn(known.due())) {
                lapse(known);
            } else if (known.is(EXEMPT)) {
                unfolding.happens(new ExemptionHeld(state().id(), caseId, stage, known.due()));
            } else if (nobodyAsksForIt(deadline, known.due())) {
                notRequired(known);
            } else if (worksOn(deadline, known.due())) {
                metByWork(known);
            } else {
                miss(known);
            }
        }

        /** Neither the law, for someone partly at work, nor anyone who may. */
        private boolean nobodyAsksForIt(Deadline deadline, LocalDate due) {
            return switch (deadline.duty().condition()) {
                case WHOLLY_OR_PARTLY_AWAY, WHOLLY_AWAY_OR_ELSE_MET -> false;
                case WHOLLY_AWAY -> !course.isWhollyAwayOn(due) && !followed().wasAskedForMeeting(due);
            };
        }

        private void set(Deadline deadline) {
            unfolding.happens(new DeadlineSet(
                    state().id(),
                    caseId,
                    stage,
                    deadline.due(),
                    deadline.ruleSet(),
                    deadline.duty().legalBasis().citation(),
                    isReceivedLate(deadline.due())));
        }

        private void recalculate(Deadline deadline, FollowedDeadline known, boolean receivedLate) {
            unfolding.happens(new DeadlineRecalculated(
                    state().id(),
                    caseId,
                    stage,
                    known.due(),
                    deadline.due(),
                    deadline.ruleSet(),
                    deadline.duty().legalBasis().citation(),
                    receivedLate));
        }

        private void revive(Deadline deadline, LocalDate due) {
            unfolding.happens(new DeadlineRevived(
                    state().id(),
                    caseId,
                    stage,
                    due,
                    deadline.ruleSet(),
                    deadline.duty().legalBasis().citation(),
                    !due.equals(deadline.due()),
                    isReceivedLate(due)));
        }

        private void lapse(FollowedDeadline known) {
            unfolding.happens(new DeadlineLapsed(state().id(), caseId, stage, known.due()));
        }

        private void miss(FollowedDeadline known) {
            unfolding.happens(new DeadlineMissed(state().id(), caseId, stage, known.due(), known.receivedLate()));
        }

        private void notRequired(FollowedDeadline known) {
            unfolding.happens(new DeadlineNotRequired(state().id(), caseId, stage, known.due()));
        }

        private void metByWork(FollowedDeadline known) {
            unfolding.happens(new DeadlineMet(
                    state().id(), caseId, stage, known.due(), known.due(), course.recordOf(known.due())));
        }

        private DeadlineMet met(FollowedDeadline known, Done done) {
            return new DeadlineMet(state().id(), caseId, stage, known.due(), done.on(), done.id());
        }

        private DeadlineFoundMet foundMet(FollowedDeadline known, Done done) {
            return new DeadlineFoundMet(
                    state().id(), caseId, stage, known.due(), done.on(), done.id(), done.learnedAt());
        }

        /** That a plan was made late is not news that came late. */
        private boolean isReceivedLate(LocalDate due) {
            return unfolding.today().isAfter(due)
                    && !wasOwedBy(due)
                    && (stage != Stage.PLAN_TO_DOCTOR || followed().heardOfThePlanTooLate());
        }

        /** Whether it was known here in time that the duty was owed by then: that day, or an earlier one. */
        private boolean wasOwedBy(LocalDate due) {
            var before = known();
            return before != null
                    && before.isOwed()
                    && !before.receivedLate()
                    && !before.due().isAfter(due);
        }

        private FollowUpCase followed() {
            return state().known(caseId);
        }

        private @Nullable FollowedDeadline known() {
            return followed().deadlines().get(stage);
        }

        private FollowedDeadline current() {
            return Objects.requireNonNull(known(), "A stage is counted before it is settled");
        }
    }

    private Employed state() {
        return unfolding.state();
    }
}
