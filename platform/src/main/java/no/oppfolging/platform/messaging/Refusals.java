package no.oppfolging.platform.messaging;

import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.OrganisationNumber;

/** Tells HR's system which of its messages were refused; one service alone does, by a command, so that it is logged. */
public interface Refusals {
    /** Returns when it is durable that this will be told; may be asked again with the same message. */
    void tell(RefusedMessage refused);

    /**
     * A message that broke a rule.
     *
     * @param messageId its id, if one could be read
     * @param key the employment it was about, if that could be read
     * @param organisation whose it was, if that could be read
     */
    record RefusedMessage(
            Coordinates coordinates,
            Optional<UUID> messageId,
            Optional<UUID> key,
            Optional<OrganisationNumber> organisation,
            UUID correlation,
            BrokenRule rule) {}
}
