package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.oppfolging.platform.testing.AuthorityWalk;
import no.oppfolging.platform.testing.ReadRules;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import no.oppfolging.platform.testing.Visitor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class WhoMayIT {
    private final RunningService service = RunningCases.SERVICE;

    @TestFactory
    Stream<DynamicTest> every_endpoint_answers_every_role_as_the_table_says() {
        var known = KarisCase.opened(service);
        var duty = "POST /api/cases/{caseId}/deadlines/{stage}";
        var bodies = new HashMap<>(TalkBodies.OF_ENDPOINTS);
        bodies.putAll(Map.of(
                "POST /api/cases/messages/{messageId}/skips",
                "{\"reason\": \"SENT_BY_MISTAKE\"}",
                "POST /api/hr/messages",
                "[]",
                duty + "/exemptions",
                "{\"reason\": \"WILL_NOT_RETURN\"}",
                duty + "/exemptions/reviews",
                "{\"reason\": \"WILL_NOT_RETURN\"}",
                duty + "/exemptions/disputes/answers",
                "{\"words\": \"Unntaket står.\"}",
                duty + "/exemptions/disputes",
                "{\"words\": \"Jeg vil ha en plan.\"}",
                duty + "/explanations",
                "{\"reason\": \"OVERLOOKED\"}"));
        return new AuthorityWalk(service, known.scene(), known.siri(), bodies, List.of()).walk();
    }

    @TestFactory
    Stream<DynamicTest> every_endpoint_that_shows_a_case_keeps_who_read_it() {
        return ReadRules.everyEndpointKeepsWhoReads(
                service, () -> KarisCase.opened(service).scene());
    }

    @Nested
    class A_manager_whom_hr_replaces {
        @Test
        @Shows(value = "D-17", at = "GET /cases/{caseId}")
        void loses_the_case_within_a_second_also_where_a_page_is_open() {
            var known = KarisCase.opened(service);
            var path = "/api/cases/" + known.caseId();
            var atTheBrowser = service.visitor(known.ola().someone());
            assertThat(service.get(known.ola().someone(), path).status()).isEqualTo(200);
            assertThat(atTheBrowser.open("/cases/" + known.caseId()).status()).isEqualTo(200);

            service.neighbours().hrTellsOfNewLeader(known.kari(), known.siri(), "2026-03-09");
            await().until(() -> service.get(known.siri().someone(), path).status() == 200);

            await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> {
                assertThat(service.get(known.ola().someone(), path).status()).isEqualTo(404);
                assertThat(atTheBrowser.open("/cases/" + known.caseId()).status())
                        .isEqualTo(404);
                assertThat(service.get(known.ola().someone(), "/api/cases").body())
                        .isEmpty();
            });
        }
    }

    @Nested
    class The_employee {
        private final KarisCase known = KarisCase.opened(service);
        private final String path = "/api/cases/" + known.caseId();
        private final Someone hanne =
                new Someone("hanne-" + known.caseId(), List.of("HR"), List.of(RunningService.ORGANISATION));
        private final Someone auditor = new Someone("aud", List.of("AUDITOR"), List.of(RunningService.ORGANISATION));

        @Test
        @Shows(
                value = {"D-05", "D-16"},
                at = "GET /api/cases/{caseId}/reads")
        void sees_who_else_has_looked_and_in_which_role_once_an_hour() {
            service.get(known.ola().someone(), path);
            service.get(known.ola().someone(), path + "/history");
            service.get(known.tuva().someone(), path);
            service.get(auditor, path);

            var reads = service.get(known.kari().someone(), path + "/reads").body();

            assertThat(reads.path("reads").valueStream().map(WhoMayIT::inShort))
                    .anySatisfy(read -> assertThat(read).startsWith("AUDITOR "))
                    .filteredOn(read -> !read.startsWith("AUDITOR "))
                    .containsExactly(
                            "EMPLOYEE " + known.kari().person(),
                            "SUBSTITUTE " + known.tuva().person(),
                            "MANAGER " + known.ola().person());
            assertThat(reads.path("reads")
                            .valueStream()
                            .map(read -> read.path("purpose").asString()))
                    .contains("CONTROL", "FOLLOW_UP", "OWN_CASE");
        }

        @Test
        @Shows(
                value = {"D-05", "D-16"},
                at = "GET /api/cases")
        void sees_who_has_had_the_case_in_a_list_that_tells_how_it_stands() {
            assertThat(service.get(known.ola().someone(), "/api/cases").status())
                    .isEqualTo(200);
            assertThat(service.get(known.kari().someone(), "/api/cases").status())
                    .isEqualTo(200);
            assertThat(service.get(hanne, "/api/cases").status()).isEqualTo(200);

            assertThat(whoHasRead())
                    .contains(
                            "MANAGER " + known.ola().person() + " FOLLOW_UP",
                            "EMPLOYEE " + known.kari().person() + " OWN_CASE")
                    .anySatisfy(read -> assertThat(read).startsWith("HR ").endsWith(" ASSISTANCE"));
        }

        @Test
        @Shows(
                value = {"D-05", "D-16"},
                at = "GET /cases/all.csv")
        void sees_who_has_had_the_case_in_a_file_and_not_who_had_a_file_without_it() {
            var hr = service.visitor(hanne);
            assertThat(hr.open("/cases/all.csv?q=ingen-heter-dette").status()).isEqualTo(200);
            assertThat(whoHasRead()).noneMatch(read -> read.startsWith("HR "));

            assertThat(hr.open("/cases/all.csv").text()).contains(known.caseId().toString());
            assertThat(whoHasRead()).anyMatch(read -> read.startsWith("HR "));
        }

        @Test
        @Shows(
                value = {"D-05", "D-16"},
                at = "GET /cases/all")
        void sees_who_has_had_the_case_on_a_page_of_the_register() {
            var hr = service.visitor(hanne);
            assertThat(IntStream.rangeClosed(1, 40)
                            .anyMatch(page -> hr.open("/cases/all?page=" + page)
                                    .text()
                                    .contains(known.caseId().toString())))
                    .isTrue();

            assertThat(whoHasRead()).anyMatch(read -> read.startsWith("HR "));
        }

        @Test
        void is_in_no_list_that_tells_how_it_stands_to_anybody_whose_read_cannot_be_kept() {
            var hr = service.visitor(hanne);
            assertThat(hr.open("/cases/absences").status()).isEqualTo(200);

            service.withoutItsLog(() -> {
                var answer = service.get(known.ola().someone(), "/api/cases");
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body().path("type").asString()).isEqualTo("/problems/read-not-kept");
                assertThat(answer.body().toString())
                        .doesNotContain(known.caseId().toString());
                var file = hr.open("/cases/all.csv");
                assertThat(file.status()).isEqualTo(503);
                assertThat(file.text()).doesNotContain(known.caseId().toString());
            });
        }

        @Test
        void finds_the_latest_readers_first_and_the_earlier_ones_folded_away() {
            for (var number = 1; number <= 12; number++) {
                service.get(
                        new Someone(
                                "hr-" + number + known.caseId(), List.of("HR"), List.of(RunningService.ORGANISATION)),
                        path);
            }

            assertThat(service.visitor(known.kari().someone())
                            .open("/cases/" + known.caseId())
                            .text())
                    .containsPattern("(?s)Hvem har sett saken.*<summary>Tidligere \\(2\\)</summary>");
        }

        private List<String> whoHasRead() {
            return service.get(known.kari().someone(), path + "/reads")
                    .body()
                    .path("reads")
                    .valueStream()
                    .map(read -> inShort(read) + " " + read.path("purpose").asString())
                    .toList();
        }

        @Test
        void sees_what_was_looked_at_in_the_other_services_too() {
            service.get(known.ola().someone(), path);
            RunningCases.MEETINGS.answers(path + "/reads", """
                {"reads": [{"service": "meetings", "at": "2026-03-02T08:00:00Z", "role": "HR",
                  "by": "5b9c8c0e-30ee-4a4e-9d4e-4d6a1c0f0e11", "purpose": "ASSISTANCE"}]}
                """);

            var reads = service.get(known.kari().someone(), path + "/reads").body();

            assertThat(reads.path("reads").valueStream().map(WhoMayIT::inShort))
                    .endsWith("MANAGER " + known.ola().person(), "HR 5b9c8c0e-30ee-4a4e-9d4e-4d6a1c0f0e11");
            assertThat(reads.path("missing").valueStream().map(JsonNode::asString))
                    .containsExactly("plans");
        }

        @Test
        @Shows(
                value = {"D-05", "D-16"},
                at = "GET /cases/{caseId}")
        void sees_it_by_name_on_the_page_where_nobody_else_sees_it() {
            service.get(known.ola().someone(), path);
            service.get(auditor, path);

            var page = service.visitor(known.kari().someone()).open("/cases/" + known.caseId());
            assertThat(page.text().substring(page.text().indexOf("Hvem har sett saken")))
                    .contains("Ola Bråthen", "Oppfølging", "Revisor", "Kontroll")
                    .doesNotContain("Kari Nordmann, ");
            assertThat(service.visitor(known.ola().someone())
                            .open("/cases/" + known.caseId())
                            .text())
                    .doesNotContain("Hvem har sett saken");
        }

        @Test
        void finds_no_reads_among_what_has_happened() {
            service.get(known.ola().someone(), path);

            assertThat(service.get(known.kari().someone(), path + "/history")
                            .body()
                            .path("told")
                            .findValuesAsString("event"))
                    .isNotEmpty()
                    .doesNotContain("case.CaseRead");
        }
    }

    @Nested
    class An_auditor {
        private final KarisCase known = KarisCase.opened(service);
        private final String page = "/cases/" + known.caseId();
        private final Visitor auditor = service.visitor(
                new Someone("aud-" + known.caseId(), List.of("AUDITOR"), List.of(RunningService.ORGANISATION)));

        @Test
        @Shows(value = "D-05", at = "GET /cases/{caseId}")
        void sees_nobody_by_name_before_saying_what_for() {
            assertThat(auditor.open(page).text())
                    .contains("Person " + known.kari().person().toString().substring(28))
                    .doesNotContain("Kari Nordmann", "Ola Bråthen");
            assertThat(auditor.open("/cases/all?q=Nordmann").text()).doesNotContain("Kari Nordmann");
            assertThat(auditor.open("/cases/all.csv").text()).doesNotContain("Kari Nordmann");
        }

        @Test
        @Shows(value = "D-05", at = "POST /cases/read-purpose")
        void sees_names_then_and_the_employee_sees_what_for() {
            var named = auditor.send(
                    auditor.open(page), "/cases/read-purpose", Map.of("purpose", "SUPERVISION", "back", page));

            assertThat(named.text()).contains("Kari Nordmann", "Ola Bråthen", "Formål: Tilsyn.");
            assertThat(service.visitor(known.kari().someone()).open(page).text())
                    .containsPattern("(?s)Hvem har sett saken.*Revisor.*Tilsyn");
        }

        @Test
        @Shows(value = "D-05", at = "GET /cases/{caseId}")
        void has_said_nothing_by_what_the_one_before_at_the_same_browser_said() {
            auditor.send(auditor.open(page), "/cases/read-purpose", Map.of("purpose", "SUPERVISION", "back", page));
            var next = auditor.leavesTheBrowserTo(
                    new Someone("next-" + known.caseId(), List.of("AUDITOR"), List.of(RunningService.ORGANISATION)));

            var veiled = next.open(page);
            assertThat(veiled.text()).doesNotContain("Kari Nordmann", "Formål: Tilsyn.");
            assertThat(next.send(veiled, "/cases/read-purpose", Map.of("purpose", "DISPUTE", "back", page))
                            .text())
                    .contains("Kari Nordmann", "Formål: Tvist.");
            assertThat(service.get(known.kari().someone(), "/api" + page + "/reads")
                            .body()
                            .path("reads")
                            .findValuesAsString("purpose"))
                    .containsOnlyOnce("SUPERVISION", "DISPUTE");
        }

        @Test
        void goes_on_with_the_day_they_were_looking_back_to() {
            var then = page + "/history?on=2026-03-06";
            var form = auditor.open(then);
            assertThat(form.text()).contains("value=\"" + then + "\"");
            var named = auditor.send(form, "/cases/read-purpose", Map.of("purpose", "SUPERVISION", "back", then));

            assertThat(named.text()).contains("Dette var kjent 6. mars 2026", "Kari Nordmann");
        }

        @Test
        void is_not_told_what_will_be_known() {
            assertThat(auditor.open(page + "/history?on=2099-01-01").text())
                    .contains("Dette var kjent")
                    .doesNotContain("januar 2099");
        }

        @Test
        void stays_without_names_with_a_purpose_that_is_none() {
            var still = auditor.send(
                    auditor.open(page), "/cases/read-purpose", Map.of("purpose", "", "back", "//elsewhere.example"));

            assertThat(still.status()).isEqualTo(204);
            assertThat(auditor.open(page).text()).doesNotContain("Kari Nordmann");
        }
    }

    private static String inShort(JsonNode read) {
        return read.path("role").asString() + " " + read.path("by").asString();
    }
}
