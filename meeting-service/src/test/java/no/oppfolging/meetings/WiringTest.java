package no.oppfolging.meetings;

import java.util.stream.Stream;
import no.oppfolging.meetings.domain.CaseMeetingsCommand;
import no.oppfolging.meetings.domain.CaseMeetingsEvent;
import no.oppfolging.meetings.write.CaseMeetingsShell;
import no.oppfolging.platform.testing.WiringRules;
import no.oppfolging.platform.testing.WiringRules.Wired;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WiringTest {
    @TestFactory
    Stream<DynamicTest> every_command_and_event_is_known_wherever_it_must_be() {
        return WiringRules.mustHold(
                MeetingsAuthority.table(new NoticeWriter("notification-service")),
                MeetingEvents.catalogue(),
                new Wired(CaseMeetingsShell.class, CaseMeetingsCommand.class, CaseMeetingsEvent.class));
    }
}
