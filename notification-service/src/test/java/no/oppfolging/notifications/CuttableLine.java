package no.oppfolging.notifications;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The line between the service and its mail server, which a test can let break at the one moment that matters: when the
 * server has taken a mail and its answer is on the way.
 */
final class CuttableLine {
    private static final String END_OF_MAIL = "\r\n.\r\n";

    private final ServerSocket socket;
    private final int server;
    private final AtomicInteger cuts = new AtomicInteger();

    CuttableLine(int server) {
        this.server = server;
        try {
            this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The next answer to the end of a mail gets lost. */
    void losesTheNextAnswer() {
        cuts.incrementAndGet();
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> carry(client));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void carry(Socket client) {
        try (client;
                var mails = new Socket(InetAddress.getLoopbackAddress(), server)) {
            var answers = Thread.ofVirtual().start(() -> copy(mails, client));
            carryMails(client, mails);
            answers.join();
        } catch (IOException e) {
            // The mail server is away: whoever calls hears the line go dead.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryMails(Socket client, Socket mails) throws IOException {
        var last = "";
        var buffer = new byte[8192];
        var in = client.getInputStream();
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            var text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
            last = tail(last + text);
            if (last.endsWith(END_OF_MAIL) && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                client.shutdownOutput();
            }
            mails.getOutputStream().write(buffer, 0, read);
            mails.getOutputStream().flush();
        }
        mails.shutdownOutput();
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - END_OF_MAIL.length()));
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            var buffer = new byte[8192];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!to.isOutputShutdown()) {
                    to.getOutputStream().write(buffer, 0, read);
                    to.getOutputStream().flush();
                }
            }
            to.close();
        } catch (IOException e) {
            // One of the two hung up.
        }
    }
}
