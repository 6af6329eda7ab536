package no.oppfolging.local.visits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The product's pages in the hands of one person, for what no program can ask for: they sign in, and fill in forms. */
public final class Pages implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();
    private final URI home;
    private final String person;

    public Pages(URI home, String person) {
        this.home = home;
        this.person = person;
    }

    /** Fills in the form of a page, and sends it to the page's own address. */
    public void fillIn(String page, Map<String, Object> fields) {
        var signIn = send(HttpRequest.newBuilder(home.resolve(page)));
        var form = submit(signIn, "/issuer/sign-in", Map.of("person", person));
        var _ = submit(form, page, fields);
    }

    private HttpResponse<String> submit(HttpResponse<String> shown, String action, Map<String, Object> fields) {
        var token = TOKEN.matcher(shown.body());
        if (!token.find()) {
            throw new WentWrong(shown.uri() + " shows no form to " + person);
        }
        var body = fields.entrySet().stream()
                .map(field ->
                        encoded(field.getKey()) + "=" + encoded(field.getValue().toString()))
                .collect(Collectors.joining("&", "_csrf=" + encoded(token.group(1)) + "&", ""));
        return send(HttpRequest.newBuilder(home.resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new WentWrong(person + " came to " + answer.uri() + " and was answered " + answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WentWrong("Interrupted while waiting for a page");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
