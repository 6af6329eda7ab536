package no.oppfolging.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.plans.domain.PlanId;
import no.oppfolging.plans.read.caseplans.PlansOfCases;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.testing.KarisPeople;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Scene;

/** A new Kari with a case and a plan of her own, which Ola has laid before the two. */
record KarisPlan(UUID caseId, UUID planId, KarisPeople people) {
    private static final String ONE = "/api/cases/{caseId}/plans/{planId}/";

    static KarisPlan presented(RunningService service) {
        var known = new KarisPlan(UUID.randomUUID(), UUID.randomUUID(), KarisPeople.told(service.neighbours()));
        service.neighbours().caseOpened(known.caseId(), known.people().kari(), 1);
        known.present(service);
        return known;
    }

    /** Nothing is asked over HTTP, for then it would have been read. */
    private void present(RunningService service) {
        await().untilAsserted(() -> assertThat(service.post(
                                people.ola().someone(),
                                versions(),
                                Optional.of("\"1\""),
                                content("Halve dager", measure(planId, "2026-04-13")))
                        .status())
                .isEqualTo(201));
        await().until(() -> service.bean(PlansOfCases.class)
                .plan(new CaseId(caseId), new PlanId(planId))
                .isPresent());
    }

    String versions() {
        return "/api/cases/" + caseId + "/plans/" + planId + "/versions";
    }

    static String content(String measures) {
        return content(measures, "");
    }

    static String measure(UUID measureId, String dueOn) {
        return """
                {"id": "%s", "category": "SWAP", "what": "Bytte kveldsvakter", "responsible": "MANAGER", "dueOn": "%s"}
                """.formatted(measureId, dueOn);
    }

    static String content(String measures, String plannedMeasures) {
        return """
                {"goals": "Tilbake i egen stilling til sommeren", "workTasks": "Kundesenter, vakter til 20",
                 "canDo": "Skriftlige henvendelser", "cannotDo": "Telefonvakt", "measures": "%s",
                 "authorityHelp": "", "followUp": "Samtale annenhver mandag", "successCriteria": "",
                 "evaluationDate": "2026-05-04", "employeeContributed": true, "whyNotContributed": "",
                 "plannedMeasures": [%s]}
                """.formatted(measures, plannedMeasures);
    }

    /** What the endpoints that change something want to be sent. */
    static Map<String, String> bodies() {
        return Map.of(
                "POST " + ONE + "doctor-copies",
                "{\"version\": 1, \"givenOn\": \"2026-03-09\", \"way\": \"POSTED\"}",
                "POST " + ONE + "versions",
                content("Halve dager"),
                "POST " + ONE + "signatures",
                "{\"version\": 1, \"digest\": \"%s\"}".formatted("0".repeat(64)),
                "POST " + ONE + "refusals",
                "{\"version\": 1, \"reason\": \"For mange vakter\"}",
                "POST /api/plans/messages/{messageId}/skips",
                "{\"reason\": \"SENT_BY_MISTAKE\"}");
    }

    Scene scene() {
        var variables = Map.of(
                "caseId", caseId.toString(),
                "planId", planId.toString(),
                "measureId", planId.toString(),
                "number", "1",
                "digest", "0".repeat(64),
                "reason", "SENT_BY_MISTAKE");
        return people.scene("/plans", variables);
    }
}
