package no.oppfolging.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.oppfolging.platform.testing.TestIssuer.Someone;

/** Somebody who has signed in at a service's pages, and reads them without JavaScript. */
public final class Visitor {
    private static final int FARTHEST = 15;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String address;
    private final TestIssuer issuer;
    private final Someone someone;
    private final CookieManager cookies;
    private final HttpClient http;

    private Visitor(String address, TestIssuer issuer, Someone someone, CookieManager cookies) {
        this.address = address;
        this.issuer = issuer;
        this.someone = someone;
        this.cookies = cookies;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    static Visitor signedIn(String address, TestIssuer issuer, Someone someone) {
        return new Visitor(address, issuer, someone, new CookieManager());
    }

    /** Closes the browser without signing out: it forgets the session alone, and somebody else opens it again. */
    public Visitor leavesTheBrowserTo(Someone next) {
        var store = cookies.getCookieStore();
        store.getCookies().stream()
                .filter(cookie -> cookie.getMaxAge() < 0)
                .toList()
                .forEach(cookie -> store.remove(null, cookie));
        return new Visitor(address, issuer, next, cookies);
    }

    /** A page, as it came. */
    public record Shown(int status, String text, URI at) {}

    /** Opens a page; the first time by way of the issuer. */
    public Shown open(String path) {
        issuer.nextIs(someone);
        return exchange(HttpRequest.newBuilder(URI.create(address + path)));
    }

    /** Sends a form that stands on a page, and follows to where that leads. */
    public Shown send(Shown page, String path, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        Matcher token = TOKEN.matcher(page.text());
        if (token.find()) {
            form.put("_csrf", token.group(1));
        }
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return exchange(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Follows by hand: signing in takes more steps than the client goes by itself. */
    private Shown exchange(HttpRequest.Builder request) {
        var answer = sent(request);
        for (var step = 0; step < FARTHEST && answer.statusCode() / 100 == 3; step++) {
            var next = answer.headers().firstValue("Location").orElseThrow();
            answer = sent(HttpRequest.newBuilder(answer.uri().resolve(next)));
        }
        return new Shown(answer.statusCode(), answer.body(), answer.uri());
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return http.send(request.header("Accept", "text/html,*/*;q=0.8").build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
