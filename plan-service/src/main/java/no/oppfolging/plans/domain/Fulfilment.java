package no.oppfolging.plans.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.MarkMeasureDone;
import no.oppfolging.plans.domain.CasePlanCommand.NoteMeasureOverdue;
import no.oppfolging.plans.domain.CasePlanCommand.NotePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanCommand.StrikePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureDone;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureFoundOverdue;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctorStruck;
import no.oppfolging.plans.domain.PlanRefused.Rule;
import no.oppfolging.platform.kernel.LegalDay;

/**
 * What both have signed last, and what was done about what they signed (oppfølging av planen).
 *
 * @param inForce the version both have signed last
 * @param done the measures that have been done, in whichever version
 * @param told until which day each measure has been told of as overdue
 * @param given which versions have been given to the doctor, by their numbers
 */
record Fulfilment(
        Optional<InForce> inForce, Set<MeasureId> done, Map<MeasureId, LocalDate> told, Map<Integer, Given> given) {
    /** The version both have signed last, and since when. */
    record InForce(PlanVersion version, LocalDate since) {}

    /** When and how a version was given to the doctor. */
    record Given(LocalDate on, WayToDoctor way) {}

    public Fulfilment {
        done = Set.copyOf(done);
        told = Map.copyOf(told);
        given = Map.copyOf(given);
    }

    static Fulfilment none() {
        return new Fulfilment(Optional.empty(), Set.of(), Map.of(), Map.of());
    }

    List<CasePlanEvent> markDone(MarkMeasureDone mark, Instant now) {
        var version = inForce.map(InForce::version)
                .filter(agreed -> agreed.planned(mark.measureId()).isPresent())
                .orElseThrow(() -> new PlanRefused(Rule.MEASURE_IS_NOT_IN_FORCE, Map.of()));
        return done.contains(mark.measureId())
                ? List.of()
                : List.of(new MeasureDone(
                        mark.caseId(), version.planId(), version.number(), mark.measureId(), LegalDay.of(now)));
    }

    /** Who looks may have looked too early or too late: then there is nothing to tell. */
    List<CasePlanEvent> noteOverdue(NoteMeasureOverdue note, Instant now) {
        if (inForce.isEmpty() || done.contains(note.measureId())) {
            return List.of();
        }
        var version = inForce.get().version();
        return version.planned(note.measureId()).stream()
                .filter(measure -> measure.isOverdueOn(LegalDay.of(now)) && !isTold(measure))
                .<CasePlanEvent>map(measure -> new MeasureFoundOverdue(
                        note.caseId(), version.planId(), version.number(), measure.id(), measure.dueOn()))
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
                : List.of(new PlanGivenToDoctor(
                        note.caseId(), note.planId(), note.version(), note.givenOn(), note.way()));
    }

    List<CasePlanEvent> strike(StrikePlanGivenToDoctor strike) {
        return given.containsKey(strike.version())
                ? List.of(new PlanGivenToDoctorStruck(strike.caseId(), strike.planId(), strike.version()))
                : List.of();
    }

    Fulfilment agreed(PlanVersion version, LocalDate since) {
        return new Fulfilment(Optional.of(new InForce(version, since)), done, told, given);
    }

    Fulfilment doing(MeasureId measure) {
        var more = new HashSet<>(done);
        more.add(measure);
        return new Fulfilment(inForce, more, told, given);
    }

    Fulfilment telling(MeasureId measure, LocalDate dueOn) {
        var more = new HashMap<>(told);
        more.put(measure, dueOn);
        return new Fulfilment(inForce, done, more, given);
    }

    Fulfilment giving(int version, Given one) {
        var more = new HashMap<>(given);
        more.put(version, one);
        return new Fulfilment(inForce, done, told, more);
    }

    Fulfilment striking(int version) {
        var fewer = new HashMap<>(given);
        fewer.remove(version);
        return new Fulfilment(inForce, done, told, fewer);
    }
}
