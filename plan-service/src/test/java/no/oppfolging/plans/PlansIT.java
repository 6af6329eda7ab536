package no.oppfolging.plans;

import static no.oppfolging.plans.KarisCase.latest;
import static no.oppfolging.plans.KarisCase.versions;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.plans.read.caseplans.CasePlansView;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the two and HR see of a plan, from when it is presented until it is agreed. */
class PlansIT {
    private final RunningService service = RunningPlans.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final KarisCase known = KarisCase.opened();
    private final UUID caseId = known.caseId;
    private final UUID planId = known.planId;
    private final String plans = known.plans;
    private final String plan = known.plan;
    private final Employed ola = known.ola;
    private final Employed kari = known.kari;
    private final Someone asOla = known.asOla;
    private final Someone asKari = known.asKari;
    private final Someone asHr = known.asHr;

    @Nested
    class A_plan_the_leader_presents {
        @Test
        @Shows(value = "C-71", at = "GET /api/cases/{caseId}/plans")
        void lies_before_the_two_with_every_word_and_its_digest() {
            known.present("Halve dager");

            for (var someone : List.of(asOla, asKari)) {
                known.eventually(someone, plans, answer -> {
                    var version = latest(answer);
                    assertThat(version.path("version").asInt()).isEqualTo(1);
                    assertThat(version.path("standing").asString()).isEqualTo("WAITS_FOR_BOTH");
                    assertThat(version.path("sections").path("measures").asString())
                            .isEqualTo("Halve dager");
                    assertThat(sha256(version.path("document").asString()))
                            .isEqualTo(version.path("digest").asString());
                });
            }
        }

        @Test
        void tells_hr_how_far_it_has_come_and_no_word() {
            known.present("Halve dager");

            known.eventually(asHr, plans, answer -> {
                assertThat(latest(answer).path("standing").asString()).isEqualTo("WAITS_FOR_BOTH");
                assertThat(answer.body().toString())
                        .doesNotContain("Halve dager")
                        .doesNotContain("sections")
                        .doesNotContain("document");
            });
        }

        @Test
        @Shows(value = "C-75", at = "POST /api/cases/{caseId}/plans/{planId}/signatures")
        void is_agreed_when_both_have_signed_exactly_that_version() {
            var etag = known.present("Halve dager");
            var digest = known.digest();
            var first = known.sign(asOla, etag, 1, digest);
            assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
            var second = known.sign(asKari, first.etag(), 1, digest);
            assertThat(second.status()).as(second.body().toString()).isEqualTo(201);

            known.eventually(asKari, plans, answer -> {
                var version = latest(answer);
                assertThat(version.path("standing").asString()).isEqualTo("AGREED");
                assertThat(version.path("agreedOn").asString()).isEqualTo("2026-03-09");
                assertThat(version.path("signatures").findValuesAsString("name"))
                        .containsExactly("Ola Bråthen", "Kari Nordmann");
                assertThat(version.path("signatures")
                                .path(0)
                                .path("signInMethod")
                                .path("issuer")
                                .asString())
                        .isEqualTo(service.issuer().uri());
                assertThat(answer.etag()).isEqualTo(second.etag());
            });
        }

        @Test
        @Shows(value = "C-77", at = "POST /api/cases/{caseId}/plans/{planId}/versions")
        void loses_its_first_signature_when_it_is_changed() {
            var etag = known.present("Halve dager");
            var signed = known.sign(asKari, etag, 1, known.digest());
            known.present("Hjemmekontor to dager i uka", signed.etag());

            known.eventually(asKari, plans, answer -> {
                assertThat(latest(answer).path("version").asInt()).isEqualTo(2);
                assertThat(latest(answer).path("standing").asString()).isEqualTo("WAITS_FOR_BOTH");
                assertThat(versions(answer)
                                .path(0)
                                .path("signatures")
                                .path(0)
                                .path("voided")
                                .asBoolean())
                        .isTrue();
            });
        }

        @Test
        void is_told_of_without_a_word_of_it_or_who() {
            var etag = known.present("Halve dager");
            var signed = known.sign(asKari, etag, 1, known.digest());
            var changed = known.present("Hjemmekontor to dager i uka", signed.etag());
            known.eventually(
                    asKari, plans, answer -> assertThat(versions(answer)).hasSize(2));
            var digest = known.digest();
            var byOla = known.sign(asOla, changed, 2, digest);
            known.sign(asKari, byOla.etag(), 2, digest);

            Awaitility.await().untilAsserted(() -> {
                var told = neighbours.heard(caseId);
                assertThat(told)
                        .extracting(message -> message.path("type").asString())
                        .containsExactly(
                                "no.oppfolging.plan.PlanPresented.v1",
                                "no.oppfolging.plan.PlanSigned.v1",
                                "no.oppfolging.plan.PlanSignaturesVoided.v1",
                                "no.oppfolging.plan.PlanPresented.v1",
                                "no.oppfolging.plan.PlanSigned.v1",
                                "no.oppfolging.plan.PlanSigned.v1",
                                "no.oppfolging.plan.PlanAgreed.v1");
                var rules = new ContractRules();
                assertThat(told).allSatisfy(message -> {
                    rules.assertFits(message);
                    assertThat(message.toString())
                            .doesNotContain("Halve")
                            .doesNotContain("Hjemmekontor")
                            .doesNotContain(kari.person().toString());
                });
            });
        }

