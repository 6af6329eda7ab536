package no.oppfolging.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import no.oppfolging.platform.testing.TestIssuer.Someone;

/** Ways into the showroom: with a token over its API, and signed in with a browser. */
final class Doors {
    static final String CASE = "/api/cases/" + Showroom.KARIS_CASE;
    static final Someone KARI = Someone.named("kari");
    static final Someone OLA = Someone.named("ola");
    static final Someone HANNE_FROM_HR = new Someone("hanne", List.of("HR"), List.of(Showroom.OURS.value()));

    private Doors() {}

    static HttpResponse<String> get(String path, Someone someone) throws Exception {
        return get(path, OpenShowroom.visited().issuer().token(someone, "case-service"));
    }

    static HttpResponse<String> get(String path, String token) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token));
    }

    static HttpRequest.Builder note(String json) {
        return HttpRequest.newBuilder(at(CASE + "/contacts"))
                .header("Authorization", bearer(OLA))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-1")
                .POST(BodyPublishers.ofString(json));
    }

    static HttpClient signedIn(Someone someone) throws Exception {
        var browser = browser();
        OpenShowroom.visited().issuer().nextIs(someone);
        visit(browser, "/cases");
        return browser;
    }

    static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    static HttpResponse<String> visit(HttpClient browser, String path) throws Exception {
        var request = HttpRequest.newBuilder(at(path)).header("Accept", "text/html");
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    static HttpResponse<String> post(HttpClient browser, String page, String text) throws Exception {
        return post(browser, page, text, "");
    }

    static HttpResponse<String> post(HttpClient browser, String page, String text, String more) throws Exception {
        var form = "_csrf=" + hidden(page, "_csrf") + "&commandId=" + hidden(page, "commandId") + "&version="
                + hidden(page, "version") + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more;
        return browser.send(
                HttpRequest.newBuilder(at("/cases/" + Showroom.KARIS_CASE + "/contacts"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    static String hidden(String page, String name) {
        var input = Pattern.compile("<input type=\"hidden\" name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(page);
        return input.find() ? input.group(1) : "";
    }

    static String bearer(Someone someone) {
        return "Bearer " + OpenShowroom.visited().issuer().token(someone, "case-service");
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    static URI at(String path) {
        return URI.create(OpenShowroom.visited().address() + path);
    }

    /** Asserts problem details of that status and name; hands back the body. */
    static String problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var body = answer.body();
        assertThat(JsonPath.<String>read(body, "$.type")).isEqualTo("/problems/" + slug);
        assertThat(JsonPath.<Integer>read(body, "$.status")).isEqualTo(status);
        assertThat(detail(body)).isNotBlank();
        return body;
    }

    static String detail(String body) {
        return JsonPath.read(body, "$.detail");
    }
}
