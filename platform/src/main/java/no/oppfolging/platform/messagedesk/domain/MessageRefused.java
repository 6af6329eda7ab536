package no.oppfolging.platform.messagedesk.domain;

import java.util.Map;
import no.oppfolging.platform.kernel.Refusal;

/** A rule said no to what somebody decided about a message. */
public final class MessageRefused extends Refusal {
    private MessageRefused(String rule, Map<String, String> arguments) {
        super(rule, arguments);
    }

    static MessageRefused nothingIsMissing() {
        return new MessageRefused("message-misses-nothing", Map.of());
    }

    static MessageRefused isSkipped() {
        return new MessageRefused("message-is-skipped", Map.of());
    }
}
