package no.oppfolging.notifications;

import static no.oppfolging.notifications.Mails.header;
import static no.oppfolging.notifications.Mails.partOf;
import static no.oppfolging.notifications.Mails.saysNothingOfAnyone;
import static no.oppfolging.notifications.Mails.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.oppfolging.platform.messaging.Trace;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How the line manager is invited to a meeting. */
class InvitationsIT {
    private final RunningNotifications running = RunningNotifications.RUNNING;
    private final RunningService service = running.service;
    private final KarisCase known = KarisCase.opened();
    private final UUID caseId = known.caseId;
    private final UUID meetingId = known.meetingId;
    private final Employed ola = known.ola;
    private final Employed siri = known.siri;
    private final Employed kari = known.kari;
    private final Someone asHr = known.asHr;

    @AfterEach
    void nothing_of_it_is_left_to_be_sent() {
        known.leavesNothingToBeSent();
    }

    @Nested
    class An_invitation {
        @Test
        @Shows(value = "D-14", at = "e-mail")
        void is_sent_once_to_the_line_manager_without_a_name_or_a_word_about_health() {
            var startsAt = Instant.parse("2027-03-16T09:00:00Z");
            running.meetingIs(caseId, meetingId, "SUMMONED", "Møterom Fjorden", startsAt);
            known.summoned();
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
        void leads_to_the_case_that_the_meeting_has_passed_on_to() {
            var now = UUID.randomUUID();
            running.meetingIs(now, meetingId, "SUMMONED", "Møterom Fjorden", known.inAWeek());
            known.summoned();
            running.newsIsHeard();

            assertThat(textOf(running.awaitMailsTo(ola, 1).getFirst()))
                    .contains(service.address() + "/meetings/cases/" + now);
        }

        @Test
        void has_no_line_in_its_calendar_part_that_is_too_long() {
            var place =
                    "Møterommet innerst i gangen på Lageret, forbi resepsjonen og opp trappen til venstre for heisen";
            running.meetingIs(caseId, meetingId, "SUMMONED", place, known.inAWeek());
            known.summoned();
            running.newsIsHeard();

            var calendar = partOf(running.awaitMailsTo(ola, 1).getFirst(), "text/calendar")
                    .orElseThrow();
            assertThat(calendar.lines())
                    .allSatisfy(line ->
                            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
            assertThat(calendar.replaceAll("\\R ", "").lines())
                    .contains("LOCATION:" + place.replace(",", "\\,"), "ORGANIZER:mailto:ikke-svar@oppfolging.invalid");
        }

        @Test
        void is_told_of_by_the_contract() {
            known.standing();
            known.summoned();
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
            known.standing();
            known.summoned();
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
            known.leads(maria);
            known.standing();
            known.summoned();
            running.newsIsHeard();

            var mail = running.awaitMailsTo(maria, 1).getFirst();
            assertThat(header(mail, "Subject")).isEqualTo("You have been invited to a meeting");
            assertThat(textOf(mail)).startsWith("Hello!").contains("For privacy reasons this e-mail names nobody.");
            saysNothingOfAnyone(mail);
        }

        @Test
        void keeps_back_a_place_that_names_the_employee() {
            running.meetingIs(caseId, meetingId, "SUMMONED", "Karis kontor", known.inAWeek());
            known.summoned();
            running.newsIsHeard();

            var mail = running.awaitMailsTo(ola, 1).getFirst();
            assertThat(textOf(mail)).contains("Hvor: Logg inn for å se stedet.");
            assertThat(partOf(mail, "text/calendar").orElseThrow()).doesNotContain("LOCATION");
            saysNothingOfAnyone(mail);
        }

        @Test
        void waits_for_the_morning_when_the_day_is_over() {
            running.isNight();
            known.standing();
            known.summoned();
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
            known.standing();
            known.summoned();
            running.awaitNotices(caseId, asHr, "WAITING");

            known.told("MeetingCancelled", Map.of("meetingId", meetingId.toString()));

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
            running.meetingIs(caseId, meetingId, "CANCELLED", "Møterom Fjorden", known.inAWeek());
            known.summoned();
            running.newsIsHeard();

            running.awaitNotices(caseId, asHr, "CANCELLED MEETING_CANCELLED");
            assertThat(running.mailsTo(ola)).isEmpty();
        }

        @Test
        void tells_the_new_time_alone_when_the_meeting_is_moved_first() {
            running.isNight();
            known.standing();
            known.summoned();
            running.awaitNotices(caseId, asHr, "WAITING");
            known.told("MeetingMoved", Map.of("meetingId", meetingId.toString()));
            running.awaitNotices(caseId, asHr, "WAITING", "CANCELLED MEETING_MOVED");

            running.isOpen();
            running.newsIsHeard();

            running.awaitMailsTo(ola, 1);
            running.awaitNotices(caseId, asHr, "SENT", "CANCELLED MEETING_MOVED");
        }

        @Test
        void is_sent_anew_when_the_meeting_is_moved_later_and_calendars_see_which_is_the_latest() {
            known.standing();
            known.summoned();
            running.newsIsHeard();
            running.awaitMailsTo(ola, 1);
            known.told("MeetingMoved", Map.of("meetingId", meetingId.toString()));
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
            known.summoned();
            running.newsIsHeard();

            running.awaitNotices(caseId, asHr, "CANCELLED MEETING_BEGUN");
            assertThat(running.mailsTo(ola)).isEmpty();
        }

        @Test
        void goes_to_whoever_leads_the_employee_when_it_is_sent() {
            running.isNight();
            known.standing();
            known.summoned();
            running.awaitNotices(caseId, asHr, "WAITING");
            running.isOpen();
            running.hrTellsOfNewLeader(kari, siri, service.clock().instant());
            known.leads(siri);
            running.newsIsHeard();

            running.awaitMailsTo(siri, 1);
            assertThat(running.mailsTo(ola)).isEmpty();
            running.awaitNotices(caseId, asHr, "SENT", "CANCELLED RECIPIENT_REPLACED");
        }

        @Test
        void waits_when_the_owner_of_its_words_does_not_answer() {
            known.summoned();
            running.newsIsHeard();
            running.awaitNotices(caseId, asHr, "WAITING WORDS_UNAVAILABLE");

            known.standing();
            running.passesWithNews(Duration.ofMinutes(2));

            running.awaitMailsTo(ola, 1);
        }

        @Test
        @Shows(value = "D-30", at = "e-mail")
        void waits_while_something_that_makes_it_needless_may_be_on_its_way() {
            known.standing();
            known.summoned();
            running.awaitNotices(caseId, asHr, "WAITING");
            running.passes(Duration.ofMinutes(2));
            running.awaitNotices(caseId, asHr, "WAITING WAITING_FOR_NEWS");
            assertThat(running.mailsTo(ola)).isEmpty();

            running.passesWithNews(Duration.ofMinutes(5));

            running.awaitMailsTo(ola, 1);
        }
    }
}
