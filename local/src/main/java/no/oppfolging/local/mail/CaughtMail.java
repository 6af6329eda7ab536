package no.oppfolging.local.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import no.oppfolging.platform.kernel.LegalDay;

/** One mail, taken apart. */
record CaughtMail(
        int id,
        Instant receivedAt,
        String from,
        String to,
        String subject,
        List<Field> headers,
        String text,
        String html,
        List<Attachment> attachments) {

    /** When it came, by Norwegian clocks. */
    public ZonedDateTime norwegianTime() {
        return receivedAt.atZone(LegalDay.NORWAY);
    }

    /** One line of the head. */
    record Field(String name, String value) {}

    /** A file that came along, in Base64. */
    record Attachment(String name, String type, String content) {}

    static CaughtMail read(int id, Instant receivedAt, byte[] bytes) {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(bytes));
            var parts = new Parts();
            parts.add(message);
            return new CaughtMail(
                    id,
                    receivedAt,
                    decoded(message, "From"),
                    decoded(message, "To"),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    headers(message),
                    parts.text.toString(),
                    parts.html.toString(),
                    List.copyOf(parts.attachments));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Mail " + id + " cannot be read", e);
        }
    }

    private static String decoded(MimeMessage message, String name) throws MessagingException, IOException {
        var value = message.getHeader(name, ", ");
        return value == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(value));
    }

    private static List<Field> headers(MimeMessage message) throws MessagingException, IOException {
        var headers = new ArrayList<Field>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.add(new Field(header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue()))));
        }
        return List.copyOf(headers);
    }

    /** What is found in a message, however deep. */
    private static final class Parts {
        final StringBuilder text = new StringBuilder();
        final StringBuilder html = new StringBuilder();
        final List<Attachment> attachments = new ArrayList<>();

        void add(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
                for (var i = 0; i < several.getCount(); i++) {
                    add(several.getBodyPart(i));
                }
            } else if (part.getFileName() == null && part.isMimeType("text/plain")) {
                text.append(part.getContent());
            } else if (part.getFileName() == null && part.isMimeType("text/html")) {
                html.append(part.getContent());
            } else {
                attachments.add(attachment(part));
            }
        }

        private static Attachment attachment(Part part) throws MessagingException, IOException {
            var type = part.getContentType().replaceAll("\\s+", " ");
            var name = part.getFileName() == null ? type.replaceAll(";.*", "") : part.getFileName();
            try (var content = part.getInputStream()) {
                return new Attachment(name, type, Base64.getEncoder().encodeToString(content.readAllBytes()));
            }
        }
    }
}
