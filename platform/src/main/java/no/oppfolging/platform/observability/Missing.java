package no.oppfolging.platform.observability;

import java.util.List;
import org.springframework.boot.health.contributor.Health;

/** What readiness says is missing: a sentence for each thing, without an address, a password or a person. */
final class Missing {
    private static final String MISSING = "missing";

    private Missing() {}

    static Health nothing() {
        return Health.up().build();
    }

    /** The service cannot do its duty. */
    static Health down(List<String> sentences) {
        return sentences.isEmpty()
                ? nothing()
                : Health.down().withDetail(MISSING, sentences).build();
    }

    /** The service does what it can, and waits for others. */
    static Health waiting(List<String> sentences) {
        return sentences.isEmpty()
                ? nothing()
                : Health.up().withDetail(MISSING, sentences).build();
    }
}
