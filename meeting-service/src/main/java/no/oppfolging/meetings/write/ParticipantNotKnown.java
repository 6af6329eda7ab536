package no.oppfolging.meetings.write;

import java.util.Map;
import no.oppfolging.platform.kernel.Refusal;

/** Somebody was named as taking part whom HR has not told of as employed in the same organisation. */
final class ParticipantNotKnown extends Refusal {
    ParticipantNotKnown() {
        super("participant-is-not-known", Map.of());
    }
}
