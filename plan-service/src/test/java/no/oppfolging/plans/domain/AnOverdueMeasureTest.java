package no.oppfolging.plans.domain;

import static no.oppfolging.plans.domain.CasePlanExample.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.oppfolging.plans.domain.CasePlanCommand.NoteMeasureOverdue;
import no.oppfolging.plans.domain.CasePlanEvent.CaseEnded;
import no.oppfolging.plans.domain.CasePlanEvent.CaseJoined;
import no.oppfolging.plans.domain.CasePlanEvent.CaseResumed;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureDone;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureFoundOverdue;
import no.oppfolging.plans.domain.CasePlanEvent.PlanPresented;
import org.junit.jupiter.api.Test;

/** Shifts should have been swapped by Monday 13 April 2026. */
class AnOverdueMeasureTest {
    static final Instant MONDAY_NIGHT = oslo("2026-04-13T23:59");
    static final Instant TUESDAY = oslo("2026-04-14T00:00");
    static final Instant IN_MAY = oslo("2026-05-05T10:00");
    static final LocalDate MONDAY = LocalDate.of(2026, 4, 13);

    final PlanPresented presented = presented(1, with(SWAP_SHIFTS), SALT);
    final PlanPresented sameDay =
            presented(2, content("Hjemmekontor", LocalDate.of(2026, 5, 4), List.of(SWAP_SHIFTS)), OTHER_SALT);
    final PlanPresented laterDay = presented(2, with(inMay()), OTHER_SALT);
    final NoteMeasureOverdue note = new NoteMeasureOverdue(CASE, PLAN, SWAP_SHIFTS.id());
    final MeasureFoundOverdue overdue = new MeasureFoundOverdue(CASE, PLAN, 1, SWAP_SHIFTS.id(), MONDAY);

    @Test
    void is_told_of_when_its_day_is_over() {
        plan().given(inForce()).when(note, MONDAY_NIGHT).thenNothing();
        plan().given(inForce()).when(note, TUESDAY).then(overdue);
    }

    @Test
    void is_told_of_once() {
        plan().given(inForce(overdue)).when(note, IN_MAY).thenNothing();
    }

    @Test
    void is_not_told_of_when_it_is_done() {
        plan().given(inForce(new MeasureDone(CASE, PLAN, 1, SWAP_SHIFTS.id(), MONDAY)))
                .when(note, TUESDAY)
                .thenNothing();
    }

    @Test
    void is_not_told_of_before_both_have_signed() {
        plan().given(FOLLOWED, presented).when(note, TUESDAY).thenNothing();
        plan().given(FOLLOWED).when(note, TUESDAY).thenNothing();
    }

    @Test
    void is_not_told_of_again_when_the_plan_is_corrected_with_the_same_day() {
        plan().given(inForce(overdue, sameDay, signedByKari(sameDay, TUESDAY), agreed(sameDay, MONDAY.plusDays(1))))
                .when(note, IN_MAY)
                .thenNothing();
    }

    @Test
    void is_told_of_again_when_the_two_have_agreed_on_a_later_day_and_that_is_over_too() {
        plan().given(inForce(overdue, laterDay, signedByKari(laterDay, TUESDAY), agreed(laterDay, MONDAY.plusDays(1))))
                .when(note, IN_MAY)
                .then(new MeasureFoundOverdue(CASE, PLAN, 2, SWAP_SHIFTS.id(), inMay().dueOn()));
    }

    @Test
    void is_not_told_of_when_it_stands_no_longer_in_the_plan() {
        plan().given(inForce(CHANGED, signedByKari(CHANGED, TUESDAY), agreed(CHANGED, MONDAY.plusDays(1))))
                .when(note, TUESDAY)
                .thenNothing();
    }

    @Test
    void is_not_told_of_while_the_case_is_over_or_part_of_another() {
        var ended = new CaseEnded(CASE, MONDAY);
        plan().given(inForce(ended)).when(note, TUESDAY).thenNothing();
        plan().given(inForce(new CaseJoined(CASE, OTHER_CASE, EARLIER)))
                .when(note, TUESDAY)
                .thenNothing();
        plan().given(inForce(ended, new CaseResumed(CASE, LATER)))
                .when(note, TUESDAY)
                .then(overdue);
    }

    private static PlannedMeasure inMay() {
        return new PlannedMeasure(
                SWAP_SHIFTS.id(),
                SWAP_SHIFTS.category(),
                SWAP_SHIFTS.what(),
                SWAP_SHIFTS.responsible(),
                LocalDate.of(2026, 5, 4));
    }

    private CasePlanEvent[] inForce(CasePlanEvent... more) {
        var events = new ArrayList<CasePlanEvent>(List.of(
                FOLLOWED,
                presented,
                signedByKari(presented, WEDNESDAY),
                signedByOla(presented, WEDNESDAY),
                agreed(presented, LocalDate.of(2026, 3, 18))));
        events.addAll(List.of(more));
        return events.toArray(CasePlanEvent[]::new);
    }
}
