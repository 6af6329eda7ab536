package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.MeterRules;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OperationsIT {
    private final RunningService service = RunningMeetings.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final UUID caseId = UUID.randomUUID();
    private final UUID trace = UUID.randomUUID();
    private final String meetings = "/api/cases/" + caseId + "/meetings";
    private final Employed ola = Employed.named("Ola Bråthen", "ola-" + caseId);
    private final Employed kari = Employed.named("Kari Nordmann", "kari-" + caseId);

    @BeforeEach
    void kari_is_led_by_ola_and_has_a_case_in_the_trace_of_hrs_message() {
        neighbours.hrTells(ola, Optional.empty());
        neighbours.hrTells(kari, Optional.of(ola));
        var opened = neighbours.message(
                "no.oppfolging.case.CaseOpened.v1",
                caseId,
                Map.of(
                        "caseId",
                        caseId.toString(),
                        "employmentId",
                        kari.employment().toString(),
                        "employeeId",
                        kari.person().toString()));
        opened.put("position", "1").put("previous", "0").put("traceparent", "00-" + hex() + "-00f067aa0ba902b7-01");
        neighbours.put(
                Servers.kafka(ServiceName.CASES),
                ServiceName.CASES.topic(),
                caseId.toString(),
                JsonMapper.shared().writeValueAsBytes(opened));
        await().untilAsserted(() ->
                assertThat(service.get(ola.someone(), meetings).status()).isEqualTo(200));
    }

    @Test
    void the_news_of_a_meeting_is_in_the_trace_of_the_message_that_opened_its_case() {
        var startsAt = service.clock().instant().plus(Duration.ofDays(8));
        var summons = """
                {"meetingId": "%s",
                 "appointment": {"startsAt": "%s", "endsAt": "%s",
                                 "place": "Møterom Fjorden", "form": "IN_PERSON"},
                 "participants": [{"role": "EMPLOYEE", "person": "%s"}, {"role": "MANAGER", "person": "%s"}]}
                """.formatted(
                        UUID.randomUUID(), startsAt, startsAt.plus(Duration.ofHours(1)), kari.person(), ola.person());

        assertThat(service.post(ola.someone(), meetings, Optional.empty(), summons)
                        .status())
                .isEqualTo(201);

        await().untilAsserted(() -> {
            var news = neighbours.heard(caseId);
            assertThat(news).hasSize(1);
            assertThat(news.getFirst().path("type").asString()).isEqualTo("no.oppfolging.meeting.MeetingSummoned.v1");
            assertThat(news.getFirst().path("traceparent").asString()).startsWith("00-" + hex() + "-");
        });
    }

    @Test
    void its_meters_name_nobody() {
        await().untilAsserted(() -> {
            var exposed = service.text("/actuator/prometheus");
            for (var expected : List.of(
                    "oppfolging_log_appends_seconds_count [1-9]",
                    "oppfolging_log_behind\\{follower=\"publisher\"} ",
                    "oppfolging_inbox_lag ",
                    "oppfolging_watermarks_age_seconds\\{producer=\"case\"} ")) {
                assertThat(exposed).containsPattern("(?m)^" + expected);
            }
            MeterRules.mustHold(exposed);
        });
    }

    @Test
    void its_messages_are_an_operators_to_see_and_nobody_elses() {
        var operator = new Someone("odd", List.of("OPERATOR"), List.of(RunningService.ORGANISATION));

        assertThat(service.get(operator, "/api/meetings/messages/parked").status())
                .isEqualTo(200);
        assertThat(service.get(ola.someone(), "/api/meetings/messages/parked").status())
                .isEqualTo(403);
    }

    private String hex() {
        return trace.toString().replace("-", "");
    }
}
