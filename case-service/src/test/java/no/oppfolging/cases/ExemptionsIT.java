package no.oppfolging.cases;

import static no.oppfolging.cases.KarisTalk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.oppfolging.cases.read.duedays.DueDays;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import no.oppfolging.platform.testing.Visitor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kari is away from Thursday 5 March 2026 and it is 9 March: Ola decides about the plan, due on 1 April. */
class ExemptionsIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisTalk talk = KarisTalk.inANewCase();
    private final KarisCase known = talk.known;
    private final Someone ola = talk.ola;
    private final Someone kari = talk.kari;
    private final Someone hanne = talk.hanne;
    private final String path = talk.path;
    private final String plan = path + "/deadlines/PLAN";

    private Answered says(Someone someone, String where, String body) {
        return service.post(someone, where, service.get(someone, path).etag(), body);
    }

    private void ola_finds_the_plan_unnecessary() {
        assertThat(says(ola, plan + "/exemptions", "{\"reason\": \"RETURNS_WITHOUT_ADAPTATION\"}")
                        .status())
                .isEqualTo(200);
        await().untilAsserted(
                        () -> assertThat(outcomeOfPlan(service.get(kari, path))).isEqualTo("EXEMPT"));
    }

    private static String outcomeOfPlan(Answered answer) {
        return answer.body().path("deadlines").path(0).path("outcome").asString();
    }

    @Nested
    class A_duty_that_the_leader_finds_unnecessary {
        @Test
        @Shows(value = "D-11", at = "GET /cases/{caseId}/deadlines/{stage}/decisions")
        void is_not_relevant_to_the_employee_who_may_see_it_otherwise() {
            ola_finds_the_plan_unnecessary();
            var visitor = service.visitor(kari);
            var page = visitor.open("/cases/" + known.caseId() + "/deadlines/PLAN/decisions");
            assertThat(page.text()).contains("Ikke relevant", "Kommer tilbake uten tilrettelegging", "Ola Bråthen");

            assertThat(send(visitor, page, "/disputes", Map.of("words", " ")).text())
                    .contains("novalidate")
                    .containsPattern("id=\"words-error\"[^>]*>Skriv hva du mener, med høyst 2000 tegn.");

            var sent = send(visitor, page, "/disputes", Map.of("words", "Jeg vil gjerne ha en plan."));

            assertThat(sent.text()).contains("Det er lagret at du er uenig.", "Jeg vil gjerne ha en plan.");
            assertThat(service.visitor(ola)
                            .open("/cases/" + known.caseId() + "/deadlines/PLAN/decisions")
                            .text())
                    .contains("Jeg vil gjerne ha en plan.");
            assertThat(service.visitor(ola).open("/cases/" + known.caseId()).text())
                    .contains("som åpenbart unødvendig. Arbeidstakeren er uenig.");
            assertThat(visitor.open("/cases/" + known.caseId() + "/own").text())
                    .contains(
                            "Ikke relevant: lederen din mener at dette åpenbart ikke trengs.",
                            "Du har sagt at du er uenig. Lederen din skal svare.",
                            "/deadlines/PLAN/decisions");
        }

        @Test
        @Shows(
                value = {"D-11", "D-18"},
                at = "GET /cases")
        void is_for_the_leader_to_answer_once_the_employee_disagrees_and_no_more_when_that_is_done() {
            ola_finds_the_plan_unnecessary();
            says(kari, plan + "/exemptions/disputes", "{\"words\": \"Jeg vil gjerne ha en plan.\"}");
            var visitor = service.visitor(ola);
            await().untilAsserted(() -> assertThat(visitor.open("/cases").text())
                    .contains("arbeidstakeren er uenig i at den ikke trengs", "Svar arbeidstakeren"));
            var hr = service.visitor(hanne);
            var register = "/cases/all?outcome=EXEMPT&q="
                    + URLEncoder.encode(known.kari().name(), StandardCharsets.UTF_8);
            assertThat(hr.open(register).text()).contains("Arbeidstakeren er uenig, og venter på svar.");
            var page = visitor.open("/cases/" + known.caseId() + "/deadlines/PLAN/decisions");
            assertThat(page.text()).contains("Arbeidstakeren er uenig, og venter på svar");

            assertThat(send(visitor, page, "/answers", Map.of("words", "")).text())
                    .containsPattern("id=\"words-error\"[^>]*>Skriv hvorfor unntaket står, med høyst 2000 tegn.");

            var sent = send(visitor, page, "/answers", Map.of("words", "Vi lager en når du er tilbake."));

            assertThat(sent.text())
                    .contains("Svaret er sendt. Unntaket står.")
                    .doesNotContain("Hvorfor står unntaket?");
            assertThat(visitor.open("/cases").text()).doesNotContain("Svar arbeidstakeren");
            assertThat(service.get(hanne, path)
                            .body()
                            .at("/deadlines/0/disputed")
                            .asBoolean())
                    .isFalse();
            assertThat(service.visitor(kari)
                            .open("/cases/" + known.caseId() + "/deadlines/PLAN/decisions")
                            .text())
                    .contains("Lederen svarte, og unntaket står", "Vi lager en når du er tilbake.");
            assertThat(service.get(hanne, path + "/decisions").body().toString())
                    .contains("ANSWERED")
                    .doesNotContain("tilbake");
        }

        @Test
        void is_exempt_to_hr_who_is_not_told_why_nor_what_the_employee_says() {
            ola_finds_the_plan_unnecessary();
            says(kari, plan + "/exemptions/disputes", "{\"words\": \"Jeg vil gjerne ha en plan.\"}");

            var decisions = service.get(hanne, path + "/decisions").body().path("decisions");

            assertThat(decisions.valueStream().map(one -> one.path("what").asString()))
                    .containsExactly("EXEMPTED", "DISPUTED");
            assertThat(decisions.toString()).doesNotContain("RETURNS_WITHOUT", "Jeg vil gjerne");
            assertThat(service.visitor(hanne)
                            .open("/cases/" + known.caseId() + "/deadlines/PLAN/decisions")
                            .text())
                    .contains("Ikke relevant", "Ola Bråthen")
                    .doesNotContain("tilrettelegging", "Jeg vil gjerne", "Trekk unntaket");
        }

        @Test
        void is_exempt_to_hr_who_is_not_told_when_it_is_looked_at_again_for_one_reason_alone_asks_for_that() {
            var review = LegalDay.of(service.clock().instant()).plusDays(30).toString();
            says(
                    ola,
                    path + "/deadlines/DM1/exemptions",
                    "{\"reason\": \"SERIOUS_ILLNESS_MEETING_NOT_MEANINGFUL_NOW\", \"reviewOn\": \"" + review + "\"}");

            assertThat(service.get(ola, path + "/decisions").body().toString()).contains(review);
            assertThat(service.get(hanne, path + "/decisions")
                            .body()
                            .at("/decisions/0/what")
                            .asString())
                    .isEqualTo("EXEMPTED");
            assertThat(service.get(hanne, path + "/decisions").body().toString())
                    .doesNotContain(review);
        }

        @Test
        void is_told_to_the_others_as_exempted_and_nothing_more() {
            ola_finds_the_plan_unnecessary();

            await().untilAsserted(() -> {
                var told = service.neighbours().heard(known.caseId()).stream()
                        .filter(it -> it.path("type").asString().contains("DeadlineExempted"))
                        .toList();
                assertThat(told).hasSize(1);
                new ContractRules().assertFits(told.getFirst());
                assertThat(told.getFirst().path("data").propertyNames())
                        .containsExactlyInAnyOrder("caseId", "stage", "dueOn", "exempted");
            });
        }

        @Test
        void leaves_no_code_that_can_be_read_in_the_log_nor_in_the_story() {
            ola_finds_the_plan_unnecessary();

            var stored = service.bean(JdbcClient.class)
                    .sql("select payload from event_log where case_id = :case and event_name = 'case.DutyExempted'")
                    .param("case", known.caseId())
                    .query(String.class)
                    .single();
            assertThat(stored).doesNotContain("RETURNS_WITHOUT");
            assertThat(service.get(ola, path + "/history").body().toString())
                    .contains("case.DutyExempted")
                    .doesNotContain("RETURNS_WITHOUT");
        }

        @Test
        void is_owed_again_once_the_leader_says_so() {
            ola_finds_the_plan_unnecessary();
            var visitor = service.visitor(ola);
            var page = visitor.open("/cases/" + known.caseId() + "/deadlines/PLAN/decisions");

            var sent = send(visitor, page, "/revocations", Map.of());

            assertThat(sent.text()).contains("Unntaket er trukket", "Er plikten åpenbart unødvendig?");
            assertThat(outcomeOfPlan(service.get(kari, path))).isEqualTo("OPEN");
        }

        @Test
        void is_looked_at_again_in_the_leaders_week() {
            var visitor = service.visitor(ola);
            var page = visitor.open("/cases/" + known.caseId() + "/deadlines/DM1/decisions");
            var form = Map.of("reason", "SERIOUS_ILLNESS_MEETING_NOT_MEANINGFUL_NOW", "reviewOn", "");
            var at = "/cases/" + known.caseId() + "/deadlines/DM1/decisions/exemptions";

            var refused = visitor.send(page, at, with(page, form));
            assertThat(refused.text())
                    .containsPattern("id=\"reviewOn-error\"[^>]*>[^<]*må det bestemmes når det skal ses på igjen");
            assertThat(visitor.send(page, at, with(page, Map.of("reason", "", "reviewOn", "31.2.2026")))
                            .text())
                    .containsPattern("id=\"reason-error\"[^>]*>Velg ett av alternativene.")
                    .containsPattern("id=\"reviewOn-error\"[^>]*>Den datoen finnes ikke i kalenderen.")
                    .contains("value=\"31.2.2026\"");
            visitor.send(
                    refused,
                    at,
                    with(
                            refused,
                            Map.of(
                                    "reason",
                                    "SERIOUS_ILLNESS_MEETING_NOT_MEANINGFUL_NOW",
                                    "reviewOn",
                                    LegalDay.of(service.clock().instant())
                                            .plusDays(1)
                                            .toString())));

            assertThat(visitor.open("/cases").text()).contains("unntaket skal ses på igjen", "Se på unntaket");

            var again = visitor.open("/cases/" + known.caseId() + "/deadlines/DM1/decisions");
            assertThat(again.text())
                    .contains("Er plikten fortsatt åpenbart unødvendig?", "La unntaket stå", "Trekk unntaket");
            var later = LegalDay.of(service.clock().instant()).plusDays(30).toString();
            var kept = visitor.send(
                    again,
                    "/cases/" + known.caseId() + "/deadlines/DM1/decisions/reviews",
                    with(again, Map.of("reason", "SERIOUS_ILLNESS_MEETING_NOT_MEANINGFUL_NOW", "reviewOn", later)));

            assertThat(kept.text()).contains("Det er lagret at unntaket står.", "Sett på igjen: plikten er fortsatt");
            assertThat(visitor.open("/cases").text()).doesNotContain("unntaket skal ses på igjen");
            assertThat(service.visitor(kari)
                            .open("/cases/" + known.caseId() + "/deadlines/DM1/decisions")
                            .text())
                    .contains("Sett på igjen: plikten er fortsatt");
        }

        @Test
        void is_judged_when_its_day_is_over_for_only_then_it_is_known_whether_the_employee_was_away() {
            ola_finds_the_plan_unnecessary();

            await().until(() -> service.bean(DueDays.class).before(LocalDate.of(2026, 4, 2), 10_000).stream()
                    .anyMatch(day -> day.caseId().value().equals(known.caseId())
                            && day.dueOn().equals(LocalDate.of(2026, 4, 1))));
        }
    }

    @Nested
    class An_exemption {
        @Test
        void that_was_refused_leads_back_to_its_page_when_the_answer_is_loaded_anew() {
            var page = "/cases/" + known.caseId();
            var refused = service.visitor(ola).open(page + "/deadlines/PLAN/decisions/exemptions");

            assertThat(refused.status()).isEqualTo(200);
            assertThat(refused.text()).contains("Unntak og forklaringer", "Er plikten åpenbart unødvendig?");
            assertThat(service.visitor(ola)
                            .open(page + "/requests/" + UUID.randomUUID() + "/withdrawals")
                            .text())
                    .contains("Anmodninger", "Ingenting er bedt om");
            assertThat(service.get(ola, plan + "/exemptions").status()).isEqualTo(405);
        }

        @Test
        void is_refused_while_there_is_a_plan_to_sign() {
            service.neighbours()
                    .tells(
                            ServiceName.PLANS,
                            "PlanPresented",
                            known.caseId(),
                            1,
                            0,
                            Map.of("planId", UUID.randomUUID().toString(), "version", 1, "digest", "0".repeat(64)));
            await().untilAsserted(() -> assertThat(
                            service.get(ola, path + "/history").body().toString())
                    .contains("PresentedPlanNoted"));

            await().untilAsserted(() -> {
                var answer = says(ola, plan + "/exemptions", "{\"reason\": \"WILL_NOT_RETURN\"}");
                assertThat(answer.body().path("type").asString()).endsWith("/exemption-while-there-is-a-plan");
            });
        }

        @Test
        void is_not_the_employees_nor_hrs_to_decide() {
            var version = service.get(ola, path).etag();
            for (var someone : List.of(kari, hanne)) {
                assertThat(service.post(someone, plan + "/exemptions", version, "{\"reason\": \"WILL_NOT_RETURN\"}")
                                .status())
                        .isEqualTo(403);
            }
        }
    }

    private Visitor.Shown send(Visitor visitor, Visitor.Shown page, String command, Map<String, String> fields) {
        return visitor.send(
                page, "/cases/" + known.caseId() + "/deadlines/PLAN/decisions" + command, with(page, fields));
    }
}
