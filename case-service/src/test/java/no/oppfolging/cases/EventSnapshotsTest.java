package no.oppfolging.cases;

import java.util.stream.Stream;
import no.oppfolging.platform.testing.EventSnapshots;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EventSnapshotsTest {
    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return EventSnapshots.of(CaseEvents.catalogue());
    }
}
