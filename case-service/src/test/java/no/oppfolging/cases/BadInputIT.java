package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.messaging.Coordinates;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever comes in: a clear reason, nothing lost, nothing half done, and nobody else held up. */
class BadInputIT {
    private static final String HR = "oppfolging.hr.v1";
    private static final String ABSENCE = "no.oppfolging.hr.AbsenceReported.v1";
    private static final String ANOTHER_ORGANISATION = "910825526";

    private final RunningService service = RunningCases.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final UUID absence = UUID.randomUUID();
    private final Employed kari = Employed.named("Kari Nordmann", "kari-" + absence);
    private final Employed nils = Employed.named("Nils Lie", "nils-" + absence);
    private final Someone operator = new Someone(
            "odd-" + absence, List.of("OPERATOR"), List.of(RunningService.ORGANISATION, ANOTHER_ORGANISATION));

    @BeforeEach
    void kari_is_employed() {
        neighbours.hrTells(kari, Optional.empty());
        neighbours.hrTells(nils, Optional.empty());
        await().untilAsserted(() -> assertThat(eventsOf(kari.employment())).containsExactly("case.EmploymentNoted"));
    }

    /** Nils was reported away after all that was wrong, on the same topic. */
    @AfterEach
    void nobody_else_was_held_up() {
        neighbours.hrTells(
                "AbsenceReported",
                nils.employment(),
                Map.of("absenceId", UUID.randomUUID().toString(), "from", "2026-03-05", "to", "2026-06-30"));
        await().untilAsserted(() -> assertThat(eventsOf(nils.employment())).contains("case.CaseOpened"));
    }

    @Nested
    class On_the_topic_of_hr {
        @Test
        void what_is_not_json_is_refused_as_that() {
            var sent = neighbours.put(
                    Servers.hr(), HR, kari.employment().toString(), "Kari er syk".getBytes(StandardCharsets.UTF_8));

            assertRefused(sent, "", "message-not-json");
        }

        @Test
        void a_megabyte_is_too_large() {
            var message = absence(Map.of());
            message.put("remark", "a".repeat(1_000_000));

            assertRefused(sent(message), "", "message-too-large");
        }

        @Test
        void a_message_without_what_its_schema_requires_is_told_what_is_missing() {
            var message = absence(Map.of());
            ((ObjectNode) message.get("data")).remove("from");

            assertRefused(sent(message), "/data/from", "schema-required");
            assertToldToHr("/data/from", "schema-required");
        }

        @ParameterizedTest
        @CsvSource({"0, schema-minimum", "101, schema-maximum"})
        void a_grade_is_between_1_and_100(int grade, String rule) {
            assertRefused(sent(absence(Map.of("grade", grade))), "/data/grade", rule);
            assertToldToHr("/data/grade", rule);
        }

        @Test
        @Shows(value = "D-33", at = "oppfolging.hr.v1")
        void a_national_identity_number_is_no_id_and_is_repeated_to_nobody() {
            var message = absence(Map.of("absenceId", "01017012345"));

            assertRefused(sent(message), "/data/absenceId", "schema-format");
            assertToldToHr("/data/absenceId", "schema-format");
            assertThat(neighbours.heard(kari.employment()).toString()).doesNotContain("01017012345");
        }

        /** No database keeps it as text. */
        @Test
        void a_name_has_no_character_that_is_none() {
            var message = neighbours.message(
                    "no.oppfolging.hr.EmploymentChanged.v1",
                    kari.employment(),
                    Map.of(
                            "employmentId",
                            kari.employment().toString(),
                            "revision",
                            9,
                            "validFrom",
                            "2026-03-01",
                            "person",
                            Map.of("personId", kari.person().toString(), "name", "Kari Nordmann"),
                            "unit",
                            Map.of("id", "lageret", "name", "Lag\u0000eret")));

            assertRefused(sent(message), "/data/unit/name", "schema-not");
            assertToldToHr("/data/unit/name", "schema-not");
        }

        @Test
        void an_absence_does_not_end_before_it_begins() {
            assertRefused(
                    sent(absence(Map.of("from", "2026-03-05", "to", "2026-03-04"))),
                    "/data/to",
                    "absence-ends-before-it-begins");
            assertToldToHr("/data/to", "absence-ends-before-it-begins");
        }

        @Test
        void an_absence_is_not_another_organisations_to_tell() {
            var message = absence(Map.of("from", "2026-03-05", "to", "2026-06-30"));
            message.put("organisation", ANOTHER_ORGANISATION);

            var sent = sent(message);

            assertRefused(sent, "/organisation", "employment-of-another-organisation");
        }

        @Test
        void an_employment_is_not_another_organisations_to_change() {
            var message = neighbours.message(
                    "no.oppfolging.hr.EmploymentEnded.v1",
                    kari.employment(),
                    Map.of("employmentId", kari.employment().toString(), "revision", 9, "lastDay", "2026-03-01"));
            message.put("organisation", ANOTHER_ORGANISATION);

            assertRefused(sent(message), "/organisation", "employment-of-another-organisation");
        }

        @Test
        @Shows(
                value = {"D-24", "D-25"},
                at = "oppfolging.hr.v1")
        void an_absence_of_an_employment_nobody_told_of_waits_and_has_its_effect_when_it_is_told() {
            var siri = Employed.named("Siri Moe", "siri-" + absence);
            var message = neighbours.message(
                    ABSENCE,
                    siri.employment(),
                    Map.of(
                            "absenceId",
                            absence.toString(),
                            "employmentId",
                            siri.employment().toString(),
                            "from",
                            "2026-03-05",
                            "to",
                            "2026-06-30"));
            var sent = sent(message);
            assertWaits(sent, "employment-not-known-yet");
            assertThat(eventsOf(siri.employment())).isEmpty();

            neighbours.hrTells(siri, Optional.empty());

            await().untilAsserted(() ->
                    assertThat(eventsOf(siri.employment())).contains("case.AbsenceRegistered", "case.CaseOpened"));
        }