        @Test
        void can_be_refused_by_the_employee_with_a_reason_for_the_two() {
            var etag = known.present("Halve dager");
            var answer = service.post(
                    asKari, plan + "/refusals", etag, "{\"version\": 1, \"reason\": \"For mange vakter\"}");
            assertThat(answer.status()).isEqualTo(201);

            known.eventually(
                    asOla,
                    plans,
                    shown -> assertThat(latest(shown)
                                    .path("refusals")
                                    .path(0)
                                    .path("reason")
                                    .asString())
                            .isEqualTo("For mange vakter"));
            assertThat(service.get(asHr, plans).body().toString()).doesNotContain("For mange vakter");
            var history = plans.replace("/plans", "/history");
            assertThat(service.get(asOla, history).body().toString()).contains("plan.SigningRefused");
            assertThat(service.get(asHr, history).body().toString())
                    .contains("plan.PlanPresented")
                    .doesNotContain("SigningRefused");
        }

        @Test
        void lies_in_clear_nowhere_in_the_database() {
            var etag = known.present("Halve dager");
            service.post(asKari, plan + "/refusals", etag, "{\"version\": 1, \"reason\": \"For mange vakter\"}");
            known.eventually(
                    asOla,
                    plans,
                    answer -> assertThat(latest(answer).path("refusals")).hasSize(1));
            var salt = latest(service.get(asOla, plans))
                    .path("document")
                    .asString()
                    .replaceFirst(".*\"salt\":\"([^\"]+)\".*", "$1");

            var rows = service.bean(ViewVersions.class)
                    .tables(CasePlansView.NAME)
                    .sql("""
                            select versions::text from view.versions where case_id = :case
                            union all
                            select refusals::text from view.refusals where case_id = :case
                            union all
                            select payload::text from event_log where stream = :case
                            """)
                    .param("case", caseId)
                    .query(String.class)
                    .list();
            assertThat(rows)
                    .hasSize(5)
                    .allSatisfy(row -> assertThat(row).doesNotContain("Halve", "Kundesenter", "vakter", salt));
        }

        @Test
        void gives_its_words_to_a_program_that_writes_the_notice() {
            var etag = known.present("Halve dager");
            var words = "/api/plans/" + planId + "/notice-words?caseId=" + caseId;

            Awaitility.await().untilAsserted(() -> {
                var answer = service.getAsProgram(words);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body().path("title").asString()).isEqualTo("En plan venter på underskrift");
                assertThat(answer.body().path("version").asInt()).isEqualTo(1);
                assertThat(answer.body().path("waiting").asBoolean()).isTrue();
                assertThat(answer.body().path("waitsFor").findValuesAsString("person"))
                        .containsExactly(kari.person().toString(), ola.person().toString());
                assertThat(answer.body().toString()).doesNotContain("Halve", "Kari", "Ola");
            });

            var digest = known.digest();
            known.sign(asKari, known.sign(asOla, etag, 1, digest).etag(), 1, digest);
            Awaitility.await().untilAsserted(() -> {
                var answer = service.getAsProgram(words);
                assertThat(answer.body().path("waiting").asBoolean()).isFalse();
                assertThat(answer.body().path("waitsFor")).isEmpty();
            });
            assertThat(service.get(asOla, words).status()).isEqualTo(403);
        }

