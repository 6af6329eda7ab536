package no.oppfolging.local.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.oppfolging.local.HtmlPages;
import tools.jackson.databind.json.JsonMapper;

/** The caught mails, as pages under {@code /mail} and as JSON under {@code /mail/api}. */
final class MailPages implements HttpHandler {
    private static final Pattern ONE = Pattern.compile("/mail/(\\d{1,9})");
    private static final Pattern ONE_AS_JSON = Pattern.compile("/mail/api/(\\d{1,9})");
    private static final Pattern ATTACHMENT = Pattern.compile("/mail/(\\d{1,9})/attachments/(\\d{1,3})");

    private final Mailbox mailbox;
    private final HtmlPages pages;
    private final JsonMapper json = JsonMapper.builder().build();

    MailPages(Mailbox mailbox, HtmlPages pages) {
        this.mailbox = mailbox;
        this.pages = pages;
    }

    /** What the list in JSON says of each. */
    record Entry(int id, Instant receivedAt, String from, String to, String subject) {
        static Entry of(CaughtMail mail) {
            return new Entry(mail.id(), mail.receivedAt(), mail.from(), mail.to(), mail.subject());
        }
    }

    /** What goes back, before it is put on the wire. */
    private static final class Answer {
        final int status;
        final String type;
        final byte[] body;

        Answer(int status, String type, byte[] body) {
            this.status = status;
            this.type = type;
            this.body = body;
        }

        static Answer html(int status, String page) {
            return new Answer(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
        }

        static Answer json(byte[] body) {
            return new Answer(200, "application/json", body);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange.getRequestURI().getPath());
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type);
            headers.set("Content-Security-Policy", HtmlPages.CONTENT_SECURITY_POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(answer.status, answer.body.length == 0 ? -1 : answer.body.length);
            exchange.getResponseBody().write(answer.body);
        }
    }

    private Answer answer(String path) {
        return switch (path) {
            case "/mail", "/mail/" -> Answer.html(200, pages.render("mails", Map.of("mails", mailbox.newestFirst())));
            case "/mail/style.css" ->
                new Answer(200, "text/css; charset=utf-8", pages.style().getBytes(StandardCharsets.UTF_8));
            case "/mail/api" -> Answer.json(json.writeValueAsBytes(entries()));
            default -> answerOne(path);
        };
    }

    private Answer answerOne(String path) {
        var one = ONE.matcher(path);
        if (one.matches()) {
            return mailbox.find(Integer.parseInt(one.group(1)))
                    .map(mail -> Answer.html(200, pages.render("mail", Map.of("mail", mail))))
                    .orElseGet(this::missing);
        }
        var asJson = ONE_AS_JSON.matcher(path);
        if (asJson.matches()) {
            return mailbox.find(Integer.parseInt(asJson.group(1)))
                    .map(mail -> Answer.json(json.writeValueAsBytes(mail)))
                    .orElseGet(this::missing);
        }
        var attachment = ATTACHMENT.matcher(path);
        if (attachment.matches()) {
            return mailbox.find(Integer.parseInt(attachment.group(1)))
                    .flatMap(mail -> mail.attachments().stream()
                            .skip(Integer.parseInt(attachment.group(2)))
                            .findFirst())
                    .map(file -> new Answer(
                            200, "application/octet-stream", Base64.getDecoder().decode(file.content())))
                    .orElseGet(this::missing);
        }
        return missing();
    }

    private List<Entry> entries() {
        return mailbox.newestFirst().stream().map(Entry::of).toList();
    }

    private Answer missing() {
        return Answer.html(404, pages.render("mail-missing", Map.of()));
    }
}
