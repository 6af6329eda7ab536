package no.oppfolging.notifications.channels;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection that remembers whether the end of the mail's data was on its way: until then the server has nothing. */
final class WatchedTransport extends SMTPTransport {
    private boolean wholeMailWasSent;

    WatchedTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    boolean wholeMailWasSent() {
        return wholeMailWasSent;
    }

    @Override
    public synchronized void sendMessage(Message message, Address[] recipients) throws MessagingException {
        wholeMailWasSent = false;
        super.sendMessage(message, recipients);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        wholeMailWasSent = true;
        super.finishData();
    }
}
