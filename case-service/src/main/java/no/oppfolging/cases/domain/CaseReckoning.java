package no.oppfolging.cases.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.cases.domain.EmploymentFollowUp.Employed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasePeriodChanged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineLapsed;
import no.oppfolging.cases.domain.FollowUpCase.Standing;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DerivedId;

/**
 * Brings the cases in line with the courses. A course is recognised by its days: it is the case whose days it has, or
 * that it lies so near that the two would have counted as one; of several, the one that began first.
 */
final class CaseReckoning {
    private final Unfolding unfolding;
    private final List<Course> courses;

    CaseReckoning(Unfolding unfolding, List<Course> courses) {
        this.unfolding = unfolding;
        this.courses = courses;
    }

    void follow() {
        var before =
                unfolding.state().casesInOrder().filter(FollowUpCase::isLiving).toList();
        var bearers = bearers(before);
        before.stream().filter(known -> !bearers.containsValue(known)).forEach(known -> giveUp(known, bearers));
        for (var course : courses) {
            var bearer = bearers.get(course);
            if (bearer == null) {
                begin(
                        course,
                        before.stream().filter(known -> known.isNear(course)).findFirst());
            } else {
                carryOn(bearer.id(), course);
            }
        }
    }

    /** Which case each course goes on as; a case goes on as one course only, its earliest. */
    private Map<Course, FollowUpCase> bearers(List<FollowUpCase> before) {
        var free = new ArrayList<>(before);
        var bearers = new LinkedHashMap<Course, FollowUpCase>();
        for (var course : courses) {
            free.stream().filter(known -> known.isNear(course)).findFirst().ifPresent(known -> {
                bearers.put(course, known);
                free.remove(known);
            });
        }
        return bearers;
    }

    private void giveUp(FollowUpCase known, Map<Course, FollowUpCase> bearers) {
        var survivor = bearers.entrySet().stream()
                .filter(entry -> known.isNear(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        survivor.ifPresentOrElse(
                it -> unfolding.happens(new CasesMerged(state().id(), it.id(), known.id())), () -> empty(known));
    }

    /** Nobody was away on any of its days: what it asked for was never owed, and no breach is one. */
    private void empty(FollowUpCase known) {
        for (var stage : Stage.values()) {
            var deadline = known.deadlines().get(stage);
            if (deadline != null && !deadline.is(Outcome.MET) && !deadline.is(Outcome.LAPSED)) {
                unfolding.happens(new DeadlineLapsed(state().id(), known.id(), stage, deadline.due()));
            }
        }
        unfolding.happens(new CaseClosed(state().id(), known.id(), lastDay(known), ClosingReason.NOTHING_LEFT));
    }

    /** Told ahead and taken back: it ends today. */
    private LocalDate lastDay(FollowUpCase known) {
        var end = known.end() == null ? known.start() : known.end();
        return end.isAfter(unfolding.today()) ? unfolding.today() : end;
    }

    private void carryOn(CaseId caseId, Course course) {
        var known = state().known(caseId);
        var wasOver = !known.is(Standing.OPEN);
        var yesterday = unfolding.today().minusDays(1);
        var isOver = wasOver && isOver(course, yesterday);
        if (wasOver && !isOver) {
            unfolding.happens(new CaseReopened(state().id(), caseId));
        }
        var isMoved = !known.isDuring(course);
        if (isMoved) {
            unfolding.happens(new CasePeriodChanged(state().id(), caseId, course.start(), course.knownEnd()));
        }
        if (isOver) {
            var closed = closed(caseId, course, yesterday);
            if (isMoved || !closed.lastDay().equals(known.closedOn())) {
                unfolding.happens(closed);
            }
        }
    }

    /** A course no living case goes on as: one whose days have come back, or a new one; perhaps split from another. */
    private void begin(Course course, Optional<FollowUpCase> splitFrom) {
        var caseId = comeBack(course).orElseGet(() -> open(course));
        splitFrom.ifPresent(kept -> unfolding.happens(new CaseSplit(state().id(), kept.id(), caseId, course.start())));
    }

    private Optional<CaseId> comeBack(Course course) {
        var remembered = state().casesInOrder()
                .filter(known -> !known.isLiving() && known.comesBackIn(course))
                .map(FollowUpCase::id)
                .findFirst();
        remembered.ifPresent(caseId -> {
            unfolding.happens(new CaseReopened(state().id(), caseId));
            carryOn(caseId, course);
        });
        return remembered;
    }

    private CaseId open(Course course) {
        var caseId = newId(course);
        unfolding.happens(new CaseOpened(state().id(), caseId, state().employee(), course.start(), course.knownEnd()));
        return caseId;
    }

    /** The id follows from the employment and the first day, so that the same beginning gives the same case. */
    private CaseId newId(Course course) {
        var name = "case/" + course.start();
        var caseId = new CaseId(DerivedId.of(state().id().value(), name));
        for (var next = 2; state().cases().containsKey(caseId); next++) {
            caseId = new CaseId(DerivedId.of(state().id().value(), name + "/" + next));
        }
        return caseId;
    }

    /** Closes what is over, once nothing more can be heard of any day up to the given one. */
    void close(LocalDate through) {
        for (var known :
                state().casesInOrder().filter(known -> known.is(Standing.OPEN)).toList()) {
            courses.stream()
                    .filter(course -> known.isDuring(course) && isOver(course, through))
                    .forEach(course -> unfolding.happens(closed(known.id(), course, through)));
        }
    }

    private boolean isOver(Course course, LocalDate through) {
        return course.isOver(through) || !state().isEmployedOn(through.plusDays(1));
    }

    /** The last day of absence: of one that goes on beyond the employment, the last within it. */
    private CaseClosed closed(CaseId caseId, Course course, LocalDate through) {
        var left = state().lastDay();
        var lastDay = left == null ? course.end() : course.lastSickDayUpTo(left).orElse(course.start());
        var because = course.isOver(through) && state().isEmployedOn(course.end())
                ? ClosingReason.BACK_AT_WORK
                : ClosingReason.EMPLOYMENT_OVER;
        return new CaseClosed(state().id(), caseId, lastDay, because);
    }

    private Employed state() {
        return unfolding.state();
    }
}
