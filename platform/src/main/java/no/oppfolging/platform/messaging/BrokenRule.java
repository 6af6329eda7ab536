package no.oppfolging.platform.messaging;

/**
 * What is wrong with a message, without repeating anything it says.
 *
 * @param pointer a JSON pointer to the place; empty for the whole message
 * @param rule the rule's lasting name
 */
public record BrokenRule(String pointer, String rule) {
    static BrokenRule whole(String rule) {
        return new BrokenRule("", rule);
    }
}
