package no.oppfolging.cases.domain.contact;

import java.util.Locale;
import java.util.Map;
import no.oppfolging.platform.kernel.Refusal;

/** A rule about what the two say to one another said no. */
public final class ContactRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    /** The rules, by their lasting names. */
    public enum Rule {
        NO_CONTACT_IS_NOT_POSSIBLE,
        CONTACT_IS_TOO_SELDOM,
        CONTACT_PROPOSAL_IS_NOT_OPEN,
        CONTACT_IS_AGREED_BY_THE_OTHER,
        CONTACT_IS_STILL_TO_COME,
        CONTACT_IS_TOO_LONG_AGO,
        CONTACT_IS_NOT_LOGGED,
        CONTACT_IS_STRUCK_BY_WHO_LOGGED_IT,
        TEXT_IS_MISSING,
        TEXT_IS_TOO_LONG,
        HAND_OVER_IS_NOT_THERE,
        REQUEST_IS_NOT_MADE,
        REQUEST_IS_ANSWERED,
        REQUEST_DECLINED_NEEDS_REASON;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    ContactRefused(Rule rule, Map<String, String> arguments) {
        super(rule.slug(), arguments);
    }

    static void unless(boolean kept, Rule rule) {
        unless(kept, rule, Map.of());
    }

    static void unless(boolean kept, Rule rule, Map<String, String> arguments) {
        if (!kept) {
            throw new ContactRefused(rule, arguments);
        }
    }
}
