package no.oppfolging.platform.kernel;

import java.util.Map;

/**
 * A rule said no. Carries the rule's lasting name (a slug such as {@code plan-needs-both-signatures}) and its
 * arguments; the sentence a person reads stands in the message files under {@code refusal.<rule>}.
 *
 * <p>Arguments are ids, dates and numbers: never a name, never free text.
 */
public abstract class Refusal extends RuntimeException {
    private final String rule;
    private final Map<String, String> arguments;

    protected Refusal(String rule, Map<String, String> arguments) {
        super(arguments.isEmpty() ? rule : rule + " " + arguments, null, false, false);
        this.rule = rule;
        this.arguments = Map.copyOf(arguments);
    }

    public final String rule() {
        return rule;
    }

    /**
     * Whether the answer may be another later, because something spoken of has not been heard of: the name of such a
     * rule ends in {@code -yet}. It is no lasting answer to a command id, and a message that gets it waits.
     */
    public final boolean isForNow() {
        return rule.endsWith("-yet");
    }

    public final Map<String, String> arguments() {
        return arguments;
    }
}
