package no.oppfolging.platform.messaging;

import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.messaging.Doorkeeper.Admission.Admitted;
import no.oppfolging.platform.messaging.Doorkeeper.Admission.PassedOver;
import no.oppfolging.platform.messaging.Doorkeeper.Admission.ToldUntil;
import no.oppfolging.platform.messaging.Doorkeeper.Admission.TurnedAway;

/** Lets HR's messages in from a file, by the door of their topic: each line is what the value of a record would be. */
public final class FileDoor {
    private static final String TOPIC = "oppfolging.hr.v1";

    private final Doorkeeper doorkeeper = new Doorkeeper(new Contracts());

    /** What the doorkeeper says of a line. */
    public sealed interface Line {
        record LetIn(Message message) implements Line {}

        /** @param messageId its own id, if one could be read */
        record TurnedBack(Optional<UUID> messageId, BrokenRule rule) implements Line {}
    }

    /** @param number which line of the file it is */
    public Line read(long number, byte[] line) {
        return switch (doorkeeper.admitWithoutKey(TOPIC, number, line)) {
            case Admitted admitted -> new Line.LetIn(admitted.message());
            case TurnedAway(var rule, var presumed) -> new Line.TurnedBack(presumed.messageId(), rule);
            case ToldUntil _, PassedOver _ -> throw new IllegalStateException("Not on HR's topic");
        };
    }
}
