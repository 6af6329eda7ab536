package no.oppfolging.platform.messaging;

import java.util.List;
import java.util.Set;
import no.oppfolging.platform.kernel.DomainCommand;

/**
 * A sentence of the form "when X, then Y" about others' news: a message comes in, commands go out, and it keeps no
 * state of its own.
 */
public interface NewsAutomation {
    /**
     * Lasting, such as {@code plans.when-case-closed-end-it}; the ids of its commands follow from it and the message.
     */
    String name();

    Set<MessageType> types();

    /**
     * What the news leads to, in this order; heard twice, it leads to the same. A
     * {@link no.oppfolging.platform.kernel.Refusal} it throws counts as one of a command.
     */
    List<DomainCommand> react(Message message);
}
