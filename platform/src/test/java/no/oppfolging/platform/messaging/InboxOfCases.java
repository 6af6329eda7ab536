package no.oppfolging.platform.messaging;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.time.MovableClock;
import org.jspecify.annotations.Nullable;

/**
 * The inbox of case-service, what is sent to it and who hears that: one for all tests of what becomes of a message. It
 * ends where another inbox of case-service begins.
 */
final class InboxOfCases {
    static final String ABSENCE = "no.oppfolging.hr.AbsenceReported.v1";
    static final String EMPLOYMENT = "no.oppfolging.hr.EmploymentStarted.v1";
    static final String SUMMONED = "no.oppfolging.meeting.MeetingSummoned.v1";
    static final String HELD = "no.oppfolging.meeting.MeetingHeld.v1";
    static final String HR_TOPIC = "oppfolging.hr.v1";

    static final MovableClock CLOCK = MovableClock.startingAt(Instant.parse("2026-03-02T08:00:00Z"));
    static final Listener LISTENER = new Listener(ABSENCE, EMPLOYMENT, SUMMONED, HELD);
    static final List<Refusals.RefusedMessage> TOLD_TO_HR = new CopyOnWriteArrayList<>();
    static final Sending HR = new Sending(Servers.hr());
    static final Sending MEETINGS = new Sending(Servers.kafka(ServiceName.MEETINGS));
    private static final Database DATABASE = Servers.freshDatabase(ServiceName.CASES);

    private static @Nullable RunningInbox inbox;

    static {
        Topicsmith.make(ServiceName.MEETINGS);
    }

    private InboxOfCases() {}

    static RunningInbox running() {
        if (inbox == null || !inbox.isRunning()) {
            inbox = new RunningInbox(ServiceName.CASES, DATABASE, CLOCK, LISTENER, (Refusals) TOLD_TO_HR::add);
        }
        return inbox;
    }

    static void restart() {
        running().close();
        running();
    }
}
