package no.oppfolging.notifications.channels;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which mail server takes our mails, and what they say of their sender.
 *
 * @param username without one nobody signs in
 * @param startTls whether the connection must be encrypted before anything is said
 * @param from an address that nobody reads
 * @param phone whom to call instead of answering; no sentence about it when it is not told
 * @param patience how long to wait for the server at each step
 */
@ConfigurationProperties("oppfolging.mail")
public record MailSettings(
        @DefaultValue("localhost") String host,
        @DefaultValue("25") int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("false") boolean startTls,
        @DefaultValue("ikke-svar@oppfolging.invalid") String from,
        Optional<String> phone,
        @DefaultValue("20s") Duration patience) {
    public MailSettings {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("oppfolging.mail names no mail server: " + host + ":" + port);
        }
        try {
            new InternetAddress(from, true).validate();
        } catch (AddressException e) {
            throw new IllegalArgumentException("oppfolging.mail.from is no address: " + from, e);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
