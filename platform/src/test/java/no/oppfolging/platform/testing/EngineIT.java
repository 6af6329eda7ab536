package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EngineIT {

    @Test
    void that_is_not_there_has_nothing() {
        assertThat(Engine.at("unix:///nowhere/docker.sock").has("postgres:18")).isFalse();
        assertThat(Engine.at("tcp://localhost:" + FreePort.find()).has("postgres:18"))
                .isFalse();
    }

    @Test
    void that_answers_says_what_it_has() throws Exception {
        assertThat(answering("HTTP/1.1 200 OK\r\n\r\n")).isTrue();
        assertThat(answering("HTTP/1.1 404 Not Found\r\n\r\n")).isFalse();
    }

    private static boolean answering(String answer) throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var engine = Thread.ofVirtual().start(() -> {
                try (var connection = socket.accept()) {
                    connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    connection.getInputStream().read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            var has = Engine.at("tcp://localhost:" + socket.getLocalPort()).has("postgres:18");
            engine.join();
            return has;
        }
    }
}
