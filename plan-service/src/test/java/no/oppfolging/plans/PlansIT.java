package no.oppfolging.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.AuthorityRules;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class PlansIT {
    private final RunningService service = RunningPlans.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final UUID caseId = UUID.randomUUID();
    private final UUID planId = UUID.randomUUID();
    private final String plans = "/api/cases/" + caseId + "/plans";
    private final String plan = plans + "/" + planId;
    private final Employed ola = Employed.named("Ola Bråthen", "ola-" + caseId);
    private final Employed kari = Employed.named("Kari Nordmann", "kari-" + caseId);
    private final Employed siri = Employed.named("Siri Moe", "siri-" + caseId);
    private final Someone asOla = ola.someone();
    private final Someone asKari = kari.someone();
    private final Someone asHr = new Someone("hr", List.of("HR"), List.of(RunningService.ORGANISATION));

    @BeforeEach
    void kari_is_led_by_ola_and_has_a_case() {
        neighbours.hrTells(ola, Optional.empty());
        neighbours.hrTells(siri, Optional.empty());
        neighbours.hrTells(kari, Optional.of(ola));
        neighbours.caseOpened(caseId, kari, 1);
        eventually(asOla, plans, answer -> assertThat(answer.status()).isEqualTo(200));
    }

    @Test
    void every_endpoint_stands_in_the_table_of_authority() {
        AuthorityRules.mustHold(
                service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                service.bean(Authority.class));
    }

    @Nested
    class A_plan_the_leader_presents {
        @Test
        @Shows(value = "C-71", at = "GET /api/cases/{caseId}/plans")
        void lies_before_the_two_with_every_word_and_its_digest() {
            present("Halve dager");

            for (var someone : List.of(asOla, asKari)) {
                eventually(someone, plans, answer -> {
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
            present("Halve dager");

            eventually(asHr, plans, answer -> {
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
            var etag = present("Halve dager");
            var digest = digest();
            var first = sign(asOla, etag, 1, digest);
            assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
            var second = sign(asKari, first.etag(), 1, digest);
            assertThat(second.status()).as(second.body().toString()).isEqualTo(201);

            eventually(asKari, plans, answer -> {
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
            var etag = present("Halve dager");
            var signed = sign(asKari, etag, 1, digest());
            present("Hjemmekontor to dager i uka", signed.etag());

            eventually(asKari, plans, answer -> {
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
            var etag = present("Halve dager");
            var signed = sign(asKari, etag, 1, digest());
            var changed = present("Hjemmekontor to dager i uka", signed.etag());
            eventually(asKari, plans, answer -> assertThat(versions(answer)).hasSize(2));
            var digest = digest();
            var byOla = sign(asOla, changed, 2, digest);
            sign(asKari, byOla.etag(), 2, digest);

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
            var etag = present("Halve dager");
            var answer = service.post(
                    asKari, plan + "/refusals", etag, "{\"version\": 1, \"reason\": \"For mange vakter\"}");
            assertThat(answer.status()).isEqualTo(201);

            eventually(
                    asOla,
                    plans,
                    shown -> assertThat(latest(shown)
                                    .path("refusals")
                                    .path(0)
                                    .path("reason")
                                    .asString())
                            .isEqualTo("For mange vakter"));
            assertThat(service.get(asHr, plans).body().toString()).doesNotContain("For mange vakter");
        }

        @Test
        void lies_in_clear_nowhere_in_the_database() {
            var etag = present("Halve dager");
            service.post(asKari, plan + "/refusals", etag, "{\"version\": 1, \"reason\": \"For mange vakter\"}");
            eventually(
                    asOla,
                    plans,
                    answer -> assertThat(latest(answer).path("refusals")).hasSize(1));
            var salt = latest(service.get(asOla, plans))
                    .path("document")
                    .asString()
                    .replaceFirst(".*\"salt\":\"([^\"]+)\".*", "$1");

            var rows = service.bean(JdbcClient.class)
                    .sql("""
                            select versions::text from case_plans_v1.versions where case_id = :case
                            union all
                            select refusals::text from case_plans_v1.refusals where case_id = :case
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
            var etag = present("Halve dager");
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

            var digest = digest();
            sign(asKari, sign(asOla, etag, 1, digest).etag(), 1, digest);
            Awaitility.await().untilAsserted(() -> {
                var answer = service.getAsProgram(words);
                assertThat(answer.body().path("waiting").asBoolean()).isFalse();
                assertThat(answer.body().path("waitsFor")).isEmpty();
            });
            assertThat(service.get(asOla, words).status()).isEqualTo(403);
        }
    }

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
            assertThat(tryToPresent(asKari, "Halve dager", etag).status()).isEqualTo(403);
            assertThat(tryToPresent(asHr, "Halve dager", etag).status()).isEqualTo(403);
            assertThat(tryToPresent(siri.someone(), "Halve dager", etag).status())
                    .isEqualTo(404);
        }

        @Test
        void signs() {
            var etag = present("Halve dager");
            assertThat(sign(asHr, etag, 1, digest()).status()).isEqualTo(403);
            assertThat(sign(siri.someone(), etag, 1, digest()).status()).isEqualTo(404);
        }

        @Test
        void refuses_for_the_employee() {
            var etag = present("Halve dager");
            assertThat(service.post(asOla, plan + "/refusals", etag, "{\"version\": 1, \"reason\": \"Nei\"}")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Nested
    class What_cannot_be {
        @Test
        void is_refused_by_its_rule() {
            var answer = tryToPresent(asOla, " ", service.get(asOla, plans).etag());
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body().path("type").asString()).endsWith("/problems/plan-section-is-missing");
            assertThat(answer.body().path("arguments").path("section").asString())
                    .isEqualTo("measures");
        }

        @Test
        void is_signed_in_another_version_than_the_one_that_stands() {
            present("Halve dager");
            var old = digest();
            var etag = present(
                    "Hjemmekontor to dager i uka", service.get(asOla, plans).etag());
            var answer = sign(asKari, etag, 1, old);
            assertThat(answer.body().path("type").asString()).endsWith("/problems/plan-has-changed");
            assertThat(answer.body().path("detail").asString())
                    .isEqualTo("Planen er endret siden du leste den. Les versjon 2 før du svarer.");
        }

        @Test
        void is_changed_without_having_been_seen() {
            assertThat(tryToPresent(asOla, "Halve dager", Optional.empty()).status())
                    .isEqualTo(428);
            present("Halve dager");
            assertThat(tryToPresent(asOla, "Hele dager", Optional.of("\"1\"")).status())
                    .isEqualTo(412);
        }
    }

    @Nested
    class A_key_that_was_used_for_another_case {
        @Test
        void gets_no_answer_there_and_does_nothing() {
            var key = UUID.randomUUID().toString();
            var first = service.post(asOla, plan + "/versions", Optional.of("\"1\""), KarisPlan.content("Halv"), key);
            assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
            var other = UUID.randomUUID();
            neighbours.caseOpened(other, kari, 9);
            var otherPlans = "/api/cases/" + other + "/plans";
            eventually(asOla, otherPlans, answer -> assertThat(answer.status()).isEqualTo(200));

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

    @Nested
    class Cases_that_become_one {
        @Test
        void keep_the_plan_there_was_and_present_in_the_survivor() {
            var etag = present("Halve dager");
            var digest = digest();
            var survivor = UUID.randomUUID();
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.tells(
                    ServiceName.CASES,
                    "CasesMerged",
                    survivor,
                    8,
                    7,
                    Map.of("survivor", survivor.toString(), "absorbed", List.of(caseId.toString())));

            for (var id : List.of(survivor, caseId)) {
                eventually(asKari, "/api/cases/" + id + "/plans", answer -> {
                    assertThat(answer.body().path("caseId").asString()).isEqualTo(survivor.toString());
                    assertThat(answer.body()
                                    .path("plans")
                                    .path(0)
                                    .path("caseId")
                                    .asString())
                            .isEqualTo(caseId.toString());
                });
            }
            var answer = tryToPresent(asOla, "Hele dager", Optional.of("\"3\""));
            assertThat(answer.body().path("type").asString())
                    .as(etag + " " + answer.body())
                    .endsWith("/problems/case-is-part-of-another");
            assertThat(sign(asKari, Optional.of("\"3\""), 1, digest).status()).isEqualTo(201);
        }

        @Test
        void part_again_with_the_plan_each_had() {
            var survivor = UUID.randomUUID();
            present("Halve dager");
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.tells(
                    ServiceName.CASES,
                    "CasesMerged",
                    survivor,
                    8,
                    7,
                    Map.of("survivor", survivor.toString(), "absorbed", List.of(caseId.toString())));
            eventually(
                    asKari,
                    plans,
                    answer ->
                            assertThat(answer.body().path("caseId").asString()).isEqualTo(survivor.toString()));
            neighbours.tells(
                    ServiceName.CASES,
                    "CaseSplit",
                    survivor,
                    9,
                    8,
                    Map.of("kept", survivor.toString(), "created", caseId.toString(), "startedOn", "2026-03-02"));

            eventually(asKari, plans, answer -> {
                assertThat(answer.body().path("caseId").asString()).isEqualTo(caseId.toString());
                assertThat(versions(answer)).hasSize(1);
            });
            var etag = service.get(asOla, plans).etag();
            assertThat(present("Hjemmekontor to dager i uka", etag)).isPresent();
        }

        @Test
        void wait_until_all_of_them_have_been_heard_of() {
            var late = UUID.randomUUID();
            neighbours.tells(
                    ServiceName.CASES,
                    "CasesMerged",
                    caseId,
                    2,
                    1,
                    Map.of("survivor", caseId.toString(), "absorbed", List.of(late.toString())));
            neighbours.caseOpened(late, kari, 11);

            eventually(
                    asOla,
                    "/api/cases/" + late + "/plans",
                    answer ->
                            assertThat(answer.body().path("caseId").asString()).isEqualTo(caseId.toString()));
        }
    }

    private Optional<String> present(String measures) {
        return present(measures, service.get(asOla, plans).etag());
    }

    private Optional<String> present(String measures, Optional<String> etag) {
        var answer = tryToPresent(asOla, measures, etag);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(service.get(asOla, plans).etag()).isEqualTo(answer.etag()));
        return answer.etag();
    }

    private Answered tryToPresent(Someone someone, String measures, Optional<String> etag) {
        return service.post(someone, plan + "/versions", etag, KarisPlan.content(measures));
    }

    private Answered sign(Someone someone, Optional<String> etag, int version, String digest) {
        return service.post(
                someone,
                plan + "/signatures",
                etag,
                "{\"version\": %d, \"digest\": \"%s\"}".formatted(version, digest));
    }

    private String digest() {
        return latest(service.get(asOla, plans)).path("digest").asString();
    }

    private static JsonNode versions(Answered answer) {
        return answer.body().path("plans").path(0).path("versions");
    }

    private static JsonNode latest(Answered answer) {
        return versions(answer).path(versions(answer).size() - 1);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void eventually(Someone someone, String path, ThrowingConsumer<Answered> holds) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> holds.accept(service.get(someone, path)));
    }
}
