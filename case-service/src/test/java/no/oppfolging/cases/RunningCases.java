package no.oppfolging.cases;

import java.util.Map;
import no.oppfolging.platform.testing.FreePort;
import no.oppfolging.platform.testing.PlayedService;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;

/** The case-service that all tests of this module share; beside it meetings and notices are told of, and no plans. */
final class RunningCases {
    static final PlayedService MEETINGS = PlayedService.start();
    static final PlayedService NOTIFICATIONS = PlayedService.start();
    static final RunningService SERVICE = RunningService.start(
            ServiceName.CASES,
            CasesApplication.class,
            Map.of(
                    "oppfolging.services.meetings.url",
                    MEETINGS.url(),
                    "oppfolging.services.plans.url",
                    "http://localhost:" + FreePort.find(),
                    "oppfolging.services.notifications.url",
                    NOTIFICATIONS.url(),
                    "oppfolging.cases.own-dates[0].name",
                    "Første kontakt",
                    "oppfolging.cases.own-dates[0].days",
                    "3",
                    // The program that the tests' bearer token names.
                    "oppfolging.cases.hr.programs",
                    "hr-system,notification-service"));

    private RunningCases() {}
}
