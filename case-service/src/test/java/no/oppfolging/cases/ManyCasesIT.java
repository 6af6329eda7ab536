package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Test;

/** A case of somebody who has been away before. */
class ManyCasesIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisCase known = KarisCase.opened(service);
    private final Someone hanne =
            new Someone("hanne-" + known.caseId(), List.of("HR"), List.of(RunningService.ORGANISATION));

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
                    .orElseThrow(AssertionError::new);
            assertThat(service.visitor(known.ola().someone())
                            .open("/cases/" + caseId)
                            .text())
                    .contains("senest 6. mai 2012", "seks rettsgebyr", "5. mars 2012 – 30. september 2012");
        });
        assertThat(service.visitor(known.ola().someone())
                        .open("/cases/" + known.caseId())
                        .text())
                .contains("Fravær meldt fra HR")
                .doesNotContain("rettsgebyr", "5. mars 2012");
    }

    private void reported(String from, String to) {
        Map<String, Object> absence = new HashMap<>(KarisCase.absence(UUID.randomUUID(), 1, from));
        absence.put("to", to);
        service.neighbours().hrTells("AbsenceReported", known.kari().employment(), absence);
    }
}
