package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of a case from the beginning, by this service and the others. */
class CaseHistoryIT {
    private final RunningService service = RunningCases.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final KarisAbsence known = KarisAbsence.ofSomebodyNew();
    private final Employed ola = known.ola;
    private final Employed kari = known.kari;
    private final Someone asOla = known.asOla;
    private final Someone asKari = known.asKari;

    @Nested
    class The_history_of_a_case {
        @Test
        @Shows(value = "D-01", at = "GET /api/cases/{caseId}/history")
        void is_told_from_the_log_as_it_was_known_at_any_instant() {
            var caseId = known.away();

            var now = service.get(asOla, "/api/cases/" + caseId + "/history").body();
            assertThat(now.path("told").valueStream().map(it -> it.path("event").asString()))
                    .contains("case.AbsenceRegistered", "case.CaseOpened", "case.DeadlineSet");

            var before = service.get(
                            asOla, "/api/cases/" + caseId + "/history?knownAt=" + Instant.parse("2026-03-01T00:00:00Z"))
                    .body();
            assertThat(before.path("told")).isEmpty();
        }

        @Test
        @Shows(value = "D-25", at = "GET /api/cases/{caseId}/history")
        void of_a_case_that_was_part_of_another_for_a_while_tells_of_both() {
            var later = known.away();
            var between = UUID.randomUUID();
            known.reported(UUID.randomUUID(), 1, "2026-01-05", "2026-01-20");
            known.eventually(
                    asOla, "/api/cases", answer -> assertThat(answer.body()).hasSize(2));
            known.reported(between, 1, "2026-01-21", "2026-03-04");
            known.eventually(
                    asOla, "/api/cases", answer -> assertThat(answer.body()).hasSize(1));
            neighbours.hrTells(
                    "AbsenceWithdrawn", kari.employment(), Map.of("absenceId", between.toString(), "revision", 2));
            known.eventually(
                    asOla, "/api/cases", answer -> assertThat(answer.body()).hasSize(2));

            assertThat(service.get(asOla, "/api/cases/" + later + "/history")
                            .body()
                            .path("told")
                            .valueStream()
                            .map(it -> it.path("event").asString()))
                    .containsSubsequence("case.CaseOpened", "case.CasesMerged", "case.CaseSplit");
        }

        @Test
        void puts_what_the_others_tell_where_it_belongs_in_time_and_says_who_did_not_answer() {
            var caseId = known.away();
            var path = "/api/cases/" + caseId + "/history";
            RunningCases.MEETINGS.answers(path, summoned(ola.person()));

            var history =
                    service.get(asOla, path + "?knownAt=2026-12-01T00:00:00Z").body();

            assertThat(history.path("told")
                            .valueStream()
                            .map(it -> it.path("event").asString()))
                    .startsWith("meeting.MeetingSummoned")
                    .contains("case.CaseOpened");
            assertThat(history.path("missing").valueStream().map(JsonNode::asString))
                    .containsExactly("plans");
            assertThat(RunningCases.MEETINGS.asked(path)).last().satisfies(question -> {
                assertThat(question.path()).endsWith("?knownAt=2026-12-01T00:00:00Z");
                assertThat(subjectOf(question.authorization())).isEqualTo(ola.signIn());
            });
        }

        @Test
        void is_shown_with_the_names_of_those_who_acted() {
            var caseId = known.away();
            RunningCases.MEETINGS.answers("/api/cases/" + caseId + "/history", summoned(ola.person()));

            var page = service.visitor(asKari).open("/cases/" + caseId + "/history");

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text())
                    .contains("Innkalt til møte", "Ola Bråthen", "Saken ble åpnet", "Vi fikk ikke svar om planen.");
        }

        private String summoned(UUID by) {
            return """
                    {"told": [{"service": "meetings", "position": 7, "recordedAt": "2026-03-01T08:00:00Z",
                      "event": "meeting.MeetingSummoned", "role": "MANAGER", "by": "%s", "caseId": null,
                      "details": {"meetingId": "5b9c8c0e-30ee-4a4e-9d4e-4d6a1c0f0e11", "kind": "DM1",
                        "appointment": {"startsAt": "2026-03-17T09:00:00Z", "endsAt": "2026-03-17T10:00:00Z"}}}]}
                    """.formatted(by);
        }

        private static String subjectOf(String authorization) {
            var claims = authorization.substring("Bearer ".length()).split("\\.", -1)[1];
            return JsonMapper.shared()
                    .readTree(Base64.getUrlDecoder().decode(claims))
                    .path("sub")
                    .asString();
        }
    }
}
