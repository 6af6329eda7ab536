package no.oppfolging.platform.messaging;

import java.util.Set;

/**
 * What a service does when it hears news of certain types.
 *
 * <p>It returns when the effect is durable. It may be asked again with the same message, and then does nothing twice:
 * commands by {@link Message#origin}, rows by the message's id. A {@link no.oppfolging.platform.kernel.Refusal} it
 * throws refuses the message; any other exception parks the message's key until the defect is mended. Where commands
 * are all that follows, a {@link NewsAutomation} says it shorter.
 */
public interface MessageHandler {
    /** Lasting, such as {@code cases.absences}: the ids of its commands follow from it. */
    String name();

    Set<MessageType> types();

    Outcome handle(Message message);
}
