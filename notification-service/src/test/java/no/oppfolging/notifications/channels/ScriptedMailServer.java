package no.oppfolging.notifications.channels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers each command as a test says, and hangs up where it says so. */
final class ScriptedMailServer implements AutoCloseable {
    static final String HANG_UP = "hang up";

    private final ServerSocket socket;
    private final Map<String, String> script;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    /**
     * @param script what to answer to a command such as {@code RCPT}, to a whole line such as {@code RCPT TO:<a@b.no>},
     *     or to the end of a mail, {@code .}
     */
    ScriptedMailServer(Map<String, String> script) {
        this.script = script;
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

    int connections() {
        return connections.get();
    }

    /** Every whole mail that came in, whether or not it was answered. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(connection));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void talk(Socket connection) {
        try (connection;
                var in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            say(connection, "220 here");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.split("[ :]", 2)[0];
                var answer = script.getOrDefault(line, answerTo(command));
                if (answer.equals(HANG_UP)) {
                    return;
                }
                say(connection, answer);
                if (answer.startsWith("354") && !read(connection, in)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The other end hung up.
        }
    }

    /** Reads a mail to its end; tells whether the conversation goes on. */
    private boolean read(Socket connection, BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (answerTo("within").equals(HANG_UP)) {
                return false;
            }
            mail.append(line).append('\n');
        }
        taken.add(mail.toString());
        var answer = answerTo(".");
        if (answer.equals(HANG_UP)) {
            return false;
        }
        say(connection, answer);
        return true;
    }

    private String answerTo(String command) {
        return script.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 so be it");
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
