package no.oppfolging.notifications.channels;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.oppfolging.notifications.domain.MessageId;
import no.oppfolging.platform.kernel.PersonalText;

/** A mail as it is handed to a mail server; the same one each time it is tried. */
public record Mail(
        MessageId messageId,
        List<PersonalText> to,
        Locale language,
        String subject,
        String text,
        String html,
        Optional<String> calendar) {
    public Mail {
        to = List.copyOf(to);
    }

    /** Says nothing of to whom, nor what. */
    @Override
    public String toString() {
        return messageId.toString();
    }
}
