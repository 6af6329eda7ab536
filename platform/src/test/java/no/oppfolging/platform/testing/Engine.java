package no.oppfolging.platform.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A container engine, asked one short question: do you have this image? Where nobody answers, that is at once a no. */
final class Engine {
    private static final long PATIENCE_MS = 1_000;

    private final @Nullable SocketAddress address;

    private Engine(@Nullable SocketAddress address) {
        this.address = address;
    }

    /** The engine that {@code DOCKER_HOST} names, or the one at its usual place. */
    static Engine here() {
        return at(Objects.requireNonNullElse(System.getenv("DOCKER_HOST"), "unix:///var/run/docker.sock"));
    }

    static Engine at(String host) {
        var uri = URI.create(host);
        if (Objects.equals(uri.getScheme(), "tcp")) {
            return new Engine(new InetSocketAddress(uri.getHost(), uri.getPort()));
        }
        var socket = Path.of(uri.getPath());
        return new Engine(Files.exists(socket) ? UnixDomainSocketAddress.of(socket) : null);
    }

    boolean has(String image) {
        return address != null && ask(address, "/images/" + image + "/json").matches("(?s)HTTP/1\\.[01] 200 .*");
    }

    private static String ask(SocketAddress address, String path) {
        var request = "GET %s HTTP/1.0\r\nHost: docker\r\n\r\n".formatted(path);
        var family =
                address instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
        try (var channel = SocketChannel.open(family);
                var selector = Selector.open()) {
            channel.connect(address);
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            if (selector.select(PATIENCE_MS) == 0) {
                return "";
            }
            var answer = ByteBuffer.allocate(64);
            channel.read(answer);
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }
}
