package no.oppfolging.plans;

import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;

/** The plan-service that all tests of this module share. */
final class RunningPlans {
    static final RunningService SERVICE = RunningService.start(ServiceName.PLANS, PlansApplication.class);

    private RunningPlans() {}
}
