package no.oppfolging.platform.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Another service that is asked over HTTP: answers what a test tells it to, 404 otherwise, and keeps what was asked.
 */
public final class PlayedService {
    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** A question as it came. */
    public record Asked(String path, String authorization) {}

    private PlayedService(HttpServer server) {
        this.server = server;
    }

    public static PlayedService start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var played = new PlayedService(server);
            server.createContext("/", played::answer);
            server.start();
            return played;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on a path, without its query, is answered with this JSON. */
    public void answers(String path, String json) {
        answers.put(path, json);
    }

    /** What has been asked at a path, query and all, so far. */
    public List<Asked> asked(String path) {
        return asked.stream()
                .filter(question -> question.path().split("\\?", 2)[0].equals(path))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(new Asked(uri.toString(), authorization == null ? "" : authorization));
        var answer = answers.get(uri.getPath());
        var body = (answer == null ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
