package no.oppfolging.local.canaries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.oppfolging.local.Visitor;
import no.oppfolging.local.Visitor.Page;
import no.oppfolging.platform.testing.ServiceName;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Those who type: each in a browser of their own, and each as a program with a token of theirs. */
final class Typists implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Visitor> browsers = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final URI home;

    Typists(URI home) {
        this.home = home;
    }

    URI home() {
        return home;
    }

    /** A form as it stands on a page. */
    record Form(Page page, String action, Map<String, String> hidden) {}

    /** Opens a page, and signs in when asked to. */
    Page open(String person, String address) {
        var browser = browsers.computeIfAbsent(person, _ -> new Visitor());
        var page = browser.open(home.resolve(address));
        return page.text().contains("action=\"/issuer/sign-in\"")
                ? browser.submit(page, "/issuer/sign-in", Map.of("person", person), "nowhere")
                : page;
    }

    /** The form that sends to such an address, on a page or on one that the page leads to. */
    Form form(String person, String address, String action) {
        var page = open(person, address);
        var there = find("action=\"(" + action + ")\"", page);
        if (there.isEmpty()) {
            page = open(person, find("href=\"(" + action + ")\"", page));
            there = find("action=\"(" + action + ")\"", page);
        }
        return formOn(page, there);
    }

    static Form formOn(Page page, String action) {
        return new Form(page, action, hidden(page, action));
    }

    /** The first of a page; empty where there is none. */
    private static String find(String pattern, Page page) {
        var found = Pattern.compile(pattern).matcher(page.text());
        return found.find() ? found.group(1) : "";
    }

    private static Map<String, String> hidden(Page page, String action) {
        var at = page.text().indexOf("action=\"" + action + "\"");
        var hidden = new HashMap<String, String>();
        if (at >= 0) {
            var from = page.text().lastIndexOf("<form", at);
            var fields = HIDDEN.matcher(page.text().substring(from, page.text().indexOf("</form>", at)));
            while (fields.find()) {
                hidden.put(fields.group("name"), HtmlUtils.htmlUnescape(fields.group("value")));
            }
            hidden.remove("_csrf");
        }
        return hidden;
    }

    Page submit(String person, Form form, Map<String, String> fields) {
        return browser(person).submit(form.page(), form.action(), fields, "nowhere");
    }

    Page upload(String person, Page page, String action, String field, String content) {
        return browser(person).upload(page, action, field, content);
    }

    private Visitor browser(String person) {
        return browsers.computeIfAbsent(person, _ -> new Visitor());
    }

    HttpResponse<String> get(String person, ServiceName service, String address) {
        return send(as(person, service, address));
    }

    JsonNode read(String person, ServiceName service, String address) {
        var answer = get(person, service, address);
        return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
    }

    HttpResponse<String> post(
            String person, ServiceName service, String address, Map<String, String> headers, Object body) {
        var request = as(person, service, address).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder as(String person, ServiceName service, String address) {
        var token = tokens.computeIfAbsent(person + "&audience=" + service.group(), this::token);
        return HttpRequest.newBuilder(home.resolve(address)).header("Authorization", "Bearer " + token);
    }

    private String token(String personAndAudience) {
        var answer = send(HttpRequest.newBuilder(home.resolve("/issuer/demo-token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("person=" + personAndAudience)));
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An address, and what is asked for in it. */
    static String address(String path, Map<String, String> asked) {
        return asked.isEmpty()
                ? path
                : asked.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() {
        http.close();
        browsers.values().forEach(Visitor::close);
    }
}
