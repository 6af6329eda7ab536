package no.oppfolging.cases.domain;

import java.util.Map;
import no.oppfolging.platform.kernel.Refusal;

/** A rule of the follow-up said no; its name tells an inbox whether to reject the message or to wait. */
public final class FollowUpRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    FollowUpRefused(String rule, Map<String, String> arguments) {
        super(rule, arguments);
    }

    static void unless(boolean allowed, String rule, String argument, Object value) {
        if (!allowed) {
            throw new FollowUpRefused(rule, Map.of(argument, value.toString()));
        }
    }
}
