package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.read.completeness.Completeness;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What HR sees of the whole, and what anybody with a case may ask of it. */
class HrViewsIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisCase known = KarisCase.opened(service);
    private final Someone hanne =
            new Someone("hanne-" + known.caseId(), List.of("HR"), List.of(RunningService.ORGANISATION));

    @Nested
    class A_simulation {
        private final String path = "/cases/" + known.caseId() + "/simulation";

        @Test
        @Shows(value = "D-23", at = "GET /cases/{caseId}/simulation")
        void shows_which_deadlines_would_vanish_and_stores_nothing() {
            var before = events();
            var page = service.visitor(known.ola().someone()).open(path + "?from=2026-03-16&to=&grade=50");

            assertThat(page.text()).contains("50 prosent fra 16. mars 2026", "Dialogmøte 1", "Faller bort");
            assertThat(events()).isEqualTo(before);
        }

        @Test
        void asks_for_next_monday_and_says_what_it_cannot_read() {
            var ola = service.visitor(known.ola().someone());

            assertThat(ola.open(path).text()).contains("value=\"50\"").doesNotContain("Faller bort");
            assertThat(ola.open(path + "?from=mandag&grade=50").text()).contains("Skriv graden som et tall");
            assertThat(ola.open(path + "?from=2026-03-16&grade=0").text())
                    .contains("Graden skal være mellom 1 og 100 prosent.");
        }

        private long events() {
            return service.bean(JdbcClient.class)
                    .sql("select count(*) from event_log where stream = :employment")
                    .param("employment", known.kari().employment())
                    .query(Long.class)
                    .single();
        }
    }

    @Nested
    class The_completeness_check {
        @Test
        @Shows(value = "D-07", at = "GET /cases/completeness")
        void tells_of_a_long_absence_without_a_case_and_of_nothing_that_is_explained() {
            var page = service.visitor(hanne);
            assertThat(unexplained()).isEmpty();
            assertThat(page.open("/cases/completeness").text()).contains("Med sak");
            assertThat(page.open("/cases/all").text()).contains("har en sak eller en forklaring");

            // Nothing in the product can lose a case; so the view is told of an absence that no course came of.
            var lost = UUID.randomUUID();
            told(lost);
            try {
                assertThat(unexplained()).containsExactly(lost);
                assertThat(page.open("/cases/completeness").text())
                        .contains("1 langvarig fravær er uten sak", "Siri Moe");
                assertThat(page.open("/cases/all").text()).contains("1 langvarig fravær er uten sak");
            } finally {
                service.bean(JdbcClient.class)
                        .sql("delete from completeness_v1.absences where absence_id = :lost")
                        .param("lost", lost)
                        .update();
            }
        }

        private void told(UUID absence) {
            service.bean(JdbcClient.class)
                    .sql("""
                            insert into completeness_v1.absences
                                   (employment_id, absence_id, organisation, sick, from_day, to_day)
                            values (:employment, :absence, :organisation, true, '2026-01-05', '2026-01-20')
                            """)
                    .param("employment", known.siri().employment())
                    .param("absence", absence)
                    .param("organisation", RunningService.ORGANISATION)
                    .update();
        }

        private List<UUID> unexplained() {
            return service
                    .bean(Completeness.class)
                    .of(List.of(new OrganisationNumber(RunningService.ORGANISATION)))
                    .unexplained()
                    .stream()
                    .map(Completeness.Unfollowed::absenceId)
                    .toList();
        }
    }

    @Nested
    class The_dashboard {
        @Test
        @Shows(
                value = {"D-26", "C-08"},
                at = "GET /cases/dashboard")
        void shows_quarters_that_are_over_and_nothing_that_few_are_behind() {
            var hr = service.visitor(hanne);

            await().untilAsserted(() -> assertThat(hr.open("/cases/dashboard").text())
                    .contains("4. kvartal 2025", "færre enn 5", "Kostnad per fraværsdag er ikke satt.")
                    .doesNotContain("1. kvartal 2026", "1 900", "Kari"));
        }

        @Test
        void tells_a_quarter_once_whatever_is_corrected_afterwards() {
            var hr = service.visitor(hanne);
            var first =
                    await().until(() -> hr.open("/cases/dashboard").text(), text -> text.contains("4. kvartal 2025"));
            var per = Employed.named("Per " + known.caseId(), "per-" + known.caseId());
            service.neighbours().hrTells(per, Optional.of(known.ola()));
            service.neighbours()
                    .hrTells(
                            "AbsenceReported", per.employment(), KarisCase.absence(UUID.randomUUID(), 1, "2025-10-01"));
            await().untilAsserted(() -> assertThat(service.get(known.ola().someone(), "/api/cases")
                            .body()
                            .toString())
                    .contains("2025-10-01"));

            assertThat(tables(service.visitor(hanne).open("/cases/dashboard").text()))
                    .isEqualTo(tables(first));
        }

        private static String tables(String page) {
            return page.substring(page.indexOf("<table"), page.lastIndexOf("</table>"));
        }
    }

    @Nested
    class An_absence_handed_in_by_hand {
        private final Employed per = Employed.named("Per " + known.caseId(), "per-" + known.caseId());

        private void per_is_employed() {
            service.neighbours().hrTells(per, Optional.of(known.ola()));
            await().untilAsserted(() -> assertThat(service.bean(EventLog.class).ofStream(per.employment()))
                    .isNotEmpty());
        }

        private String message(String type, String fields) {
            return """
                    {"specversion": "1.0", "id": "%s", "source": "https://hr.example", "type": "no.oppfolging.hr.%s.v1",
                     "time": "2026-03-09T07:15:00Z", "datacontenttype": "application/json", "subject": "%s",
                     "organisation": "%s", "data": {"employmentId": "%s", "absenceId": "%s", "revision": 1%s}}
                    """.formatted(
                            UUID.randomUUID(),
                            type,
                            per.employment(),
                            RunningService.ORGANISATION,
                            per.employment(),
                            UUID.randomUUID(),
                            fields);
        }

        @Test
        @Shows(value = "D-24", at = "POST /api/hr/messages")
        void is_answered_message_by_message_and_has_the_effect_it_has_on_the_topic() {
            per_is_employed();
            var right = message(
                    "AbsenceReported",
                    ", \"kind\": \"SICK_NOTE\", \"grade\": 100, \"from\": \"2026-03-02\", \"to\": \"2026-04-30\"");
            var wrong = message(
                    "AbsenceReported",
                    ", \"kind\": \"SICK_NOTE\", \"grade\": 101, \"from\": \"2026-03-02\", \"to\": \"2026-04-30\"");
            var unknown = message("AbsenceWithdrawn", "");

            var answer = handsIn("[" + right + "," + wrong + "," + unknown + "," + right + "]");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("answers").valueStream().map(HrViewsIT::inShort))
                    .containsExactly(
                            "TAKEN  ",
                            "REFUSED /data/grade schema-maximum",
                            "WAITS /data/absenceId absence-not-known-yet",
                            "TAKEN  ");
            await().untilAsserted(() -> assertThat(service.get(known.ola().someone(), "/api/cases")
                            .body()
                            .toString())
                    .contains("2026-03-02"));
        }

        @Test
        void is_refused_where_it_is_another_organisations_or_concerns_every_service() {
            per_is_employed();
            var away = message(
                    "AbsenceReported",
                    ", \"kind\": \"SICK_NOTE\", \"grade\": 100, \"from\": \"2026-03-02\", \"to\": \"2026-04-30\"");
            var elsewhere = new Someone("else-" + known.caseId(), List.of("HR"), List.of("910825526"));

            var answer = service.post(elsewhere, "/api/hr/messages", Optional.empty(), away);

            assertThat(answer.body().path("answers").valueStream().map(HrViewsIT::inShort))
                    .containsExactly("REFUSED /organisation message-of-another-organisation");
            assertThat(service.post(known.ola().someone(), "/api/hr/messages", Optional.empty(), away)
                            .status())
                    .isEqualTo(403);
        }

        private Answered handsIn(String body) {
            return service.post(hanne, "/api/hr/messages", Optional.empty(), body);
        }
    }

    private static String inShort(JsonNode answer) {
        return String.join(
                " ",
                answer.path("result").asString(),
                answer.path("pointer").asString(),
                answer.path("rule").asString());
    }

    @Nested
    class A_case_of_many {
        @Test
        void is_marked_where_absence_has_been_repeated() {
            reported("2023-04-01", "2023-10-20");
            reported("2024-06-01", "2024-12-20");

            await().untilAsserted(() -> assertThat(service.visitor(known.ola().someone())
                            .open("/cases/" + known.caseId())
                            .text())
                    .contains("Gjentakende fravær"));
            assertThat(service.visitor(hanne)
                            .open("/cases/all?standing=CLOSED&order=NAME")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void shows_the_report_and_the_fee_where_the_rules_of_2011_held() {
            reported("2012-03-05", "2012-09-30");

            await().untilAsserted(() -> {
                var caseId = service.get(known.ola().someone(), "/api/cases")
                        .body()
                        .valueStream()
                        .filter(one -> one.path("startedOn").asString().equals("2012-03-05"))
                        .map(one -> one.path("caseId").asString())
                        .findFirst()
                        .orElseThrow();
                assertThat(service.visitor(known.ola().someone())
                                .open("/cases/" + caseId)
                                .text())
                        .contains("senest 6. mai 2012", "seks rettsgebyr");
            });
            assertThat(service.visitor(known.ola().someone())
                            .open("/cases/" + known.caseId())
                            .text())
                    .doesNotContain("rettsgebyr");
        }

        private void reported(String from, String to) {
            Map<String, Object> absence = new HashMap<>(KarisCase.absence(UUID.randomUUID(), 1, from));
            absence.put("to", to);
            service.neighbours().hrTells("AbsenceReported", known.kari().employment(), absence);
        }
    }
}
