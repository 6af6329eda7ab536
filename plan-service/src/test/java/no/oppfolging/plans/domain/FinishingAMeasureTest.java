package no.oppfolging.plans.domain;

import static no.oppfolging.plans.domain.CasePlanExample.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.oppfolging.plans.domain.CasePlanCommand.MarkMeasureDone;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureDone;
import no.oppfolging.plans.domain.CasePlanEvent.PlanPresented;
import org.junit.jupiter.api.Test;

class FinishingAMeasureTest {
    static final LocalDate IN_MARCH = LocalDate.of(2026, 3, 19);

    final PlanPresented presented = presented(1, with(SWAP_SHIFTS), SALT);
    final PlanPresented next = presented(2, CHANGED_CONTENT, OTHER_SALT);
    final MarkMeasureDone mark = new MarkMeasureDone(CASE, PLAN, SWAP_SHIFTS.id());
    final MeasureDone done = new MeasureDone(CASE, PLAN, 1, SWAP_SHIFTS.id(), IN_MARCH);

    @Test
    void is_told_of_the_plan_in_force() {
        plan().given(inForce()).when(mark, THURSDAY).then(done);
    }

    @Test
    void is_told_while_the_next_version_waits_for_signatures() {
        var events = new ArrayList<>(List.of(inForce()));
        events.add(next);
        plan().given(events.toArray(CasePlanEvent[]::new)).when(mark, THURSDAY).then(done);
    }

    @Test
    void is_told_once() {
        var events = new ArrayList<>(List.of(inForce()));
        events.add(done);
        plan().given(events.toArray(CasePlanEvent[]::new)).when(mark, THURSDAY).thenNothing();
    }

    @Test
    void is_refused_before_both_have_signed() {
        plan().given(FOLLOWED, presented)
                .when(mark, THURSDAY)
                .thenRefused("measure-is-not-in-force", "Tiltaket står ikke i planen som gjelder.");
    }

    private CasePlanEvent[] inForce() {
        return new CasePlanEvent[] {
            FOLLOWED,
            presented,
            signedByKari(presented, WEDNESDAY),
            signedByOla(presented, WEDNESDAY),
            agreed(presented, LocalDate.of(2026, 3, 18))
        };
    }
}
