package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Test;

/** Kari works for Ola and, some hours a week, for Siri; she is away from both. */
class TwoEmploymentsIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisCase known = KarisCase.opened(service);
    private final Employed besides = new Employed(
            known.kari().person(),
            UUID.randomUUID(),
            known.kari().signIn(),
            known.kari().name());

    private UUID secondCase() {
        service.neighbours().hrTells(besides, Optional.of(known.siri()));
        service.neighbours()
                .hrTells(
                        "AbsenceReported", besides.employment(), KarisCase.absence(UUID.randomUUID(), 1, "2026-03-05"));
        await().until(() ->
                service.get(known.siri().someone(), "/api/cases").body().size() == 1);
        return UUID.fromString(service.get(known.siri().someone(), "/api/cases")
                .body()
                .path(0)
                .path("caseId")
                .asString());
    }

    @Test
    @Shows(value = "D-27", at = "GET /cases")
    void of_one_person_are_two_cases_that_neither_leader_knows_both_of() {
        var first = known.caseId();
        var second = secondCase();

        assertThat(service.visitor(known.kari().someone()).open("/cases").text())
                .contains("/cases/" + first + "/own", "/cases/" + second + "/own");
        assertKnowsOnly(known.ola().someone(), first, second);
        assertKnowsOnly(known.siri().someone(), second, first);
    }

    @Test
    @Shows(value = "D-27", at = "GET /cases/{caseId}/own")
    void have_what_is_said_in_the_one_kept_from_the_other() {
        var second = secondCase();
        var firstWork = "/api/cases/" + known.caseId() + "/work";
        service.post(
                known.kari().someone(),
                firstWork + "/abilities",
                service.get(known.kari().someone(), firstWork).etag(),
                "{\"can\": \"Telefon\", \"cannot\": \"\"}");
        await().until(() -> service.get(known.ola().someone(), firstWork).body().has("can"));

        assertThat(service.visitor(known.siri().someone())
                        .open("/cases/" + second + "/work")
                        .text())
                .contains("Ikke sagt ennå.")
                .doesNotContain("Telefon");
        assertThat(service.visitor(known.kari().someone())
                        .open("/cases/" + second + "/own")
                        .text())
                .contains("Du har ikke sagt noe ennå.");
    }

    private void assertKnowsOnly(Someone leader, UUID own, UUID others) {
        assertThat(service.visitor(leader).open("/cases").text())
                .contains(own.toString())
                .doesNotContain(others.toString());
        assertThat(service.visitor(leader).open("/cases/" + own).text()).doesNotContain(others.toString());
        assertThat(service.get(leader, "/api/cases/" + others).status()).isEqualTo(404);
        assertThat(service.visitor(leader).open("/cases/" + others).status()).isEqualTo(404);
    }
}
