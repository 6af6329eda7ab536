package no.oppfolging.local.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpHandler;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import no.oppfolging.local.HtmlPages;

/** An SMTP server that takes every mail and sends none on. */
public final class MailCatcher implements AutoCloseable {
    private static final int START_MS = 10_000;

    private final Mailbox mailbox;
    private final GreenMail server;

    /** Keeps the mails in that folder, also those it finds there. */
    public MailCatcher(Path folder, Clock clock) {
        mailbox = new Mailbox(folder, clock);
        var anyFreePort = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        anyFreePort.setServerStartupTimeout(START_MS);
        server = new GreenMail(anyFreePort);
        var users = server.getUserManager();
        var usual = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler((message, recipient) -> {
            if (recipient.equals(message.getToAddresses().iterator().next())) {
                keep(message);
            }
            return usual.handle(message, recipient);
        });
        server.start();
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** The pages under {@code /mail}. */
    public HttpHandler pages(HtmlPages pages) {
        return new MailPages(mailbox, pages);
    }

    @Override
    public void close() {
        server.stop();
    }

    private void keep(MovingMessage message) throws MessagingException {
        var bytes = new ByteArrayOutputStream();
        try {
            message.getMessage().writeTo(bytes);
            mailbox.keep(bytes.toByteArray());
        } catch (IOException e) {
            throw new MessagingException("The mail could not be kept", e);
        }
    }
}
