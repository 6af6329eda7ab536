package no.oppfolging.plans;

import static no.oppfolging.plans.KarisCase.versions;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.plans.read.caseplans.PlansOfCases;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Where plans belong when cases are merged and split. */
class MergedCasesIT {
    private final RunningService service = RunningPlans.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final KarisCase known = KarisCase.opened();
    private final UUID caseId = known.caseId;
    private final String plans = known.plans;
    private final Employed kari = known.kari;
    private final Someone asOla = known.asOla;
    private final Someone asKari = known.asKari;

    @Nested
    class Cases_that_become_one {
        @Test
        void keep_the_plan_there_was_and_present_in_the_survivor() {
            var etag = known.present("Halve dager");
            var digest = known.digest();
            var survivor = UUID.randomUUID();
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.casesMerged(survivor, caseId, 8, 7);

            for (var id : List.of(survivor, caseId)) {
                known.eventually(asKari, "/api/cases/" + id + "/plans", answer -> {
                    assertThat(answer.body().path("caseId").asString()).isEqualTo(survivor.toString());
                    assertThat(answer.body()
                                    .path("plans")
                                    .path(0)
                                    .path("caseId")
                                    .asString())
                            .isEqualTo(caseId.toString());
                });
            }
            var answer = known.tryToPresent(asOla, "Hele dager", Optional.of("\"3\""));
            assertThat(answer.body().path("type").asString())
                    .as(etag + " " + answer.body())
                    .endsWith("/problems/case-is-part-of-another");
            assertThat(known.sign(asKari, Optional.of("\"3\""), 1, digest).status())
                    .isEqualTo(201);
        }

        @Test
        void part_again_with_the_plan_each_had() {
            var survivor = UUID.randomUUID();
            known.present("Halve dager");
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.casesMerged(survivor, caseId, 8, 7);
            known.eventually(
                    asKari,
                    plans,
                    answer ->
                            assertThat(answer.body().path("caseId").asString()).isEqualTo(survivor.toString()));
            neighbours.caseSplit(survivor, caseId, "2026-03-02", 9, 8);

            known.eventually(asKari, plans, answer -> {
                assertThat(answer.body().path("caseId").asString()).isEqualTo(caseId.toString());
                assertThat(versions(answer)).hasSize(1);
            });
            var etag = service.get(asOla, plans).etag();
            assertThat(known.present("Hjemmekontor to dager i uka", etag)).isPresent();
        }

        @Test
        void stay_over_when_that_is_heard_of_before_they_part_again() {
            var survivor = UUID.randomUUID();
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.casesMerged(survivor, caseId, 8, 7);
            known.eventually(
                    asKari,
                    plans,
                    answer ->
                            assertThat(answer.body().path("caseId").asString()).isEqualTo(survivor.toString()));
            neighbours.tells(ServiceName.CASES, "CaseReopened", caseId, 9, 1, Map.of());
            neighbours.tells(ServiceName.CASES, "CaseClosed", caseId, 11, 9, Map.of("endedOn", "2026-03-20"));
            Awaitility.await().until(() -> isOver(caseId));

            neighbours.caseSplit(survivor, caseId, "2026-03-02", 10, 8);
            neighbours.tells(ServiceName.CASES, "CaseClosed", survivor, 12, 10, Map.of("endedOn", "2026-02-20"));

            Awaitility.await().until(() -> isOver(survivor));
            assertThat(isOver(caseId)).isTrue();
        }

        private boolean isOver(UUID id) {
            return service.bean(PlansOfCases.class)
                    .caseOf(new CaseId(id))
                    .filter(followed -> followed.caseId().value().equals(id) && followed.ended())
                    .isPresent();
        }

        @Test
        void wait_until_all_of_them_have_been_heard_of() {
            var late = UUID.randomUUID();
            neighbours.casesMerged(caseId, late, 2, 1);
            neighbours.caseOpened(late, kari, 11);

            known.eventually(
                    asOla,
                    "/api/cases/" + late + "/plans",
                    answer ->
                            assertThat(answer.body().path("caseId").asString()).isEqualTo(caseId.toString()));
        }
    }
}
