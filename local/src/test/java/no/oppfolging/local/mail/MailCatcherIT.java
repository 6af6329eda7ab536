package no.oppfolging.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import no.oppfolging.local.HtmlPages;
import no.oppfolging.local.Visitor;
import no.oppfolging.platform.testing.Browser;
import no.oppfolging.platform.testing.Browser.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ResourceLock(Browser.ONE)
class MailCatcherIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T07:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void shows_what_was_sent_newest_first_and_takes_it_apart() throws Exception {
        try (var catcher = new MailCatcher(folder, CLOCK)) {
            send(catcher.port(), "Du har en invitasjon");
            send(catcher.port(), "En plan venter på deg");
            try (var web = new Web(catcher);
                    var visitor = new Visitor()) {
                var list = visitor.open(web.at("/mail")).text();
                assertThat(list.indexOf("En plan venter på deg"))
                        .isPositive()
                        .isLessThan(list.indexOf("Du har en invitasjon"));
                assertThat(list).contains("til ola@fjordlys.example");

                assertThat(visitor.open(web.at("/mail/1")).text())
                        .contains("<h1>Du har en invitasjon</h1>")
                        .contains("Logg inn for å lese")
                        .contains("&lt;p&gt;Logg inn&lt;/p&gt;")
                        .contains("møte.ics");
                assertThat(visitor.open(web.at("/mail/1/attachments/0")).text()).isEqualTo("BEGIN:VCALENDAR");
                assertThat(visitor.open(web.at("/mail/3")).status()).isEqualTo(404);

                assertThat(visitor.open(web.at("/mail/api")).text())
                        .contains("\"id\":2")
                        .contains("\"subject\":\"En plan venter på deg\"")
                        .contains("\"receivedAt\":\"2026-05-04T07:00:00Z\"");
                assertThat(visitor.open(web.at("/mail/api/1")).text()).contains("\"text\":\"Logg inn for å lese\"");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("no.oppfolging.platform.testing.Browser#looks")
    void shows_mails_to_everyone_however_they_see(Look look) throws Exception {
        try (var catcher = new MailCatcher(folder, CLOCK)) {
            send(catcher.port(), "En plan venter på deg");
            try (var web = new Web(catcher);
                    var browser = Browser.open(look)) {
                for (var path : List.of("/mail", "/mail/1", "/mail/none")) {
                    browser.page().navigate(web.at(path).toString());
                    browser.mustBeAccessible();
                    browser.mustNotScrollSideways();
                }
                assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("Content Security Policy"));
            }
        }
    }

    @Test
    void still_has_what_it_caught_before_it_was_stopped() throws Exception {
        try (var first = new MailCatcher(folder, CLOCK)) {
            send(first.port(), "Du har en invitasjon");
        }
        try (var second = new MailCatcher(folder, CLOCK);
                var web = new Web(second);
                var visitor = new Visitor()) {
            assertThat(visitor.open(web.at("/mail")).text()).contains("Du har en invitasjon");
        }
    }

    private static void send(int port, String subject) throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("oppfolging@fjordlys.example"));
        message.setRecipients(
                Message.RecipientType.TO, InternetAddress.parse("ola@fjordlys.example,mona@fjordlys.example"));
        message.setSubject(subject, "UTF-8");
        var text = new MimeBodyPart();
        text.setText("Logg inn for å lese", "UTF-8");
        var html = new MimeBodyPart();
        html.setText("<p>Logg inn</p>", "UTF-8", "html");
        var file = new MimeBodyPart();
        file.setText("BEGIN:VCALENDAR", "UTF-8", "calendar");
        file.setFileName("møte.ics");
        message.setContent(new MimeMultipart("mixed", new MimeBodyPart[] {alternatives(text, html), file}));
        Transport.send(message);
    }

    private static MimeBodyPart alternatives(MimeBodyPart... parts) throws Exception {
        var whole = new MimeBodyPart();
        whole.setContent(new MimeMultipart("alternative", parts));
        return whole;
    }

    /** The pages of a catcher on a port of their own. */
    private static final class Web implements AutoCloseable {
        private final HttpServer server;

        Web(MailCatcher catcher) throws Exception {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/mail", catcher.pages(new HtmlPages()));
            server.start();
        }

        URI at(String path) {
            return URI.create("http://localhost:" + server.getAddress().getPort() + path);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