        @Test
        void a_withdrawal_before_its_absence_waits_and_has_its_effect_when_that_comes() {
            var withdrawal = neighbours.message(
                    "no.oppfolging.hr.AbsenceWithdrawn.v1",
                    kari.employment(),
                    Map.of(
                            "absenceId",
                            absence.toString(),
                            "employmentId",
                            kari.employment().toString(),
                            "revision",
                            2));
            assertWaits(sent(withdrawal), "absence-not-known-yet");

            sent(absence(Map.of("from", "2026-03-05", "to", "2026-06-30")));

            await().untilAsserted(() -> assertThat(eventsOf(kari.employment()))
                    .contains("case.AbsenceRegistered", "case.AbsenceWithdrawn"));
        }
    }

    @Nested
    class A_forged_message {
        @Test
        void cannot_be_put_on_our_topic_by_anybody_else() {
            for (var other : List.of(Servers.hr(), Servers.kafka(ServiceName.MEETINGS))) {
                assertThatThrownBy(() -> neighbours.put(
                                other,
                                ServiceName.CASES.topic(),
                                absence.toString(),
                                "{}".getBytes(StandardCharsets.UTF_8)))
                        .isInstanceOf(TopicAuthorizationException.class);
            }
        }

        @Test
        void on_its_writers_own_topic_is_refused_when_it_speaks_for_another() {
            var held = neighbours.message(
                    "no.oppfolging.plan.PlanAgreed.v1", absence, Map.of("caseId", absence.toString()));

            var sent = neighbours.put(
                    Servers.kafka(ServiceName.MEETINGS), ServiceName.MEETINGS.topic(), absence.toString(), bytes(held));

            assertRefused(sent, "/type", "message-from-another-producer");
        }
    }

    @Nested
    class Over_http {
        @Test
        void a_token_for_another_audience_opens_nothing() {
            var token = service.issuer().token(operator, "meeting-service");

            var answer = service.getWithToken(token, "/api/cases/messages/parked");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body().path("type").asString()).isEqualTo("/problems/sign-in-needed");
        }

        @Test
        void a_megabyte_is_too_large() {
            var answer = service.post(
                    operator,
                    "/api/cases/messages/" + absence + "/skips",
                    Optional.empty(),
                    "{\"reason\":\"" + "a".repeat(1_000_000) + "\"}");

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body().path("type").asString()).isEqualTo("/problems/too-large");
        }

        @Test
        void what_is_not_json_is_told_where() {
            var answer = service.post(
                    operator, "/api/cases/messages/" + absence + "/skips", Optional.empty(), "{\"reason\": SENT");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().path("type").asString()).isEqualTo("/problems/not-readable");
        }
    }

    private ObjectNode absence(Map<String, Object> fields) {
        var message = neighbours.message(
                ABSENCE,
                kari.employment(),
                Map.of(
                        "absenceId",
                        absence.toString(),
                        "employmentId",
                        kari.employment().toString(),
                        "revision",
                        1));
        fields.forEach((field, value) -> ((ObjectNode) message.get("data"))
                .set(field, JsonMapper.shared().valueToTree(value)));
        return message;
    }

    private Coordinates sent(ObjectNode message) {
        return neighbours.put(Servers.hr(), HR, message.at("/data/employmentId").asString(), bytes(message));
    }

    private static byte[] bytes(JsonNode message) {
        return JsonMapper.shared().writeValueAsBytes(message);
    }

    /** It is shown with its reason, kept, and has changed nothing. */
    private void assertRefused(Coordinates sent, String pointer, String rule) {
        await().untilAsserted(() -> assertThat(shown("refused", sent)).hasValueSatisfying(message -> {
            assertThat(message.path("pointer").asString()).isEqualTo(pointer);
            assertThat(message.path("rule").asString()).isEqualTo(rule);
            assertThat(message.path("sha256").asString()).matches("[0-9a-f]{64}");
        }));
        assertThat(sql("select count(*) from refused_messages where id = :id and sealed is not null", sent.id()))
                .containsExactly("1");
        assertThat(eventsOf(kari.employment())).containsExactly("case.EmploymentNoted");
    }

    private void assertWaits(Coordinates sent, String reason) {
        await().untilAsserted(() -> assertThat(shown("parked", sent))
                .hasValueSatisfying(
                        message -> assertThat(message.path("reason").asString()).isEqualTo(reason)));
    }

    private Optional<JsonNode> shown(String list, Coordinates sent) {
        return service.get(operator, "/api/cases/messages/" + list)
                .body()
                .valueStream()
                .filter(message ->
                        message.path("id").asString().equals(sent.id().toString()))
                .findFirst();
    }

    private void assertToldToHr(String pointer, String rule) {
        await().untilAsserted(() -> {
            var told = neighbours.heard(kari.employment());
            assertThat(told).hasSize(1);
            new ContractRules().assertFits(told.getFirst());
            assertThat(told.getFirst().at("/data/pointer").asString()).isEqualTo(pointer);
            assertThat(told.getFirst().at("/data/rule").asString()).isEqualTo(rule);
        });
    }

    private List<String> eventsOf(UUID employment) {
        return sql("select event_name from event_log where stream = :id order by position", employment);
    }

    private List<String> sql(String query, UUID id) {
        return service.bean(JdbcClient.class)
                .sql(query)
                .param("id", id)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
