package no.oppfolging.cases;

import static no.oppfolging.cases.KarisTalk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** It is 9 March 2026 when HR tells that Per has been away since 5 January: Ola explains why both days were missed. */
class ExplainedLatenessIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisTalk talk = KarisTalk.inANewCase();
    private final KarisCase known = talk.known;
    private final Someone ola = talk.ola;
    private final Someone hanne = talk.hanne;

    @Nested
    class A_day_that_was_missed_before_anybody_told_of_the_absence {
        private final Employed per = Employed.alone("Per", known.caseId());

        private JsonNode missed() {
            service.neighbours().hrTells(per, Optional.of(known.ola()));
            service.neighbours()
                    .hrTells(
                            "AbsenceReported", per.employment(), KarisCase.absence(UUID.randomUUID(), 1, "2026-01-05"));
            service.neighbours()
                    .haveToldUntil(ServiceName.MEETINGS, service.clock().instant());
            service.neighbours()
                    .haveToldUntil(ServiceName.PLANS, service.clock().instant());
            return await().until(
                            () -> service.get(ola, "/api/cases")
                                    .body()
                                    .valueStream()
                                    .filter(one ->
                                            one.path("startedOn").asString().equals("2026-01-05"))
                                    .filter(one -> outcomes(one).equals(List.of("MISSED", "MISSED")))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }

        private static List<String> outcomes(JsonNode theCase) {
            return theCase.path("deadlines")
                    .valueStream()
                    .map(deadline -> deadline.path("outcome").asString())
                    .toList();
        }

        @Test
        void keeps_the_reason_that_was_chosen_when_the_case_has_moved_on() {
            var at = "/cases/" + missed().path("caseId").asString() + "/deadlines/PLAN/decisions";
            var visitor = service.visitor(ola);
            var page = visitor.open(at);
            var form = with(page, Map.of("reason", "WORKLOAD"));
            form.put("version", "1");

            assertThat(visitor.send(page, at + "/explanations", form).text())
                    .contains("Noen har endret dette")
                    .containsPattern("value=\"WORKLOAD\"[^>]* checked");
        }

        @Test
        @Shows(value = "D-06", at = "GET /cases/{caseId}")
        void stays_missed_and_received_late_beside_the_leaders_explanation_on_every_page() {
            var caseId = missed().path("caseId").asString();
            var visitor = service.visitor(ola);
            assertThat(visitor.open("/cases").text()).contains("Forklar hvorfor");
            var page = visitor.open("/cases/" + caseId + "/deadlines/PLAN/decisions");
            assertThat(page.text()).contains("Hvorfor ble fristen brutt?", "Det er ingens feil.");

            var at = "/cases/" + caseId + "/deadlines/PLAN/decisions/explanations";
            assertThat(visitor.send(page, at, with(page, Map.of())).text())
                    .containsPattern("id=\"reason-error\"[^>]*>Velg ett av alternativene.")
                    .contains("#reason\">Grunn – Velg ett av alternativene.");
            var sent = visitor.send(page, at, with(page, Map.of("reason", "HR_DATA_LATE")));

            assertThat(sent.text()).contains("Forklaringen er lagret.", "Opplysninger fra HR kom sent");
            assertThat(visitor.open("/cases/" + caseId).text())
                    .contains("Fristen er brutt", "Forklart: Opplysninger fra HR kom sent.", "Det er ingens feil.");
            assertThat(visitor.open("/cases/" + caseId + "/deadlines/PLAN").text())
                    .contains("Forklart: Opplysninger fra HR kom sent.");
            var hr = service.visitor(hanne);
            await().untilAsserted(() -> assertThat(
                            hr.open("/cases/all?q=" + URLEncoder.encode(per.name(), StandardCharsets.UTF_8))
                                    .text())
                    .contains(
                            "Forklart: Opplysninger fra HR kom sent.",
                            "Fraværet ble meldt etter at fristen var ute. Det er ingens feil.")
                    .doesNotContain("Mangler forklaring"));
        }

        @Test
        @Shows(value = "D-18", at = "GET /cases")
        void is_no_more_in_the_leaders_day_once_the_plan_is_made_and_its_lateness_explained() {
            var caseId = missed().path("caseId").asString();
            var theCase = "/api/cases/" + caseId;
            service.post(
                    ola,
                    theCase + "/deadlines/PLAN/explanations",
                    service.get(ola, theCase).etag(),
                    "{\"reason\": \"WORKLOAD\"}");
            var visitor = service.visitor(ola);
            await().untilAsserted(() -> assertThat(visitor.open("/cases").text())
                    .contains("Oppfølgingsplan, senest søndag 1. februar", "Til planen"));
            var own = "/cases/" + caseId + "/own";
            assertThat(service.visitor(per.someone()).open(own).text())
                    .contains("blir ferdige med oppfølgingsplanen", "Skulle skjedd senest søndag 1. februar 2026");

            service.neighbours()
                    .tells(
                            ServiceName.PLANS,
                            "PlanAgreed",
                            UUID.fromString(caseId),
                            1,
                            0,
                            Map.of(
                                    "planId",
                                    UUID.randomUUID().toString(),
                                    "version",
                                    1,
                                    "digest",
                                    "0".repeat(64),
                                    "agreedOn",
                                    "2026-03-09"));

            await().untilAsserted(() -> assertThat(
                            visitor.open("/cases/" + caseId).text())
                    .contains("Gjort 9. mars 2026.", "Fristen er brutt", "Forklart: Andre oppgaver måtte gå foran."));
            assertThat(visitor.open("/cases").text()).doesNotContain("Oppfølgingsplan, senest søndag 1. februar");
            assertThat(service.visitor(per.someone()).open(own).text())
                    .doesNotContain("blir ferdige med oppfølgingsplanen");
        }
    }
}
