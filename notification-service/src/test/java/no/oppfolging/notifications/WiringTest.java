package no.oppfolging.notifications;

import java.util.stream.Stream;
import no.oppfolging.notifications.domain.FollowedCaseCommand;
import no.oppfolging.notifications.domain.FollowedCaseEvent;
import no.oppfolging.notifications.domain.NoticeCommand;
import no.oppfolging.notifications.domain.NoticeEvent;
import no.oppfolging.notifications.write.FollowedCaseShell;
import no.oppfolging.notifications.write.NoticeShell;
import no.oppfolging.platform.testing.WiringRules;
import no.oppfolging.platform.testing.WiringRules.Wired;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WiringTest {
    @TestFactory
    Stream<DynamicTest> every_command_and_event_is_known_wherever_it_must_be() {
        return WiringRules.mustHold(
                NotificationAuthority.table(),
                NotificationEvents.catalogue(),
                new Wired(NoticeShell.class, NoticeCommand.class, NoticeEvent.class),
                new Wired(FollowedCaseShell.class, FollowedCaseCommand.class, FollowedCaseEvent.class));
    }
}
