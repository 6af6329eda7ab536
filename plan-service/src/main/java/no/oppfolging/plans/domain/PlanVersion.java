package no.oppfolging.plans.domain;

import java.util.Map;
import java.util.Optional;
import no.oppfolging.plans.domain.CasePlanCommand.PlanCommand;
import no.oppfolging.plans.domain.CasePlanEvent.PlanPresented;
import no.oppfolging.plans.domain.PlanRefused.Rule;

/** One numbered version of the plan, as it lies before the two. */
record PlanVersion(PlanId planId, int number, PlanContent content, PlanDigest digest) {
    static PlanVersion by(PlanPresented event) {
        return new PlanVersion(event.planId(), event.version(), event.content(), event.digest());
    }

    Optional<PlannedMeasure> planned(MeasureId measure) {
        return content.plannedMeasures().stream()
                .filter(planned -> planned.id().equals(measure))
                .findFirst();
    }

    void refuseUnlessOf(PlanCommand command) {
        PlanRefused.unless(command.planId().equals(planId), Rule.CASE_HAS_ANOTHER_PLAN);
    }

    void refuseUnlessRead(int versionRead) {
        PlanRefused.unless(versionRead == number, Rule.PLAN_HAS_CHANGED, nowAt());
    }

    void refuseUnlessRead(PlanDigest digestRead) {
        PlanRefused.unless(digestRead.equals(digest), Rule.PLAN_HAS_CHANGED, nowAt());
    }

    private Map<String, String> nowAt() {
        return Map.of("version", Integer.toString(number));
    }
}
