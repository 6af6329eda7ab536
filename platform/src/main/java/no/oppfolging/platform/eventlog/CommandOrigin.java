package no.oppfolging.platform.eventlog;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.OrganisationNumber;

/**
 * Where a command comes from; never part of a request's body.
 *
 * @param id the client's {@code Idempotency-Key}, or derived from the message or event that caused the command
 * @param expectedVersion the stream's version the sender has seen ({@code If-Match}), if it insists on one
 * @param causation the event or message this follows from
 * @param correlation the same for everything that follows from one first request or message
 * @param asked a hash of the request, where its sender chose the id: the id is good for that request alone
 */
public record CommandOrigin(
        CommandId id,
        OrganisationNumber organisation,
        Actor actor,
        Optional<Long> expectedVersion,
        Optional<UUID> causation,
        UUID correlation,
        Optional<String> asked) {
    /** Whose id follows from what caused it, so that the same id is always the same command. */
    public CommandOrigin(
            CommandId id,
            OrganisationNumber organisation,
            Actor actor,
            Optional<Long> expectedVersion,
            Optional<UUID> causation,
            UUID correlation) {
        this(id, organisation, actor, expectedVersion, causation, correlation, Optional.empty());
    }

    /** The same, where somebody else gives it. */
    public CommandOrigin by(Actor other) {
        return new CommandOrigin(id, organisation, other, expectedVersion, causation, correlation, asked);
    }

    /** The same, with what is kept of the request. */
    CommandOrigin keeping(UnaryOperator<String> hash) {
        return new CommandOrigin(id, organisation, actor, expectedVersion, causation, correlation, asked.map(hash));
    }
}
