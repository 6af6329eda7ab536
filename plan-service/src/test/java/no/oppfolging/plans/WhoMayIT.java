package no.oppfolging.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.oppfolging.plans.read.caseplans.PlansEndpoint;
import no.oppfolging.platform.casefile.HistoryEndpoint;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.testing.AuthorityRules;
import no.oppfolging.platform.testing.AuthorityWalk;
import no.oppfolging.platform.testing.AuthorityWalk.Shows;
import no.oppfolging.platform.testing.LeaderRules;
import no.oppfolging.platform.testing.ReadRules;
import no.oppfolging.platform.testing.RunningService;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class WhoMayIT {
    private final RunningService service = RunningPlans.SERVICE;

    @Test
    void every_endpoint_stands_in_the_table_of_authority() {
        AuthorityRules.mustHold(
                service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                service.bean(Authority.class));
    }

    @TestFactory
    Stream<DynamicTest> every_endpoint_answers_every_role_as_the_table_says() {
        var known = KarisPlan.presented(service);
        var shows = List.of(
                new Shows(
                        "GET /api/cases/{caseId}/plans",
                        PlansEndpoint.WORDS,
                        Set.of("sections", "plannedMeasures", "document", "evaluationDate", "refusals")),
                new Shows(HistoryEndpoint.PATH, "planId", Set.of("planId")),
                new Shows(HistoryEndpoint.PATH, "digest", Set.of("digest")));
        return new AuthorityWalk(service, known.scene(), known.people().siri(), KarisPlan.bodies(), shows).walk();
    }

    @TestFactory
    Stream<DynamicTest> every_endpoint_that_shows_a_case_keeps_who_read_it() {
        return ReadRules.everyEndpointKeepsWhoReads(
                service, () -> KarisPlan.presented(service).scene());
    }

    @Test
    void nothing_is_shown_to_anybody_whose_read_cannot_be_kept() {
        var known = KarisPlan.presented(service);
        var reader = known.people().kari().someone();
        var path = "/api/cases/" + known.caseId() + "/plans";
        var atTheBrowser = service.visitor(reader);
        assertThat(atTheBrowser.open("/plans").status()).isEqualTo(200);

        service.withoutItsLog(() -> {
            var answer = service.get(reader, path);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body().path("type").asString()).isEqualTo("/problems/read-not-kept");
            assertThat(answer.body().path("detail").asString())
                    .startsWith("Vi får ikke lagret hvem som åpner saken, og da viser vi den ikke for noen.");
            assertThat(answer.body().toString()).doesNotContain("Halve dager", "Ola");
            var page = atTheBrowser.open("/plans/cases/" + known.caseId());
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.text())
                    .contains("Saken kan ikke vises akkurat nå", "Vi får ikke lagret hvem som åpner saken")
                    .doesNotContain("Halve dager", "Ola Bråthen");
        });

        assertThat(service.get(reader, path).body().toString()).contains("Halve dager");
        assertThat(atTheBrowser.open("/plans/cases/" + known.caseId()).text())
                .contains("Halve dager", "<title>Oppfølgingsplan – Oppfølging</title>");
    }

    @Test
    void a_manager_whom_hr_replaces_loses_the_plan_within_a_second() {
        var known = KarisPlan.presented(service);
        LeaderRules.aReplacedLeaderSeesNothing(service, known.people(), "/api/cases/" + known.caseId() + "/plans");
    }
}
