package no.oppfolging.notifications.domain;

import java.util.Locale;
import java.util.Map;
import no.oppfolging.platform.kernel.Refusal;

/** A rule about a followed case said no. */
public final class FollowedCaseRefused extends Refusal {
    /** The rules, by their lasting names. */
    public enum Rule {
        CASE_IS_NOT_FOLLOWED_YET,
        CASE_BELONGS_TO_ANOTHER_EMPLOYMENT;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    FollowedCaseRefused(Rule rule) {
        super(rule.slug(), Map.of());
    }
}
