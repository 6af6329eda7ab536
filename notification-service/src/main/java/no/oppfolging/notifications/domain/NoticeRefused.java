package no.oppfolging.notifications.domain;

import java.util.Locale;
import java.util.Map;
import no.oppfolging.platform.kernel.Refusal;

/** A rule about a notice said no. */
public final class NoticeRefused extends Refusal {
    /** The rules, by their lasting names. */
    public enum Rule {
        NOTICE_IS_NOT_ORDERED,
        NOTICE_IS_NOT_DUE,
        NOTICE_IS_BEING_SENT,
        NOTICE_IS_SENT,
        NOTICE_HAS_FAILED,
        NOTICE_IS_CANCELLED,
        NOTICE_WAS_NOT_ATTEMPTED,
        NOTICE_IS_DEFERRED_TO_THE_PAST;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    NoticeRefused(Rule rule) {
        this(rule, Map.of());
    }

    NoticeRefused(Rule rule, Map<String, String> arguments) {
        super(rule.slug(), arguments);
    }

    static void unless(boolean kept, Rule rule) {
        unless(kept, rule, Map.of());
    }

    static void unless(boolean kept, Rule rule, Map<String, String> arguments) {
        if (!kept) {
            throw new NoticeRefused(rule, arguments);
        }
    }
}
