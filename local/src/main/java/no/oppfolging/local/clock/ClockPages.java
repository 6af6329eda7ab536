package no.oppfolging.local.clock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.local.HtmlPages;
import no.oppfolging.platform.kernel.LegalDay;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The product's time, as a page at {@code /clock} and as JSON at {@code /clock/api}, to see and to move. */
public final class ClockPages implements HttpHandler {
    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("EEEE d. MMMM yyyy 'kl.' HH.mm", Locale.of("nb"));
    private static final DateTimeFormatter IN_A_FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final String STOPS = "<!--stops-->";
    private static final String ALL_READY = "<!--end-->";
    private static final int NINE = 9;
    private static final int OF_UNKNOWN_LENGTH = 0;
    private static final int LONGEST_BODY = 4096;

    private final Clockwork clock;
    private final URI home;
    private final HtmlPages pages;
    private final JsonMapper json = JsonMapper.shared();

    /** @param home whose pages alone may move the clock */
    public ClockPages(Clockwork clock, URI home, HtmlPages pages) {
        this.clock = clock;
        this.home = home;
        this.pages = pages;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            var path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET /clock", "GET /clock/", "HEAD /clock" -> show(exchange);
                case "GET /clock/style.css" -> send(exchange, 200, "text/css; charset=utf-8", pages.style());
                case "GET /clock/api" -> tell(exchange, 200, state());
                case "POST /clock" -> moveFromForm(exchange);
                case "POST /clock/api" -> moveFromJson(exchange);
                default -> send(exchange, 404, "text/plain; charset=utf-8", "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(HttpExchange exchange) throws IOException, InterruptedException {
        var move = clock.latest().filter(latest -> !latest.isOver());
        if (move.isPresent()) {
            showMoving(exchange, move.get());
        } else {
            html(exchange, 200, standing(Optional.empty()));
        }
    }

    private String standing(Optional<String> refusal) {
        var now = clock.now();
        var model = new HashMap<String, Object>();
        model.put("now", inWords(now));
        model.put("field", inAField(tomorrow(now)));
        model.put("earliest", inAField(now));
        model.put("days", clock.ahead().toDays());
        clock.nextDue().ifPresent(due -> model.put("nextDue", inWords(due)));
        refusal.ifPresent(rule -> model.put("refusal", pages.message("clock.refused." + rule)));
        clock.latest().ifPresent(latest -> {
            model.put("stops", latest.stops().stream().map(ClockPages::inWords).toList());
            model.put("gaveUp", latest.gaveUp().stream().map(this::sentence).toList());
        });
        return pages.render("clock", model);
    }

    /** Sends the page as it becomes true: one line for each stop, the end when the clock stands again. */
    private void showMoving(HttpExchange exchange, Move move) throws IOException, InterruptedException {
        var page = pages.render("clock-moves", Map.of("target", inWords(move.target())));
        var list = page.indexOf(STOPS);
        var end = page.indexOf(ALL_READY);
        head(exchange);
        exchange.sendResponseHeaders(200, OF_UNKNOWN_LENGTH);
        write(exchange, page.substring(0, list));
        var told = 0;
        for (var stop = move.awaitStop(told); stop.isPresent(); stop = move.awaitStop(told)) {
            write(exchange, "<li>" + inWords(stop.get()) + "</li>\n");
            told++;
        }
        write(exchange, page.substring(list, end));
        write(
                exchange,
                "<p role=\"status\">%s</p>"
                        .formatted(pages.message(move.gaveUp().isEmpty() ? "clock.moves.there" : "clock.moves.stuck")));
        write(exchange, page.substring(end));
    }

    private void moveFromForm(HttpExchange exchange) throws IOException {
        try {
            refuseFromElsewhere(exchange);
            clock.begin(Wish.read(form(body(exchange))).from(clock));
            exchange.getResponseHeaders().set("Location", "/clock");
            exchange.sendResponseHeaders(303, -1);
        } catch (TimeRefused refused) {
            html(exchange, 422, standing(Optional.of(refused.rule())));
        }
    }

    /** Another site's page may post here as its reader; a program names no origin. */
    private void refuseFromElsewhere(HttpExchange exchange) {
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null && !(home.getScheme() + "://" + home.getAuthority()).equals(origin)) {
            throw new TimeRefused("clock-asked-from-elsewhere");
        }
    }

    private void moveFromJson(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            refuseFromElsewhere(exchange);
            var move = clock.begin(Wish.read(fields(body(exchange))).from(clock));
            for (var told = 0; move.awaitStop(told).isPresent(); ) {
                told++;
            }
            tell(exchange, move.gaveUp().isEmpty() ? 200 : 503, state());
        } catch (TimeRefused refused) {
            tell(
                    exchange,
                    422,
                    Map.of(
                            "type",
                            "/problems/" + refused.rule(),
                            "status",
                            422,
                            "title",
                            pages.message("clock.refused." + refused.rule())));
        }
    }

    private Map<String, Object> state() {
        var now = clock.now();
        var state = new LinkedHashMap<String, Object>();
        state.put("now", now.toString());
        state.put("oslo", now.atZone(LegalDay.NORWAY).toOffsetDateTime().toString());
        state.put("ahead", clock.ahead().toString());
        clock.nextDue().ifPresent(due -> state.put("nextDue", due.toString()));
        clock.latest().ifPresent(move -> {
            state.put("moving", !move.isOver());
            state.put("target", move.target().toString());
            state.put("stops", move.stops().stream().map(Instant::toString).toList());
            state.put("gaveUp", move.gaveUp().stream().map(Waiting::toString).toList());
        });
        return state;
    }

    private String sentence(Waiting waiting) {
        return waiting.service() + ": " + pages.message("clock.waits." + waiting.what()) + " " + waiting.about();
    }

    private Map<String, String> fields(String body) {
        try {
            var fields = new HashMap<String, String>();
            json.readTree(body)
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString("")));
            return fields;
        } catch (JacksonException e) {
            throw new TimeRefused("clock-time-unreadable");
        }
    }

    private static Map<String, String> form(String body) {
        var fields = new HashMap<String, String>();
        for (var pair : List.of(body.split("&"))) {
            var at = pair.indexOf('=');
            if (at > 0) {
                fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
    }

    /** When offices open. */
    private static Instant tomorrow(Instant now) {
        var today = now.atZone(LegalDay.NORWAY);
        return today.plusDays(1).truncatedTo(ChronoUnit.DAYS).withHour(NINE).toInstant();
    }

    private static String inWords(Instant instant) {
        return IN_WORDS.format(instant.atZone(LegalDay.NORWAY));
    }

    private static String inAField(Instant instant) {
        return IN_A_FIELD.format(instant.atZone(LegalDay.NORWAY));
    }

    private void tell(HttpExchange exchange, int status, Map<String, Object> answer) throws IOException {
        send(
                exchange,
                status,
                status == 422 ? "application/problem+json" : "application/json",
                json.writeValueAsString(answer));
    }

    private void html(HttpExchange exchange, int status, String page) throws IOException {
        head(exchange);
        send(exchange, status, "text/html; charset=utf-8", page);
    }

    private static void head(HttpExchange exchange) {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", HtmlPages.CONTENT_SECURITY_POLICY);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        var silent = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, silent ? -1 : bytes.length);
        if (!silent) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }
}
