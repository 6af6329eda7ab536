package no.oppfolging.notifications.channels;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import no.oppfolging.notifications.domain.FailureCode;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands mails to the employer's mail server, many over one connection, and tells exactly what came of each. */
public final class MailServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MailServer.class);
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final MailSettings settings;
    private final Clock clock;
    private final Session session;
    private @Nullable WatchedTransport transport;
    private long lastUsed = System.nanoTime();

    public MailServer(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
    }

    /** What came of one attempt. */
    public sealed interface Outcome {
        /** The server has it. */
        record Taken() implements Outcome {}

        /** The server certainly does not have it. */
        record NotTaken(FailureCode code) implements Outcome {}

        /** Its last byte was sent, and no answer came: it may have it, or not. */
        record Unknown() implements Outcome {}
    }

    /** Tries once. */
    public synchronized Outcome send(Mail mail) {
        MimeMessage message;
        try {
            message = message(mail);
        } catch (MessagingException e) {
            log.warn(
                    "A mail could not be written: notice={} {}",
                    mail,
                    e.getClass().getSimpleName());
            return new Outcome.NotTaken(
                    e instanceof AddressException ? FailureCode.ADDRESS_REFUSED : FailureCode.MAIL_REFUSED);
        }
        try {
            return send(message, connected());
        } catch (MessagingException e) {
            log.warn(
                    "The mail server cannot be reached: server={} {}",
                    settings,
                    e.getClass().getSimpleName());
            hangUp();
            return new Outcome.NotTaken(FailureCode.UNREACHABLE);
        }
    }

    private Outcome send(MimeMessage message, WatchedTransport connection) throws MessagingException {
        lastUsed = System.nanoTime();
        try {
            connection.sendMessage(message, message.getAllRecipients());
            return new Outcome.Taken();
        } catch (MessagingException e) {
            return outcome(e, connection);
        }
    }

    /** Ends a connection that nothing has been sent over for a while. */
    public synchronized void rest() {
        if (transport != null && System.nanoTime() - lastUsed > IDLE.toNanos()) {
            hangUp();
        }
    }

    @Override
    public synchronized void close() {
        hangUp();
    }

    private WatchedTransport connected() throws MessagingException {
        if (transport == null || !transport.isConnected()) {
            hangUp();
            var fresh = new WatchedTransport(session);
            fresh.connect(settings.host(), settings.port(), settings.username(), settings.password());
            transport = fresh;
        }
        return transport;
    }

    private void hangUp() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                log.debug("The mail server was gone already: {}", e.toString());
            }
            transport = null;
        }
    }

    /** Somebody with several addresses has the mail as soon as one of them takes it. */
    private Outcome outcome(MessagingException e, WatchedTransport used) {
        if (e instanceof SendFailedException failed
                && failed.getValidSentAddresses() != null
                && failed.getValidSentAddresses().length > 0) {
            return new Outcome.Taken();
        }
        var outcome = withoutAny(e, used);
        log.warn(
                "A mail was not taken: server={} outcome={} {}",
                settings,
                outcome,
                e.getClass().getSimpleName());
        return outcome;
    }

    /**
     * Where no address has certainly got it: by what the server said of the mail, else of the addresses (RFC 5321,
     * 4.2).
     */
    private Outcome withoutAny(MessagingException e, WatchedTransport used) {
        if (e instanceof SMTPSendFailedException failed && failed.getReturnCode() >= 400) {
            return new Outcome.NotTaken(codeOf(failed));
        }
        if (used.wholeMailWasSent()) {
            hangUp();
            return new Outcome.Unknown();
        }
        var answers = answersAboutAddresses(e);
        var wentSilent =
                e instanceof SMTPSendFailedException || answers.stream().anyMatch(answer -> answer < 400);
        if (wentSilent || answers.isEmpty()) {
            hangUp();
            return new Outcome.NotTaken(FailureCode.UNREACHABLE);
        }
        return new Outcome.NotTaken(
                answers.stream().allMatch(answer -> answer >= 500)
                        ? FailureCode.ADDRESS_REFUSED
                        : FailureCode.REFUSED_FOR_NOW);
    }

    /** Who we say we are is our own setting: that it is refused will be mended, and says nothing about the notice. */
    private static FailureCode codeOf(SMTPSendFailedException failed) {
        var isOurs = failed.getCommand() != null && failed.getCommand().startsWith("MAIL");
        return failed.getReturnCode() < 500 || isOurs ? FailureCode.REFUSED_FOR_NOW : FailureCode.MAIL_REFUSED;
    }

    private static List<Integer> answersAboutAddresses(MessagingException e) {
        var answers = new ArrayList<Integer>();
        for (Exception cause = e; cause instanceof MessagingException next; cause = next.getNextException()) {
            if (next instanceof SMTPAddressFailedException address) {
                answers.add(address.getReturnCode());
            }
        }
        return answers;
    }

    /** Those of the addresses that are any; with one that HR's system has written wrongly, the others still serve. */
    private static InternetAddress[] readable(Mail mail) throws AddressException {
        var readable = new ArrayList<InternetAddress>();
        for (var address : mail.to()) {
            try {
                readable.add(new InternetAddress(address.text()));
            } catch (AddressException e) {
                log.warn("An address cannot be read: notice={}", mail);
            }
        }
        if (readable.isEmpty()) {
            throw new AddressException("None of the addresses can be read");
        }
        return readable.toArray(InternetAddress[]::new);
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        var message = new NamedMessage(session, mail);
        var parts = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        parts.setFrom(new InternetAddress(settings.from()));
        parts.setTo(readable(mail));
        parts.setSubject(mail.subject());
        parts.setSentDate(Date.from(clock.instant()));
        parts.setText(mail.text(), mail.html());
        if (mail.calendar().isPresent()) {
            var bytes = mail.calendar().get().getBytes(StandardCharsets.UTF_8);
            parts.addAttachment(
                    "invitation.ics", new ByteArrayResource(bytes), "text/calendar; charset=UTF-8; method=PUBLISH");
        }
        message.setContentLanguage(new String[] {mail.language().toLanguageTag()});
        // RFC 3834: nothing is to answer it by itself.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("traceparent", mail.traceparent());
        message.saveChanges();
        return message;
    }

    private static Properties properties(MailSettings settings) {
        var patience = String.valueOf(settings.patience().toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(settings.username() != null));
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.allow8bitmime", "true");
        properties.put("mail.mime.allowutf8", "true");
        properties.put("mail.smtp.localhost", "oppfolging");
        return properties;
    }

    /** A message that keeps its Message-ID, however often it is made. */
    private static final class NamedMessage extends MimeMessage {
        private final Mail mail;

        NamedMessage(Session session, Mail mail) {
            super(session);
            this.mail = mail;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", mail.messageId().toString());
        }
    }
}
