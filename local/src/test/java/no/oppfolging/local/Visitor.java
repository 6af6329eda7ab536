package no.oppfolging.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who reads pages over HTTP: keeps cookies, follows redirects, fills in forms; knows no JavaScript. */
public final class Visitor implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int PATIENCE = 20;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** A page as it is shown, and where. */
    public record Page(URI uri, int status, String text) {}

    /** Opens an address and follows where it leads, as far as {@code end} if it comes by there. */
    public Page open(URI address, String end) {
        return follow(send(HttpRequest.newBuilder(address).header("Accept", "text/html")), end);
    }

    public Page open(URI address) {
        return open(address, "nowhere");
    }

    /** Fills in the form of a page and sends it. */
    public Page submit(Page page, String action, Map<String, String> fields, String end) {
        var token = CSRF.matcher(page.text());
        var hidden = token.find() ? "_csrf=" + encode(token.group(1)) + "&" : "";
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&", hidden, ""));
        return follow(
                send(HttpRequest.newBuilder(page.uri().resolve(action))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))),
                end);
    }

    /** Hands in a file by the form of a page. */
    public Page upload(Page page, String action, String field, String content) {
        var token = CSRF.matcher(page.text());
        var boundary = "boundary-of-a-form";
        var body = new StringBuilder();
        if (token.find()) {
            body.append("--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n"
                    .formatted(boundary, token.group(1)));
        }
        body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"file.csv\"\r\n"
                        .formatted(boundary, field))
                .append("Content-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n".formatted(content, boundary));
        return follow(
                send(HttpRequest.newBuilder(page.uri().resolve(action))
                        .header("Accept", "text/html")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))),
                "nowhere");
    }

    @Override
    public void close() {
        client.close();
    }

    private Page follow(HttpResponse<String> first, String end) {
        var response = first;
        for (var hops = 0; hops < PATIENCE; hops++) {
            var location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return new Page(response.uri(), response.statusCode(), response.body());
            }
            var next = response.uri().resolve(location.get());
            if (next.toString().startsWith(end)) {
                return new Page(next, response.statusCode(), "");
            }
            response = send(HttpRequest.newBuilder(next).header("Accept", "text/html"));
        }
        throw new IllegalStateException("Led around in a circle, last to " + response.uri());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
