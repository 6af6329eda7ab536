package no.oppfolging.notifications.automation;

import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.Outcome;

/** What becomes of a message whose command was refused: for now it waits, for good it is refused too. */
final class Refused {
    private Refused() {}

    static Outcome outcome(Refusal refusal) {
        return refusal.isForNow() ? Outcome.waits(refusal.rule()) : Outcome.refused("/data", refusal.rule());
    }
}
