package no.oppfolging.local.clock;

/** Why the clock is not moved, by the name of the rule. */
final class TimeRefused extends RuntimeException {
    private final String rule;

    TimeRefused(String rule) {
        super(rule);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
