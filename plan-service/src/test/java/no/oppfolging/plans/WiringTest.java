package no.oppfolging.plans;

import java.util.stream.Stream;
import no.oppfolging.plans.domain.CasePlanCommand;
import no.oppfolging.plans.domain.CasePlanEvent;
import no.oppfolging.plans.write.CasePlanShell;
import no.oppfolging.platform.testing.WiringRules;
import no.oppfolging.platform.testing.WiringRules.Wired;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WiringTest {
    @TestFactory
    Stream<DynamicTest> every_command_and_event_is_known_wherever_it_must_be() {
        return WiringRules.mustHold(
                PlansAuthority.table(new NoticeWriter("notification-service")),
                PlanEvents.catalogue(),
                new Wired(CasePlanShell.class, CasePlanCommand.class, CasePlanEvent.class));
    }
}