        @Test
        void gives_no_words_to_any_other_program() {
            var measure = UUID.randomUUID();
            known.agree("Halve dager", KarisPlan.measure(measure, "2026-04-13"));
            var payroll = service.issuer().programToken("payroll", "plan-service", RunningService.ORGANISATION);
            for (var words : List.of(
                    "/api/plans/" + planId + "/notice-words?caseId=" + caseId,
                    "/api/plans/measures/" + measure + "/notice-words?caseId=" + caseId)) {
                Awaitility.await()
                        .untilAsserted(() ->
                                assertThat(service.getAsProgram(words).status()).isEqualTo(200));

                var answer = service.getWithToken(payroll, words);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.body().has("planId")).isFalse();
            }
        }
    }

    @Nested
    class A_plan_for_the_doctor {
        private final String today = LegalDay.of(service.clock().instant()).toString();
        private final String given = "{\"version\": 1, \"givenOn\": \"%s\", \"way\": \"POSTED\"}".formatted(today);

        @Test
        @Shows(value = "C-73", at = "POST /api/cases/{caseId}/plans/{planId}/doctor-copies")
        void is_told_of_with_its_day_and_not_how_it_went_and_struck_if_it_did_not() {
            known.agree("Halve dager", "");
            assertThat(service.post(asKari, plan + "/doctor-copies", Optional.empty(), given)
                            .status())
                    .isEqualTo(403);
            assertThat(service.post(asOla, plan + "/doctor-copies", Optional.empty(), given)
                            .status())
                    .isEqualTo(201);
            known.eventually(
                    asKari,
                    plans,
                    answer -> assertThat(latest(answer).path("givenToDoctorOn").asString())
                            .isEqualTo(today));
            assertThat(latest(service.get(asHr, plans)).path("givenToDoctorOn").asString())
                    .isEqualTo(today);

            var struck = service.post(asOla, plan + "/doctor-copies/1/strikings", Optional.empty(), "{}");

            assertThat(struck.status()).isEqualTo(201);
            known.eventually(
                    asKari,
                    plans,
                    answer -> assertThat(latest(answer).has("givenToDoctorOn")).isFalse());
            Awaitility.await().untilAsserted(() -> {
                var told = neighbours.heard(caseId).stream()
                        .filter(message -> message.path("type").asString().contains("GivenToDoctor"))
                        .toList();
                assertThat(told)
                        .extracting(message -> message.path("type").asString())
                        .containsExactly(
                                "no.oppfolging.plan.PlanGivenToDoctor.v1",
                                "no.oppfolging.plan.PlanGivenToDoctorStruck.v1");
                assertThat(told).allSatisfy(message -> {
                    new ContractRules().assertFits(message);
                    assertThat(message.toString()).doesNotContain("POSTED");
                });
            });
            var history = plans.replace("/plans", "/history");
            assertThat(service.get(asHr, history).body().toString())
                    .contains("plan.PlanGivenToDoctor", today)
                    .doesNotContain("POSTED");
        }
    }

    @Nested
    class A_measure_that_is_not_done_by_its_day {
        private final LocalDate yesterday =
                LegalDay.of(service.clock().instant()).minusDays(1);
        private final UUID swap = UUID.randomUUID();
        private final UUID train = UUID.randomUUID();
        private final String history = plans.replace("/plans", "/history");

        @Test
        @Shows(value = "C-78", at = "GET /api/cases/{caseId}/history")
        void is_told_of_once_also_when_it_is_done_late_or_the_plan_corrected() {
            caseServiceHasToldAll();
            known.agree("Halve dager", KarisPlan.measure(swap, yesterday.toString()));
            known.eventually(
                    asKari, history, answer -> assertThat(overdue(answer)).isEqualTo(1));
            assertThat(standingOf(swap)).isEqualTo("OVERDUE");

            known.agree(
                    "Hjemmekontor",
                    KarisPlan.measure(swap, yesterday.toString())
                            + ","
                            + KarisPlan.measure(train, yesterday.minusDays(1).toString()));
            known.eventually(
                    asOla, history, answer -> assertThat(overdue(answer)).isEqualTo(2));
            var done = service.post(asOla, plan + "/measures/" + swap + "/completions", Optional.empty(), "{}");
            assertThat(done.status()).isEqualTo(201);
            Awaitility.await().untilAsserted(() -> assertThat(standingOf(swap)).isEqualTo("DONE"));

            Awaitility.await().untilAsserted(() -> assertThat(toldAsOverdue()).hasSize(2));
            assertThat(toldAsOverdue()).allSatisfy(message -> {
                new ContractRules().assertFits(message);
                assertThat(message.toString()).doesNotContain("Bytte", "SWAP", "MANAGER");
            });
            assertThat(toldAsOverdue())
                    .extracting(message -> message.at("/data/measureId").asString())
                    .containsExactly(swap.toString(), train.toString());
            assertThat(service.get(asHr, history).body().toString())
                    .contains("plan.MeasureFoundOverdue")
                    .doesNotContain(swap.toString());
        }

        @Test
        void is_not_told_of_in_a_case_that_is_over() {
            caseServiceHasToldAll();
            var over = KarisCase.opened();
            neighbours.tells(ServiceName.CASES, "CaseClosed", over.caseId, 2, 1, Map.of());
            over.eventually(
                    over.asOla, over.plans, answer -> assertThat(answer.etag()).contains("\"2\""));
            over.agree(
                    "Halve dager",
                    KarisPlan.measure(train, yesterday.minusDays(1).toString()));

            known.agree("Halve dager", KarisPlan.measure(swap, yesterday.toString()));
            known.eventually(
                    asOla, history, answer -> assertThat(overdue(answer)).isEqualTo(1));
            assertThat(overdue(service.get(over.asOla, over.plans.replace("/plans", "/history"))))
                    .isZero();
        }

        private void caseServiceHasToldAll() {
            neighbours.haveToldUntil(ServiceName.CASES, service.clock().instant());
        }

        private long overdue(Answered history) {
            return history.body().path("told").findValuesAsString("event").stream()
                    .filter("plan.MeasureFoundOverdue"::equals)
                    .count();
        }

        private String standingOf(UUID measure) {
            return service.getAsProgram("/api/plans/measures/" + measure + "/notice-words?caseId=" + caseId)
                    .body()
                    .path("standing")
                    .asString();
        }

        private List<JsonNode> toldAsOverdue() {
            return neighbours.heard(caseId).stream()
                    .filter(message -> message.path("type").asString().contains("MeasureOverdue"))
                    .toList();
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
