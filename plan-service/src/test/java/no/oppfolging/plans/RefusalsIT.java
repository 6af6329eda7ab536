package no.oppfolging.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** To what and to whom the service says no. */
class RefusalsIT {
    private final RunningService service = RunningPlans.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final KarisCase known = KarisCase.opened();
    private final String plans = known.plans;
    private final String plan = known.plan;
    private final Employed kari = known.kari;
    private final Employed siri = known.siri;
    private final Someone asOla = known.asOla;
    private final Someone asKari = known.asKari;
    private final Someone asHr = known.asHr;

    @Nested
    class Nobody_else {
        @Test
        void learns_that_there_is_a_case() {
            assertThat(service.get(siri.someone(), plans).status()).isEqualTo(404);
            assertThat(service.get(Someone.named("stranger"), plans).status()).isEqualTo(404);
        }

        @Test
        void presents() {
            var etag = service.get(asOla, plans).etag();
            assertThat(known.tryToPresent(asKari, "Halve dager", etag).status()).isEqualTo(403);
            assertThat(known.tryToPresent(asHr, "Halve dager", etag).status()).isEqualTo(403);
            assertThat(known.tryToPresent(siri.someone(), "Halve dager", etag).status())
                    .isEqualTo(404);
        }

        @Test
        void signs() {
            var etag = known.present("Halve dager");
            assertThat(known.sign(asHr, etag, 1, known.digest()).status()).isEqualTo(403);
            assertThat(known.sign(siri.someone(), etag, 1, known.digest()).status())
                    .isEqualTo(404);
        }

        @Test
        void refuses_for_the_employee() {
            var etag = known.present("Halve dager");
            assertThat(service.post(asOla, plan + "/refusals", etag, "{\"version\": 1, \"reason\": \"Nei\"}")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Nested
    class What_cannot_be {
        @Test
        void is_refused_by_its_rule() {
            var answer =
                    known.tryToPresent(asOla, " ", service.get(asOla, plans).etag());
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body().path("type").asString()).endsWith("/problems/plan-section-is-missing");
            assertThat(answer.body().path("arguments").path("section").asString())
                    .isEqualTo("measures");
        }

        /** A day that no table can hold would stop everybody's. */
        @Test
        void is_to_be_done_on_a_day_before_the_calendar() {
            var answer = service.post(
                    asOla,
                    plan + "/versions",
                    service.get(asOla, plans).etag(),
                    KarisPlan.content("Halve dager", KarisPlan.measure(UUID.randomUUID(), "-999999999-01-01")));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body().path("type").asString()).endsWith("/problems/measure-was-due-too-long-ago");
        }

        @Test
        void is_signed_in_another_version_than_the_one_that_stands() {
            known.present("Halve dager");
            var old = known.digest();
            var etag = known.present(
                    "Hjemmekontor to dager i uka", service.get(asOla, plans).etag());
            var answer = known.sign(asKari, etag, 1, old);
            assertThat(answer.body().path("type").asString()).endsWith("/problems/plan-has-changed");
            assertThat(answer.body().path("detail").asString())
                    .isEqualTo("Planen er endret siden du leste den. Les versjon 2 før du svarer.");
        }

        @Test
        void is_changed_without_having_been_seen() {
            assertThat(known.tryToPresent(asOla, "Halve dager", Optional.empty())
                            .status())
                    .isEqualTo(428);
            known.present("Halve dager");
            assertThat(known.tryToPresent(asOla, "Hele dager", Optional.of("\"1\""))
                            .status())
                    .isEqualTo(412);
        }
    }

    @Nested
    class A_key_that_was_used {
        @Test
        void for_something_else_in_the_same_case_does_nothing() {
            var key = UUID.randomUUID().toString();
            var versions = plan + "/versions";
            var first = service.post(asOla, versions, Optional.of("\"1\""), KarisPlan.content("Halv"), key);
            assertThat(first.status()).as(first.body().toString()).isEqualTo(201);

            var another = service.post(asOla, versions, first.etag(), KarisPlan.content("Hel"), key);

            assertThat(another.status()).isEqualTo(422);
            assertThat(another.body().path("type").asString()).endsWith("/problems/idempotency-key-used-elsewhere");
            var own = UUID.randomUUID().toString();
            assertThat(service.post(asOla, versions, first.etag(), KarisPlan.content("Hel"), own)
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void for_another_case_gets_no_answer_there_and_does_nothing() {
            var key = UUID.randomUUID().toString();
            var first = service.post(asOla, plan + "/versions", Optional.of("\"1\""), KarisPlan.content("Halv"), key);
            assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
            var other = UUID.randomUUID();
            neighbours.caseOpened(other, kari, 9);
            var otherPlans = "/api/cases/" + other + "/plans";
            known.eventually(
                    asOla, otherPlans, answer -> assertThat(answer.status()).isEqualTo(200));

            var elsewhere = service.post(
                    asOla,
                    otherPlans + "/" + UUID.randomUUID() + "/versions",
                    Optional.of("\"1\""),
                    KarisPlan.content("Halv"),
                    key);

            assertThat(elsewhere.status()).isEqualTo(422);
            assertThat(elsewhere.body().path("type").asString()).endsWith("/problems/idempotency-key-used-elsewhere");
            assertThat(elsewhere.body().path("detail").asString())
                    .startsWith("Den samme Idempotency-Key er alt brukt om noe annet.");
            assertThat(service.get(asOla, otherPlans).body().path("plans")).isEmpty();
            var again = service.post(asOla, plan + "/versions", Optional.of("\"1\""), KarisPlan.content("Halv"), key);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.etag()).isEqualTo(first.etag());
        }
    }
}
