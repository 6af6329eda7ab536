package no.oppfolging.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.oppfolging.notifications.domain.SendingWindow;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.FreePort;
import no.oppfolging.platform.testing.PlayedService;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * The notification-service that all tests of this module share, with a mail server, and meeting- and plan-service
 * played by one that answers with what a test lays there.
 */
final class RunningNotifications {
    private static final Duration A_MOMENT = Duration.ofSeconds(30);

    static final RunningNotifications RUNNING = new RunningNotifications();

    private final PlayedService owners = PlayedService.start();
    private final int mailPort = FreePort.find();
    private final GreenMail mails = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final CuttableLine line = new CuttableLine(mailPort);
    final RunningService service;

    private RunningNotifications() {
        mails.start();
        service = RunningService.start(
                ServiceName.NOTIFICATIONS,
                NotificationsApplication.class,
                Map.of(
                        "oppfolging.mail.host",
                        "127.0.0.1",
                        "oppfolging.mail.port",
                        String.valueOf(line.port()),
                        "oppfolging.mail.phone",
                        "22 00 00 00",
                        "oppfolging.services.meetings.url",
                        owners.url(),
                        "oppfolging.services.plans.url",
                        owners.url()));
    }

    /** What meeting-service answers from now on when it is asked about a meeting. */
    void meetingIs(UUID caseId, UUID meetingId, String status, String place, Instant startsAt) {
        owners.answers("/api/meetings/" + meetingId + "/invitation-words", """
                {"caseId": "%s", "meetingId": "%s", "status": "%s", "title": "Møte", "place": "%s",
                 "form": "IN_PERSON", "startsAt": "%s", "endsAt": "%s"}
                """.formatted(
                        caseId, meetingId, status, place, startsAt, startsAt.plus(Duration.ofHours(1))));
    }

    /** What plan-service answers from now on when it is asked about a plan; it waits for those parties. */
    void planIs(UUID caseId, UUID planId, int version, String... waitsFor) {
        var awaited =
                Arrays.stream(waitsFor).map("{\"party\": \"%s\"}"::formatted).toList();
        owners.answers("/api/plans/" + planId + "/notice-words", """
                {"caseId": "%s", "planId": "%s", "version": %d, "title": "Plan", "waiting": %s, "waitsFor": %s}
                """.formatted(
                        caseId, planId, version, waitsFor.length > 0, awaited));
    }

    /** What plan-service answers from now on when it is asked about a measure. */
    void measureIs(UUID caseId, UUID measureId, int version, String standing) {
        owners.answers("/api/plans/measures/" + measureId + "/notice-words", """
                {"caseId": "%s", "measureId": "%s", "version": %d, "standing": "%s"}
                """.formatted(
                        caseId, measureId, version, standing));
    }

    /** The clock shows the next time that mails may be sent, and that nothing has been heard of up to then. */
    void isOpen() {
        passes(A_MOMENT);
        var now = service.clock().instant();
        if (!SendingWindow.isOpen(now)) {
            service.clock().moveTo(SendingWindow.next(now));
        }
    }

    /** The clock shows a time of day after the sending hours of today. */
    void isNight() {
        isOpen();
        var now = service.clock().instant();
        var closes = now;
        while (SendingWindow.isOpen(closes)) {
            closes = closes.plus(Duration.ofMinutes(15));
        }
        service.clock().moveTo(closes.plus(Duration.ofMinutes(30)));
    }

    void passes(Duration time) {
        service.clock().moveTo(service.clock().instant().plus(time));
    }

    /** Time goes by, and at that very moment it is known that meeting- and plan-service have told everything. */
    void passesWithNews(Duration time) {
        newsIsKnown(service.clock().instant().plus(time));
        passes(time);
    }

    /** Meeting- and plan-service have told everything up to a moment from now. */
    void newsIsHeard() {
        var soon = service.clock().instant().plus(A_MOMENT);
        service.neighbours().haveToldUntil(ServiceName.MEETINGS, soon);
        service.neighbours().haveToldUntil(ServiceName.PLANS, soon);
    }

    /** A watermark from ahead says nothing, and a sweep may come between the clock and the broker. */
    private void newsIsKnown(Instant until) {
        service.bean(JdbcClient.class)
                .sql("""
                        insert into watermarks (producer, until) values ('meeting', :until), ('plan', :until)
                        on conflict (producer) do update set until = greatest(watermarks.until, excluded.until)
                        """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** HR tells of somebody with an address of their own. */
    void hrTells(Employed someone, String language, Employed leader) {
        service.neighbours()
                .hrTells(
                        "EmploymentStarted",
                        someone.employment(),
                        Map.of(
                                "person",
                                person(someone, language),
                                "lineManager",
                                Map.of("personId", leader.person().toString())));
    }

    void hrTellsOfNewLeader(Employed someone, Employed leader, Instant from) {
        service.neighbours()
                .hrTells(
                        "EmploymentChanged",
                        someone.employment(),
                        Map.of(
                                "revision",
                                2,
                                "validFrom",
                                from.toString().substring(0, 10),
                                "person",
                                person(someone, "nb"),
                                "lineManager",
                                Map.of("personId", leader.person().toString())));
    }

    private Map<String, Object> person(Employed someone, String language) {
        var person = new HashMap<String, Object>();
        person.put("personId", someone.person().toString());
        person.put("name", someone.name());
        person.put("email", addressOf(someone));
        person.put("language", language);
        person.put("signInId", Map.of("issuer", service.issuer().uri(), "subject", someone.signIn()));
        return person;
    }

    static String addressOf(Employed someone) {
        return someone.person() + "@fjordbygg.example";
    }

    List<MimeMessage> mailsTo(Employed someone) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail -> to(mail).contains(addressOf(someone)))
                .toList();
    }

    List<MimeMessage> awaitMailsTo(Employed someone, int count) {
        await().untilAsserted(() -> assertThat(mailsTo(someone)).hasSize(count));
        return mailsTo(someone);
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getHeader("To", ",");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mail server takes the next mail, and nobody hears of it. */
    void theNextAnswerGetsLost() {
        line.losesTheNextAnswer();
    }

    void mailServerStops() {
        mails.stop();
    }

    void mailServerStarts() {
        mails.start();
    }

    /** How the notices of a case stand, the latest first. */
    List<JsonNode> noticesOf(UUID caseId, Someone reader) {
        var answer = service.get(reader, "/api/cases/" + caseId + "/notices");
        return answer.status() == 200
                ? answer.body().path("notices").valueStream().toList()
                : List.of();
    }

    /** Waits until the notices of a case stand so, the latest first: {@code "CANCELLED MEETING_MOVED"}. */
    List<JsonNode> awaitNotices(UUID caseId, Someone reader, String... standing) {
        await().untilAsserted(
                        () -> assertThat(noticesOf(caseId, reader).stream().map(RunningNotifications::standing))
                                .containsExactly(standing));
        return noticesOf(caseId, reader);
    }

    private static String standing(JsonNode notice) {
        return (notice.path("state").asString() + " " + notice.path("reason").asString("")).strip();
    }
}
