package no.oppfolging.notifications.channels;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.oppfolging.notifications.domain.MessageId;
import no.oppfolging.platform.kernel.PersonalText;

/**
 * A mail as it is handed to a mail server; the same one each time it is tried.
 *
 * @param traceparent the trace it belongs to (W3C Trace Context), so that a mail leads back to what it follows from
 */
public record Mail(
        MessageId messageId,
        List<PersonalText> to,
        Locale language,
        String subject,
        String text,
        String html,
        Optional<String> calendar,
        String traceparent) {
    public Mail {
        to = List.copyOf(to);
    }

    /** Says nothing of to whom, nor what. */
    @Override
    public String toString() {
        return messageId.toString();
    }
}
