package no.oppfolging.notifications.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.notifications.channels.MailServer.Outcome;
import no.oppfolging.notifications.channels.MailServer.Outcome.NotTaken;
import no.oppfolging.notifications.channels.MailServer.Outcome.Taken;
import no.oppfolging.notifications.channels.MailServer.Outcome.Unknown;
import no.oppfolging.notifications.domain.FailureCode;
import no.oppfolging.notifications.domain.MessageId;
import no.oppfolging.notifications.domain.NoticeId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.testing.FreePort;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MailServerIT {
    private static final PersonId OLA = PersonId.of("00000000-0000-0000-0000-00000000000b");
    private static final Mail MAIL = mailTo("ola@fjordbygg.example");

    private static Mail mailTo(String... addresses) {
        return new Mail(
                MessageId.of(NoticeId.of("00000000-0000-0000-0000-0000000000aa")),
                List.of(addresses).stream()
                        .map(address -> new PersonalText(OLA, address))
                        .toList(),
                Locale.of("nb"),
                "Du er kalt inn til et møte",
                "Hei!",
                "<p>Hei!</p>",
                Optional.empty(),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    private static MailServer at(int port) {
        var settings = new MailSettings(
                "127.0.0.1",
                port,
                null,
                null,
                false,
                "ikke-svar@oppfolging.invalid",
                Optional.empty(),
                Duration.ofSeconds(5));
        return new MailServer(settings, Clock.fixed(Instant.parse("2026-03-09T09:00:00Z"), ZoneOffset.UTC));
    }

    private static Outcome whenAnswered(Map<String, String> script, Mail mail) {
        try (var server = new ScriptedMailServer(script);
                var mails = at(server.port())) {
            return mails.send(mail);
        }
    }

    @Test
    void takes_many_mails_over_one_connection_each_time_under_the_same_message_id() {
        try (var server = new ScriptedMailServer(Map.of());
                var mails = at(server.port())) {
            assertThat(mails.send(MAIL)).isEqualTo(new Taken());
            assertThat(mails.send(MAIL)).isEqualTo(new Taken());

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.taken())
                    .hasSize(2)
                    .allSatisfy(mail -> assertThat(mail)
                            .contains("Message-ID: <00000000-0000-0000-0000-0000000000aa@oppfolging>")
                            .contains("Auto-Submitted: auto-generated"));
        }
    }

    @Nested
    class One_that_certainly_has_nothing {
        @Test
        void cannot_be_reached() {
            try (var mails = at(FreePort.find())) {
                assertThat(mails.send(MAIL)).isEqualTo(new NotTaken(FailureCode.UNREACHABLE));
            }
        }

        @Test
        void hangs_up_before_the_mail_has_ended() {
            assertThat(whenAnswered(Map.of("DATA", ScriptedMailServer.HANG_UP), MAIL))
                    .isEqualTo(new NotTaken(FailureCode.UNREACHABLE));
            assertThat(whenAnswered(Map.of("RCPT", ScriptedMailServer.HANG_UP), MAIL))
                    .isEqualTo(new NotTaken(FailureCode.UNREACHABLE));
        }

        @Test
        void says_no_for_now() {
            assertThat(whenAnswered(Map.of("RCPT", "450 busy"), MAIL))
                    .isEqualTo(new NotTaken(FailureCode.REFUSED_FOR_NOW));
            assertThat(whenAnswered(Map.of(".", "451 later"), MAIL))
                    .isEqualTo(new NotTaken(FailureCode.REFUSED_FOR_NOW));
        }

        @Test
        void says_no_to_the_address() {
            assertThat(whenAnswered(Map.of("RCPT", "550 unknown"), MAIL))
                    .isEqualTo(new NotTaken(FailureCode.ADDRESS_REFUSED));
        }

        @Test
        void says_no_to_the_mail() {
            assertThat(whenAnswered(Map.of(".", "554 never"), MAIL)).isEqualTo(new NotTaken(FailureCode.MAIL_REFUSED));
        }

        @Test
        void says_no_to_its_sender_which_is_ours_to_mend() {
            assertThat(whenAnswered(Map.of("MAIL", "550 not you"), MAIL))
                    .isEqualTo(new NotTaken(FailureCode.REFUSED_FOR_NOW));
            assertThat(whenAnswered(Map.of("MAIL", "530 sign in first"), MAIL))
                    .isEqualTo(new NotTaken(FailureCode.REFUSED_FOR_NOW));
        }

        @Test
        void is_never_asked_about_what_is_no_address() {
            assertThat(whenAnswered(Map.of(), mailTo("ola at work")))
                    .isEqualTo(new NotTaken(FailureCode.ADDRESS_REFUSED));
        }
    }

    @Nested
    class Somebody_with_two_addresses {
        private static final String OLD = "RCPT TO:<ola@old.example>";
        private static final String NEW = "RCPT TO:<ola@new.example>";
        private final Mail mail = mailTo("ola@old.example", "ola@new.example");

        @Test
        void has_it_as_soon_as_one_of_them_takes_it() {
            assertThat(whenAnswered(Map.of(OLD, "550 unknown"), mail)).isEqualTo(new Taken());
            assertThat(whenAnswered(Map.of(NEW, "451 busy"), mail)).isEqualTo(new Taken());
        }

        @Test
        void has_it_at_the_one_that_can_be_read() {
            try (var server = new ScriptedMailServer(Map.of());
                    var mails = at(server.port())) {
                for (var crooked : List.of("ola..b@x.example", "ola@x.example.", "<ola@x.example", "o(la@x.example")) {
                    assertThat(mails.send(mailTo("ola@new.example", crooked))).isEqualTo(new Taken());
                }
                assertThat(server.taken())
                        .hasSize(4)
                        .allSatisfy(taken -> assertThat(taken).contains("To: ola@new.example\n"));
            }
        }

        @Test
        void is_tried_again_as_long_as_one_may_take_it_later() {
            assertThat(whenAnswered(Map.of(OLD, "550 unknown", NEW, "451 greylisted"), mail))
                    .isEqualTo(new NotTaken(FailureCode.REFUSED_FOR_NOW));
            assertThat(whenAnswered(Map.of(OLD, "550 unknown", ".", "451 later"), mail))
                    .isEqualTo(new NotTaken(FailureCode.REFUSED_FOR_NOW));
            assertThat(whenAnswered(Map.of(OLD, "550 unknown", "DATA", "451 later"), mail))
                    .isEqualTo(new NotTaken(FailureCode.REFUSED_FOR_NOW));
        }

        @Test
        void is_given_up_when_none_of_them_ever_will() {
            assertThat(whenAnswered(Map.of(OLD, "550 unknown", NEW, "553 no such name"), mail))
                    .isEqualTo(new NotTaken(FailureCode.ADDRESS_REFUSED));
        }

        @Test
        void may_have_it_when_the_server_hangs_up_after_the_end_of_the_mail() {
            assertThat(whenAnswered(Map.of(OLD, "550 unknown", ".", ScriptedMailServer.HANG_UP), mail))
                    .isEqualTo(new Unknown());
            assertThat(whenAnswered(Map.of(OLD, "451 busy", ".", ScriptedMailServer.HANG_UP), mail))
                    .isEqualTo(new Unknown());
        }

        @Test
        void certainly_has_nothing_when_the_server_hangs_up_before() {
            assertThat(whenAnswered(Map.of(OLD, "550 unknown", NEW, ScriptedMailServer.HANG_UP), mail))
                    .isEqualTo(new NotTaken(FailureCode.UNREACHABLE));
            assertThat(whenAnswered(Map.of(OLD, "550 unknown", "DATA", ScriptedMailServer.HANG_UP), mail))
                    .isEqualTo(new NotTaken(FailureCode.UNREACHABLE));
        }
    }

    @Nested
    class One_that_may_have_it {
        @Test
        void hangs_up_after_the_end_of_the_mail() {
            try (var server = new ScriptedMailServer(Map.of(".", ScriptedMailServer.HANG_UP));
                    var mails = at(server.port())) {
                assertThat(mails.send(MAIL)).isEqualTo(new Unknown());
                assertThat(server.taken()).hasSize(1);
            }
        }

        @Test
        void is_certain_to_have_nothing_of_the_next_mail_when_it_is_gone_by_then() {
            var server = new ScriptedMailServer(Map.of(".", ScriptedMailServer.HANG_UP));
            try (var mails = at(server.port())) {
                assertThat(mails.send(MAIL)).isEqualTo(new Unknown());
                server.close();
                assertThat(mails.send(MAIL)).isEqualTo(new NotTaken(FailureCode.UNREACHABLE));
            }
        }
    }
}
