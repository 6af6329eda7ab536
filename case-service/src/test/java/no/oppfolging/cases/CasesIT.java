package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.read.duedays.DueDaysView;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.AuthorityRules;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class CasesIT {
    private final RunningService service = RunningCases.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final KarisAbsence known = KarisAbsence.ofSomebodyNew();
    private final UUID absence = known.id;
    private final Employed kari = known.kari;
    private final Employed siri = known.siri;
    private final Someone asOla = known.asOla;
    private final Someone asKari = known.asKari;
    private final Someone asSiri = known.asSiri;

    @Test
    void every_endpoint_stands_in_the_table_of_authority() {
        AuthorityRules.mustHold(
                service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                service.bean(Authority.class));
    }

    @Nested
    class An_absence_that_hr_reports {
        @Test
        @Shows(value = "C-76", at = "GET /api/cases/{caseId}")
        void becomes_a_case_with_the_laws_deadlines_for_the_line_manager_and_the_employee() {
            var caseId = known.away();

            for (var someone : List.of(asOla, asKari)) {
                known.eventually(someone, "/api/cases/" + caseId, answer -> {
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.body().path("startedOn").asString()).isEqualTo("2026-03-05");
                    assertThat(answer.body().path("deadlines").valueStream().map(CasesIT::inShort))
                            .containsExactly("PLAN 2026-04-01 OPEN aml § 4-6 (3)", "DM1 2026-04-22 OPEN aml § 4-6 (4)");
                });
            }
        }

        @Test
        void is_nothing_that_another_manager_can_know_of() {
            var caseId = known.away();

            assertThat(service.get(asSiri, "/api/cases/" + caseId).status()).isEqualTo(404);
            assertThat(service.get(asSiri, "/api/cases/" + caseId + "/history").status())
                    .isEqualTo(404);
            assertThat(service.get(asSiri, "/api/cases").body()).isEmpty();
        }

        @Test
        void is_told_to_the_others_by_the_contract() {
            var caseId = known.away();

            await().untilAsserted(() -> {
                var told = neighbours.heard(caseId);
                assertThat(told.stream().map(it -> it.get("type").asString()))
                        .containsExactly(
                                "no.oppfolging.case.CaseOpened.v1",
                                "no.oppfolging.case.DeadlineSet.v1",
                                "no.oppfolging.case.DeadlineSet.v1");
                told.forEach(message -> new ContractRules().assertFits(message));
            });
        }

        @Test
        @Shows(value = "D-17", at = "GET /api/cases/{caseId}")
        void is_no_longer_the_former_managers_to_see_once_hr_has_named_another() {
            var caseId = known.away();
            neighbours.hrTellsOfNewLeader(kari, siri, "2026-03-09");

            known.eventually(
                    asOla,
                    "/api/cases/" + caseId,
                    answer -> assertThat(answer.status()).isEqualTo(404));
            known.eventually(
                    asSiri,
                    "/api/cases/" + caseId,
                    answer -> assertThat(answer.status()).isEqualTo(200));
        }
    }

    @Nested
    class An_absence_that_never_was {
        @Test
        void leaves_no_day_to_judge_behind() {
            var caseId = new CaseId(known.away());
            await().untilAsserted(() -> assertThat(daysToJudge()).contains(caseId));

            neighbours.hrTells(
                    "AbsenceWithdrawn", kari.employment(), Map.of("absenceId", absence.toString(), "revision", 2));
            await().untilAsserted(() -> assertThat(daysToJudge()).doesNotContain(caseId));
        }

        @Test
        @Shows(value = "D-25", at = "GET /cases/{caseId}")
        void leaves_nothing_open_and_nobody_away_on_the_page() {
            var caseId = known.away();
            neighbours.hrTells(
                    "AbsenceWithdrawn", kari.employment(), Map.of("absenceId", absence.toString(), "revision", 2));

            known.eventually(
                    asOla,
                    "/api/cases/" + caseId,
                    answer -> assertThat(answer.body()
                                    .path("deadlines")
                                    .valueStream()
                                    .map(deadline -> deadline.path("outcome").asString()))
                            .containsExactly("LAPSED", "LAPSED"));
            assertThat(service.visitor(asOla).open("/cases/" + caseId).text())
                    .contains("Saken er avsluttet.", "Fraværet er trukket tilbake eller flyttet.", "Bortfalt")
                    .doesNotContain("Siste dag borte", "Anbefalt: gjør det ferdig");
        }

        private List<CaseId> daysToJudge() {
            return service.bean(ViewVersions.class)
                    .tables(DueDaysView.NAME)
                    .sql("select case_id from view.due_days where not given_up")
                    .query((row, _) -> new CaseId(row.getObject(1, UUID.class)))
                    .list();
        }
    }

    @Nested
    class A_closed_case_that_is_corrected {
        @Test
        @Shows(value = "D-25", at = "GET /api/cases")
        void is_closed_after_its_new_last_day_and_keeps_no_later_case_from_being_judged() {
            known.reported(absence, 1, "2025-09-01", "2025-09-10");
            known.haveToldUntilNow();
            known.eventually(
                    asOla,
                    "/api/cases",
                    answer -> assertThat(answer.body().at("/0/closedOn").asString(""))
                            .isEqualTo("2025-09-10"));

            known.reported(absence, 2, "2025-09-01", "2025-09-12");
            known.reported(UUID.randomUUID(), 1, "2025-12-01", "2026-02-20");

            known.eventually(asOla, "/api/cases", answer -> {
                assertThat(answer.body().at("/1/closedOn").asString("")).isEqualTo("2025-09-12");
                assertThat(answer.body().at("/0/startedOn").asString()).isEqualTo("2025-12-01");
                assertThat(answer.body()
                                .at("/0/deadlines")
                                .valueStream()
                                .map(deadline -> deadline.path("outcome").asString()))
                        .containsExactly("MISSED", "MISSED");
            });
        }
    }

    @Nested
    class An_employment_that_is_over {
        @Test
        void closes_its_case_when_its_last_day_is_though_nothing_is_due() {
            var caseId = known.away();

            neighbours.hrTells("EmploymentEnded", kari.employment(), Map.of("revision", 2, "lastDay", "2026-03-08"));
            known.haveToldUntilNow();

            await().untilAsserted(() -> assertThat(neighbours.heard(caseId).stream()
                            .filter(told -> told.path("type").asString().equals("no.oppfolging.case.CaseClosed.v1"))
                            .map(told -> told.at("/data/endedOn").asString()))
                    .containsExactly("2026-03-08"));
            known.eventually(
                    asKari,
                    "/api/cases/" + caseId,
                    answer -> assertThat(answer.body().path("closedOn").asString())
                            .isEqualTo("2026-03-08"));
            assertThat(service.visitor(asKari).open("/cases/" + caseId).text())
                    .contains("Saken er avsluttet.", "Faller bort når dagen er over")
                    .doesNotContain(
                            "Anbefalt: gjør det ferdig", "Gjelder hvis arbeidstakeren", "Fortsett oppfølgingen");
        }
    }

    @Nested
    class A_deadline {
        @Test
        void is_met_by_a_dialogue_meeting_that_was_held() {
            var caseId = known.away();
            neighbours.tells(
                    ServiceName.MEETINGS,
                    "MeetingHeld",
                    caseId,
                    1,
                    0,
                    Map.of("meetingId", UUID.randomUUID().toString(), "kind", "DM1", "heldOn", "2026-03-09"));

            known.eventually(
                    asOla,
                    "/api/cases/" + caseId,
                    answer -> assertThat(answer.body()
                                    .path("deadlines")
                                    .path(1)
                                    .path("outcome")
                                    .asString())
                            .isEqualTo("MET"));
        }
    }

    @Nested
    class A_plan_both_have_signed {
        private final UUID plan = UUID.randomUUID();

        @Test
        @Shows(value = "C-73", at = "GET /api/cases/{caseId}")
        void is_to_be_given_to_the_doctor_and_meets_that_when_plan_service_tells_of_it() {
            var caseId = known.away();
            tells(caseId, "PlanAgreed", 1, Map.of("digest", "0".repeat(64), "agreedOn", "2026-03-09"));
            known.eventually(
                    asOla,
                    "/api/cases/" + caseId,
                    answer ->
                            assertThat(doctorsCopyIn(answer)).hasValue("PLAN_TO_DOCTOR 2026-04-01 OPEN aml § 4-6 (3)"));
            assertThat(service.visitor(asOla).open("/cases").text())
                    .contains("Planen til sykmelder", "Gi planen til sykmelder");

            tells(caseId, "PlanGivenToDoctor", 2, Map.of("givenOn", "2026-03-09"));

            known.eventually(
                    asKari,
                    "/api/cases/" + caseId,
                    answer ->
                            assertThat(doctorsCopyIn(answer)).hasValue("PLAN_TO_DOCTOR 2026-04-01 MET aml § 4-6 (3)"));
            assertThat(service.visitor(asOla).open("/cases").text()).doesNotContain("Gi planen til sykmelder");

            tells(caseId, "PlanGivenToDoctorStruck", 3, Map.of());

            known.eventually(
                    asOla,
                    "/api/cases/" + caseId,
                    answer ->
                            assertThat(doctorsCopyIn(answer)).hasValue("PLAN_TO_DOCTOR 2026-04-01 OPEN aml § 4-6 (3)"));
        }

        private Optional<String> doctorsCopyIn(Answered answer) {
            return answer.body()
                    .path("deadlines")
                    .valueStream()
                    .map(CasesIT::inShort)
                    .filter(one -> one.startsWith("PLAN_TO_DOCTOR"))
                    .findFirst();
        }

        private void tells(UUID caseId, String what, long position, Map<String, Object> more) {
            var fields = new HashMap<>(more);
            fields.put("planId", plan.toString());
            fields.put("version", 1);
            neighbours.tells(ServiceName.PLANS, what, caseId, position, position - 1, fields);
        }
    }

    @Nested
    class A_message_that_breaks_a_rule {
        @Test
        void is_refused_with_the_place_and_the_rule_and_holds_nobody_up() {
            neighbours.hrTells(
                    "AbsenceReported",
                    kari.employment(),
                    Map.of(
                            "absenceId",
                            UUID.randomUUID().toString(),
                            "revision",
                            1,
                            "kind",
                            "SICK_NOTE",
                            "grade",
                            101,
                            "from",
                            "2026-03-05"));
            known.away();

            await().untilAsserted(() -> {
                var told = neighbours.heard(kari.employment());
                assertThat(told).hasSize(1);
                new ContractRules().assertFits(told.getFirst());
                assertThat(told.getFirst().path("data").path("pointer").asString())
                        .isEqualTo("/data/grade");
            });
        }
    }

    private static String inShort(JsonNode deadline) {
        return String.join(
                " ",
                deadline.path("stage").asString(),
                deadline.path("dueOn").asString(),
                deadline.path("outcome").asString(),
                deadline.path("legalBasis").asString());
    }
}
