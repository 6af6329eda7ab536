package no.oppfolging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.web.WordGuard;
import tools.jackson.databind.JsonNode;

/** What a mail says to whoever reads it. */
final class Mails {
    private Mails() {}

    static void saysNothingOfAnyone(MimeMessage mail) {
        var guard = WordGuard.withOurWords();
        var said = new ArrayList<>(List.of(header(mail, "Subject"), textOf(mail)));
        partOf(mail, "text/html").ifPresent(said::add);
        partOf(mail, "text/calendar").ifPresent(said::add);
        for (var text : said) {
            assertThat(text).doesNotContainIgnoringCase("kari").doesNotContainIgnoringCase("nordmann");
            assertThat(text).doesNotContainIgnoringCase("syk").doesNotContainIgnoringCase("sick");
            assertThat(guard.check(text)).isEmpty();
        }
        assertThat(textOf(mail)).containsOnlyOnce("http");
        assertThat(partOf(mail, "text/html").orElseThrow()).containsOnlyOnce("href=");
    }

    /** The Message-ID of the mail that a notice is sent as. */
    static String messageIdOf(JsonNode notice) {
        return "<" + notice.path("noticeId").asString() + "@oppfolging>";
    }

    static String header(MimeMessage mail, String name) {
        try {
            return MimeUtility.decodeText(mail.getHeader(name, ","));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String textOf(MimeMessage mail) {
        return partOf(mail, "text/plain").orElseThrow();
    }

    static Optional<String> partOf(Part part, String type) {
        try {
            if (part.isMimeType(type)) {
                return Optional.of(
                        new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
            }
            if (part.getContent() instanceof Multipart parts) {
                for (var at = 0; at < parts.getCount(); at++) {
                    BodyPart inside = parts.getBodyPart(at);
                    var found = partOf(inside, type);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
