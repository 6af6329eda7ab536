package no.oppfolging.plans;

import no.oppfolging.platform.eventlog.Upcaster;
import tools.jackson.databind.node.ObjectNode;

/** Reads a plan from before measures had a way, a responsible and a day: it had none. */
final class PlanPresentedWithoutMeasures implements Upcaster {
    @Override
    public String eventName() {
        return "plan.PlanPresented";
    }

    @Override
    public int fromRevision() {
        return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
        payload.withObject("/content").putArray("plannedMeasures");
        return payload;
    }
}
