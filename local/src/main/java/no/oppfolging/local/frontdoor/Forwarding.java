package no.oppfolging.local.frontdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.oppfolging.local.HtmlPages;

/** Hands a request on to the service that owns its path, and the answer back, both as they stream. */
final class Forwarding implements HttpHandler {
    /** What belongs to one connection, or is ours to say. */
    private static final Set<String> NOT_FORWARDED = Set.of(
            "connection",
            "content-length",
            "expect",
            "forwarded",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto");

    private static final long NO_BODY = -1;
    private static final long OF_UNKNOWN_LENGTH = 0;

    private final HttpClient client;
    private final Routes routes;
    private final int port;
    private final HtmlPages pages;

    Forwarding(HttpClient client, Routes routes, int port, HtmlPages pages) {
        this.client = client;
        this.routes = routes;
        this.port = port;
        this.pages = pages;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (Routes.isClosed(exchange.getRequestURI().getPath())) {
                exchange.sendResponseHeaders(404, NO_BODY);
                return;
            }
            HttpResponse<InputStream> answer;
            try {
                answer = client.send(request(exchange), BodyHandlers.ofInputStream());
            } catch (IOException e) {
                away(exchange);
                return;
            }
            try (var body = answer.body()) {
                pass(answer, body, exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) {
        var uri = exchange.getRequestURI();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var target = "http://127.0.0.1:" + routes.portFor(uri.getPath()) + uri.getRawPath() + query;
        var request = HttpRequest.newBuilder(URI.create(target)).method(exchange.getRequestMethod(), body(exchange));
        var named = namedByConnection(exchange);
        exchange.getRequestHeaders().forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!NOT_FORWARDED.contains(lower) && !named.contains(lower)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.header("X-Forwarded-Host", "localhost:" + port)
                .header("X-Forwarded-Port", String.valueOf(port))
                .header("X-Forwarded-Proto", "http")
                .header(
                        "X-Forwarded-For",
                        exchange.getRemoteAddress().getAddress().getHostAddress())
                .build();
    }

    private static Set<String> namedByConnection(HttpExchange exchange) {
        var named = new HashSet<String>();
        for (var value : exchange.getRequestHeaders().getOrDefault("Connection", List.of())) {
            for (var name : value.split(",", -1)) {
                named.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return named;
    }

    private static BodyPublisher body(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var stream = BodyPublishers.ofInputStream(exchange::getRequestBody);
        var length = headers.getFirst("Content-Length");
        if (length != null) {
            var bytes = Long.parseLong(length);
            return bytes == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(stream, bytes);
        }
        return headers.containsKey("Transfer-Encoding") ? stream : BodyPublishers.noBody();
    }

    private static void pass(HttpResponse<InputStream> answer, InputStream body, HttpExchange exchange)
            throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), length(answer, exchange));
        copy(body, exchange.getResponseBody());
    }

    private static long length(HttpResponse<?> answer, HttpExchange exchange) {
        var status = answer.statusCode();
        if (exchange.getRequestMethod().equals("HEAD") || status == 204 || status == 304) {
            return NO_BODY;
        }
        var length = answer.headers().firstValueAsLong("Content-Length");
        if (length.isEmpty()) {
            return OF_UNKNOWN_LENGTH;
        }
        return length.getAsLong() == 0 ? NO_BODY : length.getAsLong();
    }

    /** As it comes: a page that is still being written is shown as far as it goes. */
    private static void copy(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[16 * 1024];
        for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    private void away(HttpExchange exchange) throws IOException {
        var page = pages.render("away", Map.of()).getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Security-Policy", HtmlPages.CONTENT_SECURITY_POLICY);
        headers.set("Retry-After", "5");
        exchange.sendResponseHeaders(503, page.length);
        exchange.getResponseBody().write(page);
    }
}
