package no.oppfolging.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.oppfolging.notifications.channels.SenderLocks;
import no.oppfolging.notifications.domain.NoticeCommand.StartSending;
import no.oppfolging.notifications.domain.NoticeId;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.messaging.Trace;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.testing.AuthorityRules;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import no.oppfolging.platform.web.WordGuard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class NotificationsIT {
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final RunningNotifications running = RunningNotifications.RUNNING;
    private final RunningService service = running.service;
    private final UUID caseId = UUID.randomUUID();
    private final UUID meetingId = UUID.randomUUID();
    private final UUID planId = UUID.randomUUID();
    private final Employed ola = Employed.named("Ola Bråthen", "ola-" + caseId);
    private final Employed siri = Employed.named("Siri Moe", "siri-" + caseId);
    private final Employed kari = Employed.named("Kari Nordmann", "kari-" + caseId);
    private final Someone asHr = new Someone("hr", List.of("HR"), List.of(RunningService.ORGANISATION));
    private final Map<ServiceName, Long> lastTold = new EnumMap<>(ServiceName.class);
    private long told;

    @BeforeEach
    void kari_is_led_by_ola_and_has_a_case() {
        running.isOpen();
        running.hrTells(ola, "nb", siri);
        running.hrTells(siri, "nb", ola);
        running.hrTells(kari, "nb", ola);
        service.neighbours().caseOpened(caseId, kari, 1);
        await().untilAsserted(() -> assertThat(service.get(kari.someone(), "/api/cases/" + caseId + "/notices")
                        .status())
                .isEqualTo(200));
    }

    @AfterEach
    void nothing_of_it_is_left_to_be_sent() {
        told("MeetingCancelled", Map.of("meetingId", meetingId.toString()));
        tells(ServiceName.PLANS, "PlanAgreed", Map.of("planId", planId.toString(), "version", 9));
        await().untilAsserted(() -> assertThat(running.noticesOf(caseId, asHr))
                .noneMatch(notice -> List.of("WAITING", "UNCERTAIN").contains(state(notice))));
    }

    @Test
    void every_endpoint_stands_in_the_table_of_authority() {
        AuthorityRules.mustHold(
                service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                service.bean(Authority.class));
    }

    @Nested
    class An_invitation {
        @Test
        @Shows(value = "D-14", at = "e-mail")
        void is_sent_once_to_the_line_manager_without_a_name_or_a_word_about_health() {
            var startsAt = Instant.parse("2027-03-16T09:00:00Z");
            running.meetingIs(caseId, meetingId, "SUMMONED", "Møterom Fjorden", startsAt);
            summoned();
            running.newsIsHeard();

            var mail = running.awaitMailsTo(ola, 1).getFirst();
            running.awaitNotices(caseId, asHr, "SENT");
            assertThat(header(mail, "Subject")).isEqualTo("Du er kalt inn til et møte");
            assertThat(textOf(mail)).isEqualTo("""
                    Hei!

                    Du er kalt inn til et møte. Tidspunktet ligger ved som kalenderfil.

                    Hva: Møte
                    Når: tirsdag 16. mars 2027 kl. 10.00–11.00
                    Hvor: Møterom Fjorden

                    Logg inn for å se hvem som deltar og hva møtet gjelder:
                    %s/meetings/cases/%s

                    Av hensyn til personvernet står det ingen navn i denne e-posten. Logg inn for å se hvem det gjelder.

                    E-posten er sendt automatisk og kan ikke besvares. Ring 22 00 00 00 hvis du lurer på noe.

                    Hilsen Oppfølging
                    """.formatted(service.address(), caseId));
            assertThat(partOf(mail, "text/calendar").orElseThrow().lines())
                    .contains(
                            "METHOD:PUBLISH",
                            "UID:" + meetingId + "@oppfolging",
                            "DTSTART:20270316T090000Z",
                            "DTEND:20270316T100000Z",
                            "SUMMARY:Møte",
                            "LOCATION:Møterom Fjorden",
                            "CLASS:PRIVATE")
                    .noneMatch(line -> line.startsWith("DESCRIPTION"));
            assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
            saysNothingOfAnyone(mail);
        }

        @Test
        void is_told_of_by_the_contract() {
            standing();
            summoned();
            running.newsIsHeard();

            await().untilAsserted(() -> assertThat(service.neighbours().heard(caseId))
                    .singleElement()
                    .satisfies(message -> {
                        new ContractRules().assertFits(message);
                        assertThat(message.path("type").asString())
                                .isEqualTo("no.oppfolging.notification.NoticeSent.v1");
                        assertThat(message.toString())
                                .doesNotContain(ola.person().toString())
                                .doesNotContain(kari.person().toString());
                    }));
        }

        @Test
        void is_in_the_trace_of_what_it_tells() {
            standing();
            summoned();
            running.newsIsHeard();

            var mail = running.awaitMailsTo(ola, 1).getFirst();
            var trace = Trace.correlationOf(header(mail, "traceparent"));
            assertThat(trace).isPresent();
            await().untilAsserted(() -> assertThat(service.neighbours().heard(caseId))
                    .singleElement()
                    .satisfies(news -> assertThat(
                                    Trace.correlationOf(news.path("traceparent").asString()))
                            .isEqualTo(trace)));
        }

        @Test
        void is_written_in_the_recipients_language() {
            var maria = Employed.named("Maria Silva", "maria-" + caseId);
            running.hrTells(maria, "en", ola);
            running.hrTellsOfNewLeader(kari, maria, service.clock().instant());
            leads(maria);
            standing();
            summoned();
            running.newsIsHeard();

            var mail = running.awaitMailsTo(maria, 1).getFirst();
            assertThat(header(mail, "Subject")).isEqualTo("You have been invited to a meeting");
            assertThat(textOf(mail)).startsWith("Hello!").contains("For privacy reasons this e-mail names nobody.");
            saysNothingOfAnyone(mail);
        }

        @Test
        void keeps_back_a_place_that_names_the_employee() {
            running.meetingIs(caseId, meetingId, "SUMMONED", "Karis kontor", inAWeek());
            summoned();
            running.newsIsHeard();

            var mail = running.awaitMailsTo(ola, 1).getFirst();
            assertThat(textOf(mail)).contains("Hvor: Logg inn for å se stedet.");
            assertThat(partOf(mail, "text/calendar").orElseThrow()).doesNotContain("LOCATION");
            saysNothingOfAnyone(mail);
        }

        @Test
        void waits_for_the_morning_when_the_day_is_over() {
            running.isNight();
            standing();
            summoned();
            running.newsIsHeard();
            var waiting = running.awaitNotices(caseId, asHr, "WAITING").getFirst();
            var opening = Instant.parse(waiting.path("notBefore").asString());
            assertThat(opening).isAfter(service.clock().instant());
            assertThat(running.mailsTo(ola)).isEmpty();

            service.clock().moveTo(opening);
            running.newsIsHeard();

            running.awaitMailsTo(ola, 1);
        }

        @Test
        void is_not_sent_when_the_meeting_is_cancelled_first() {
            running.isNight();
            standing();
            summoned();
            running.awaitNotices(caseId, asHr, "WAITING");

            told("MeetingCancelled", Map.of("meetingId", meetingId.toString()));

            running.awaitNotices(caseId, asHr, "CANCELLED MEETING_CANCELLED");
            await().untilAsserted(() -> assertThat(service.neighbours().heard(caseId))
                    .singleElement()
                    .satisfies(message -> {
                        new ContractRules().assertFits(message);
                        assertThat(message.path("data").path("reason").asString())
                                .isEqualTo("MEETING_CANCELLED");
                    }));
            assertThat(running.mailsTo(ola)).isEmpty();
        }

        @Test
        void is_not_sent_when_the_meeting_was_cancelled_and_that_is_not_heard_of_yet() {
            running.meetingIs(caseId, meetingId, "CANCELLED", "Møterom Fjorden", inAWeek());
            summoned();
            running.newsIsHeard();

            running.awaitNotices(caseId, asHr, "CANCELLED MEETING_CANCELLED");
            assertThat(running.mailsTo(ola)).isEmpty();
        }

        @Test
        void tells_the_new_time_alone_when_the_meeting_is_moved_first() {
            running.isNight();
            standing();
            summoned();
            running.awaitNotices(caseId, asHr, "WAITING");
            told("MeetingMoved", Map.of("meetingId", meetingId.toString()));
            running.awaitNotices(caseId, asHr, "WAITING", "CANCELLED MEETING_MOVED");

            running.isOpen();
            running.newsIsHeard();

            running.awaitMailsTo(ola, 1);
            running.awaitNotices(caseId, asHr, "SENT", "CANCELLED MEETING_MOVED");
        }

        @Test
        void is_sent_anew_when_the_meeting_is_moved_later_and_calendars_see_which_is_the_latest() {
            standing();
            summoned();
            running.newsIsHeard();
            running.awaitMailsTo(ola, 1);
            told("MeetingMoved", Map.of("meetingId", meetingId.toString()));
            running.newsIsHeard();

            var mails = running.awaitMailsTo(ola, 2);
            assertThat(mails.stream().map(mail -> header(mail, "Message-ID"))).doesNotHaveDuplicates();
            assertThat(mails.stream()
                            .map(mail -> partOf(mail, "text/calendar")
                                    .orElseThrow()
                                    .lines()
                                    .filter(line -> line.startsWith("SEQUENCE") || line.startsWith("UID"))
                                    .toList()))
                    .containsExactlyInAnyOrder(
                            List.of("UID:" + meetingId + "@oppfolging", "SEQUENCE:0"),
                            List.of("UID:" + meetingId + "@oppfolging", "SEQUENCE:1"));
        }

        @Test
        void is_not_sent_for_a_meeting_that_has_begun() {
            running.meetingIs(
                    caseId, meetingId, "SUMMONED", "Fjorden", service.clock().instant());
            summoned();
            running.newsIsHeard();

            running.awaitNotices(caseId, asHr, "CANCELLED MEETING_BEGUN");
            assertThat(running.mailsTo(ola)).isEmpty();
        }

        @Test
        void goes_to_whoever_leads_the_employee_when_it_is_sent() {
            running.isNight();
            standing();
            summoned();
            running.awaitNotices(caseId, asHr, "WAITING");
            running.isOpen();
            running.hrTellsOfNewLeader(kari, siri, service.clock().instant());
            leads(siri);
            running.newsIsHeard();

            running.awaitMailsTo(siri, 1);
            assertThat(running.mailsTo(ola)).isEmpty();
            running.awaitNotices(caseId, asHr, "SENT", "CANCELLED RECIPIENT_REPLACED");
        }

        @Test
        void waits_when_the_owner_of_its_words_does_not_answer() {
            summoned();
            running.newsIsHeard();
            running.awaitNotices(caseId, asHr, "WAITING WORDS_UNAVAILABLE");

            standing();
            running.passes(Duration.ofMinutes(2));
            running.newsIsHeard();

            running.awaitMailsTo(ola, 1);
        }

        @Test
        @Shows(value = "D-30", at = "e-mail")
        void waits_while_something_that_makes_it_needless_may_be_on_its_way() {
            standing();
            summoned();
            running.awaitNotices(caseId, asHr, "WAITING");
            running.passes(Duration.ofMinutes(2));
            running.awaitNotices(caseId, asHr, "WAITING WAITING_FOR_NEWS");
            assertThat(running.mailsTo(ola)).isEmpty();

            running.passes(Duration.ofMinutes(5));
            running.newsIsHeard();

            running.awaitMailsTo(ola, 1);
        }
    }

    @Nested
    class A_mail_server_that_is_away {
        @Test
        void gets_the_same_mail_when_it_is_back() {
            running.mailServerStops();
            try {
                standing();
                summoned();
                running.newsIsHeard();
                running.awaitNotices(caseId, asHr, "WAITING UNREACHABLE");
            } finally {
                running.mailServerStarts();
            }
            running.passes(Duration.ofMinutes(5));
            running.newsIsHeard();

            var mail = running.awaitMailsTo(ola, 1).getFirst();
            var sent = running.awaitNotices(caseId, asHr, "SENT").getFirst();
            assertThat(header(mail, "Message-ID")).isEqualTo(messageIdOf(sent));
            assertThat(sent.path("attempts").asInt()).isGreaterThan(1);
        }
    }

    @Nested
    class A_mail_whose_answer_got_lost {
        @Test
        void is_sent_once_more_as_the_same_mail_so_that_there_are_two_copies_of_one() {
            running.theNextAnswerGetsLost();
            standing();
            summoned();
            running.newsIsHeard();
            running.awaitMailsTo(ola, 1);
            running.awaitNotices(caseId, asHr, "UNCERTAIN");

            running.passes(Duration.ofMinutes(5));
            running.newsIsHeard();

            var copies = running.awaitMailsTo(ola, 2);
            var sent = running.awaitNotices(caseId, asHr, "SENT").getFirst();
            assertThat(copies).allMatch(mail -> header(mail, "Message-ID").equals(messageIdOf(sent)));
        }
    }

    @Nested
    class A_notice_that_another_instance_looks_after {
        @Test
        void is_left_to_it() {
            standing();
            summoned();
            var notice = running.awaitNotices(caseId, asHr, "WAITING").getFirst();
            var locks = new SenderLocks(service.bean(DataSource.class));
            try (var _ =
                    locks.take(NoticeId.of(notice.path("noticeId").asString())).orElseThrow()) {
                running.planIs(caseId, planId, 1, "MANAGER");
                tells(ServiceName.PLANS, "PlanPresented", Map.of("planId", planId.toString(), "version", 1));
                running.newsIsHeard();
                running.awaitNotices(caseId, asHr, "SENT", "WAITING");
            }

            running.awaitNotices(caseId, asHr, "SENT", "SENT");
        }
    }

    @Nested
    class A_notice_that_cannot_be_sent_for_two_weeks {
        @Test
        void is_given_up() {
            summoned();
            running.newsIsHeard();
            running.awaitNotices(caseId, asHr, "WAITING WORDS_UNAVAILABLE");

            running.passes(Duration.ofDays(15));
            running.isOpen();
            running.newsIsHeard();

            running.awaitNotices(caseId, asHr, "CANCELLED OVERDUE");
        }
    }

    @Nested
    class A_sender_that_died {
        @Test
        void is_missed_and_its_notice_sent_as_the_same_mail() {
            standing();
            summoned();
            var notice = running.awaitNotices(caseId, asHr, "WAITING").getFirst();
            someoneStartsSending(notice);
            running.awaitNotices(caseId, asHr, "UNCERTAIN");

            running.passes(Duration.ofMinutes(5));
            running.newsIsHeard();

            var mail = running.awaitMailsTo(ola, 1).getFirst();
            var sent = running.awaitNotices(caseId, asHr, "SENT").getFirst();
            assertThat(header(mail, "Message-ID")).isEqualTo(messageIdOf(sent));
            assertThat(sent.path("attempts").asInt()).isEqualTo(2);
        }

        private void someoneStartsSending(JsonNode notice) {
            var id = UUID.randomUUID();
            service.bean(Commands.class)
                    .send(
                            new StartSending(NoticeId.of(notice.path("noticeId").asString())),
                            new CommandOrigin(
                                    new CommandId(id),
                                    new OrganisationNumber(RunningService.ORGANISATION),
                                    new Actor.Automatic("a sender that dies"),
                                    Optional.empty(),
                                    Optional.empty(),
                                    id));
        }
    }

    @Nested
    class A_plan_that_waits {
        @Test
        void is_told_of_to_the_line_manager_once_for_each_version() {
            running.planIs(caseId, planId, 1, "EMPLOYEE", "MANAGER");
            presented(1);
            running.newsIsHeard();

            var mail = running.awaitMailsTo(ola, 1).getFirst();
            assertThat(header(mail, "Subject")).isEqualTo("En plan venter på underskriften din");
            assertThat(textOf(mail)).isEqualTo("""
                    Hei!

                    En plan er lagt fram for deg og venter på underskriften din. Les den først, og skriv under når du er enig.

                    Logg inn for å lese planen og skrive under:
                    %s/plans/cases/%s

                    Av hensyn til personvernet står det ingen navn i denne e-posten. Logg inn for å se hvem det gjelder.

                    E-posten er sendt automatisk og kan ikke besvares. Ring 22 00 00 00 hvis du lurer på noe.

                    Hilsen Oppfølging
                    """.formatted(service.address(), caseId));
            assertThat(partOf(mail, "text/calendar")).isEmpty();
            saysNothingOfAnyone(mail);
        }

        @Test
        void is_not_told_of_when_the_manager_signs_first() {
            running.isNight();
            running.planIs(caseId, planId, 1, "MANAGER");
            presented(1);
            running.awaitNotices(caseId, asHr, "WAITING");

            tells(ServiceName.PLANS, "PlanSigned", Map.of("planId", planId.toString(), "version", 1, "by", "MANAGER"));

            running.awaitNotices(caseId, asHr, "CANCELLED PLAN_SIGNED");
        }

        @Test
        @Shows(value = "D-30", at = "e-mail")
        void is_not_told_of_when_it_was_signed_and_that_is_not_heard_of_yet() {
            running.planIs(caseId, planId, 1, "EMPLOYEE");
            presented(1);
            running.newsIsHeard();

            running.awaitNotices(caseId, asHr, "CANCELLED PLAN_SIGNED");
            assertThat(running.mailsTo(ola)).isEmpty();
        }

        @Test
        void still_is_when_the_employee_signs() {
            running.isNight();
            running.planIs(caseId, planId, 1, "MANAGER");
            presented(1);
            tells(ServiceName.PLANS, "PlanSigned", Map.of("planId", planId.toString(), "version", 1, "by", "EMPLOYEE"));
            running.awaitNotices(caseId, asHr, "WAITING");
            running.isOpen();
            running.newsIsHeard();

            running.awaitMailsTo(ola, 1);
        }

        @Test
        void is_told_of_in_its_latest_version_alone() {
            running.isNight();
            running.planIs(caseId, planId, 2, "EMPLOYEE", "MANAGER");
            presented(1);
            running.awaitNotices(caseId, asHr, "WAITING");
            presented(2);
            running.awaitNotices(caseId, asHr, "WAITING", "CANCELLED PLAN_CHANGED");

            running.isOpen();
            running.newsIsHeard();

            running.awaitMailsTo(ola, 1);
            running.awaitNotices(caseId, asHr, "SENT", "CANCELLED PLAN_CHANGED");
        }

        private void presented(int version) {
            tells(ServiceName.PLANS, "PlanPresented", Map.of("planId", planId.toString(), "version", version));
        }
    }

    @Nested
    class The_notices_of_a_case {
        @Test
        void are_shown_to_both_of_them_and_without_the_recipient_to_hr() {
            standing();
            summoned();
            running.newsIsHeard();
            running.awaitNotices(caseId, asHr, "SENT");

            for (var someone : List.of(ola.someone(), kari.someone())) {
                assertThat(running.noticesOf(caseId, someone)
                                .getFirst()
                                .path("recipient")
                                .asString())
                        .isEqualTo(ola.person().toString());
            }
            assertThat(running.noticesOf(caseId, asHr).getFirst().has("recipient"))
                    .isFalse();
        }

        @Test
        void are_nothing_that_another_manager_or_an_operator_can_know_of() {
            var operator = new Someone("drift", List.of("OPERATOR"), List.of(RunningService.ORGANISATION));
            for (var someone : List.of(siri.someone(), operator)) {
                assertThat(service.get(someone, "/api/cases/" + caseId + "/notices")
                                .status())
                        .isEqualTo(404);
            }
        }

        @Test
        void are_shown_with_those_of_the_case_it_is_part_of_for_as_long_as_it_is() {
            standing();
            summoned();
            running.newsIsHeard();
            running.awaitNotices(caseId, asHr, "SENT");
            var survivor = UUID.randomUUID();
            service.neighbours().caseOpened(survivor, kari, 1);
            service.neighbours()
                    .tells(
                            ServiceName.CASES,
                            "CasesMerged",
                            survivor,
                            2,
                            1,
                            Map.of("survivor", survivor.toString(), "absorbed", List.of(caseId.toString())));

            running.awaitNotices(survivor, ola.someone(), "SENT");
            running.awaitNotices(caseId, ola.someone(), "SENT");

            service.neighbours()
                    .tells(
                            ServiceName.CASES,
                            "CaseSplit",
                            survivor,
                            3,
                            2,
                            Map.of("kept", survivor.toString(), "created", caseId.toString()));
            running.awaitNotices(survivor, ola.someone());
            running.awaitNotices(caseId, ola.someone(), "SENT");
        }
    }

    @Test
    void operations_see_how_many_mails_stand_how() {
        standing();
        summoned();
        running.newsIsHeard();
        running.awaitNotices(caseId, asHr, "SENT");

        var registry = service.bean(MeterRegistry.class);
        assertThat(registry.get("oppfolging.mails.states")
                        .tag("state", "sent")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(1);
        assertThat(registry.get("oppfolging.mails.oldest").gauge().value()).isGreaterThanOrEqualTo(0);
    }

    private void summoned() {
        told("MeetingSummoned", Map.of("meetingId", meetingId.toString()));
    }

    /** Meeting-service answers that people meet in a week. */
    private void standing() {
        running.meetingIs(caseId, meetingId, "SUMMONED", "Møterom Fjorden", inAWeek());
    }

    private Instant inAWeek() {
        return service.clock().instant().plus(A_WEEK);
    }

    private void leads(Employed someone) {
        await().untilAsserted(() -> assertThat(service.get(someone.someone(), "/api/cases/" + caseId + "/notices")
                        .status())
                .isEqualTo(200));
    }

    private void told(String name, Map<String, Object> fields) {
        tells(ServiceName.MEETINGS, name, fields);
    }

    /** Each telling comes after the one before; the two services count on their own, and neither misses a number. */
    private void tells(ServiceName other, String name, Map<String, Object> fields) {
        var more = new HashMap<>(fields);
        if (name.startsWith("Meeting")) {
            more.put("kind", "DM1");
        }
        told++;
        service.neighbours().tells(other, name, caseId, told, last(other), more);
        lastTold.put(other, told);
    }

    private long last(ServiceName other) {
        return lastTold.getOrDefault(other, 0L);
    }

    private static String messageIdOf(JsonNode notice) {
        return "<" + notice.path("noticeId").asString() + "@oppfolging>";
    }

    private static String state(JsonNode notice) {
        return notice.path("state").asString();
    }

    private void saysNothingOfAnyone(MimeMessage mail) {
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

    private static String header(MimeMessage mail, String name) {
        try {
            return MimeUtility.decodeText(mail.getHeader(name, ","));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String textOf(MimeMessage mail) {
        return partOf(mail, "text/plain").orElseThrow();
    }

    private static Optional<String> partOf(Part part, String type) {
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
