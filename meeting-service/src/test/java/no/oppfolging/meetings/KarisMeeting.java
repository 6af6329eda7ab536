package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.read.casemeetings.MeetingsOfCases;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.testing.KarisPeople;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Scene;

/** A new Kari with a case and a meeting of her own, which Ola has summoned to. */
record KarisMeeting(UUID caseId, UUID meetingId, Instant startsAt, KarisPeople people) {
    static KarisMeeting summoned(RunningService service) {
        var meeting = new KarisMeeting(
                UUID.randomUUID(),
                UUID.randomUUID(),
                service.clock().instant().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.HOURS),
                KarisPeople.told(service.neighbours()));
        service.neighbours().caseOpened(meeting.caseId(), meeting.people().kari(), 1);
        meeting.summon(service);
        return meeting;
    }

    /** Nothing is asked over HTTP, for then it would have been read. */
    private void summon(RunningService service) {
        await().untilAsserted(() -> assertThat(service.post(
                                people.ola().someone(),
                                "/api/cases/" + caseId + "/meetings",
                                Optional.empty(),
                                summons())
                        .status())
                .isEqualTo(201));
        await().until(() -> service.bean(MeetingsOfCases.class)
                .meeting(new CaseId(caseId), new MeetingId(meetingId))
                .isPresent());
    }

    private String summons() {
        return """
                {"meetingId": "%s", "appointment": %s, "participants": %s}
                """.formatted(meetingId, appointment(), participants());
    }

    private String appointment() {
        return """
                {"startsAt": "%s", "endsAt": "%s", "place": "Møterom Fjorden", "form": "IN_PERSON"}
                """.formatted(startsAt, startsAt.plus(Duration.ofHours(1)));
    }

    private String participants() {
        return """
                [{"role": "EMPLOYEE", "person": "%s"}, {"role": "MANAGER", "person": "%s"}]
                """.formatted(people.kari().person(), people.ola().person());
    }

    /** What the endpoints that change something want to be sent. */
    Map<String, String> bodies() {
        var one = "POST /api/cases/{caseId}/meetings/{meetingId}/";
        return Map.of(
                "POST /api/cases/{caseId}/meetings",
                summons(),
                "POST /api/cases/{caseId}/meetings/conversations",
                "{\"meetingId\": \"%s\", \"heldOn\": \"2026-03-02\", \"form\": \"OFF_SITE\", \"occasion\": \"AT_RISK\", \"purposes\": [\"FEEDBACK_BOTH_WAYS\"], \"attended\": %s}"
                        .formatted(UUID.randomUUID(), participants()),
                one + "moves",
                "{\"appointment\": " + appointment() + "}",
                one + "cancellations",
                "{\"reason\": \"Nytt møte siden\"}",
                one + "holdings",
                "{\"heldOn\": \"2026-03-09\", \"attended\": " + participants() + "}",
                "POST /api/meetings/messages/{messageId}/skips",
                "{\"reason\": \"SENT_BY_MISTAKE\"}");
    }

    Scene scene() {
        return people.scene(
                "/meetings",
                Map.of("caseId", caseId.toString(), "meetingId", meetingId.toString(), "reason", "SENT_BY_MISTAKE"));
    }
}
