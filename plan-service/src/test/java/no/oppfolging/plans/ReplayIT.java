package no.oppfolging.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.oppfolging.plans.domain.CasePlan;
import no.oppfolging.plans.domain.CasePlanEvent;
import no.oppfolging.platform.testing.ReplayRules;
import no.oppfolging.platform.testing.RunningService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReplayIT {
    private final RunningService service = RunningPlans.SERVICE;

    @BeforeEach
    void a_plan_is_signed_by_one_changed_and_refused() {
        var known = KarisPlan.presented(service);
        var plan = "/api/cases/" + known.caseId() + "/plans/" + known.planId();
        var kari = known.people().kari().someone();
        var digest = service.get(kari, "/api/cases/" + known.caseId() + "/plans")
                .body()
                .findValuesAsString("digest")
                .getFirst();
        var signed = service.post(
                kari, plan + "/signatures", Optional.of("\"2\""), "{\"version\": 1, \"digest\": \"" + digest + "\"}");
        assertThat(signed.status()).as(signed.body().toString()).isEqualTo(201);
        var changed = service.post(
                known.people().ola().someone(), known.versions(), signed.etag(), KarisPlan.content("Hjemmekontor"));
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(201);
        var refused = service.post(
                kari, plan + "/refusals", changed.etag(), "{\"version\": 2, \"reason\": \"For mange vakter\"}");
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(201);
    }

    @Test
    void every_cases_plan_in_the_log_leads_to_the_same_however_it_is_folded() {
        ReplayRules.everyStreamLeadsToTheSame(service, CasePlanEvent.class, CasePlan.unknown(), CasePlan::evolve);
    }

    @TestFactory
    Stream<DynamicTest> every_view_built_anew_is_the_one_that_grew() {
        return ReplayRules.viewsBuiltAnewAreTheSame(service, Set.of("sections", "salt", "reason"));
    }
}
