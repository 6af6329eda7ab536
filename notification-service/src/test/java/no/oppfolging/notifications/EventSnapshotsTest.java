package no.oppfolging.notifications;

import java.util.stream.Stream;
import no.oppfolging.platform.testing.EventSnapshots;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EventSnapshotsTest {
    @TestFactory
    Stream<DynamicTest> every_event_is_stored_as_it_was_approved() {
        return EventSnapshots.of(NotificationEvents.catalogue());
    }
}
