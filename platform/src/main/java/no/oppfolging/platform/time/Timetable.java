package no.oppfolging.platform.time;

import java.time.Instant;
import java.util.Optional;

/** What a service does by itself when its time comes: a day to judge, a notice to send. */
public interface Timetable {
    /** When the first of it is due; an instant that has passed, as long as it is not done. */
    Optional<Instant> nextDue();
}
