package no.oppfolging.cases;

import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;

/** The case-service that all tests of this module share. */
final class RunningCases {
    static final RunningService SERVICE = RunningService.start(ServiceName.CASES, CasesApplication.class);

    private RunningCases() {}
}
