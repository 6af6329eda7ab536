package no.oppfolging.platform.messaging;

/** What came of a message. */
public sealed interface Outcome {
    /** It has had its effect, which is durable, or has none here. */
    record Done() implements Outcome {}

    /**
     * It speaks of something not heard of yet, and is tried again when more has come.
     *
     * @param reason a slug from a short list, such as {@code employment-unknown}
     */
    record Waits(String reason) implements Outcome {}

    /** It breaks a rule, and has no effect. */
    record Refused(BrokenRule rule) implements Outcome {}

    static Outcome done() {
        return new Done();
    }

    static Outcome waits(String reason) {
        return new Waits(reason);
    }

    static Outcome refused(String pointer, String rule) {
        return new Refused(new BrokenRule(pointer, rule));
    }
}
