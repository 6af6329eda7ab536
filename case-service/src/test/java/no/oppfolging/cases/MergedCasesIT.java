package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Cases that have become one: which news is waited for, and what is told of what was decided in each. */
class MergedCasesIT {
    private final RunningService service = RunningCases.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final UUID absence = UUID.randomUUID();
    private final Employed ola = Employed.named("Ola Bråthen", "ola-" + absence);
    private final Employed kari = Employed.named("Kari Nordmann", "kari-" + absence);
    private final Employed siri = Employed.named("Siri Moe", "siri-" + absence);
    private final Someone asOla = ola.someone();
    private final Someone asSiri = siri.someone();
    private final UUID first = DerivedId.of(kari.employment(), "case/2026-02-10");
    private final UUID second = DerivedId.of(kari.employment(), "case/2026-03-04");

    @BeforeEach
    void kari_is_led_by_ola() {
        neighbours.hrTells(ola, Optional.empty());
        neighbours.hrTells(siri, Optional.empty());
        neighbours.hrTells(kari, Optional.of(ola));
    }

    @Test
    void are_not_judged_while_news_of_either_waits() {
        var plan = Map.<String, Object>of(
                "planId",
                UUID.randomUUID().toString(),
                "version",
                1,
                "digest",
                "0".repeat(64),
                "agreedOn",
                "2026-01-30");
        neighbours.tells(ServiceName.PLANS, "PlanAgreed", second, 2, 1, plan);
        await().until(() -> service.bean(JdbcClient.class)
                .sql("select exists (select from parked_messages where key = :case)")
                .param("case", second)
                .query(Boolean.class)
                .single());
        haveToldUntilNow();
        becomeOneThatBeganInJanuary();
        othersAreJudged();

        assertThat(service.visitor(asOla).open("/cases/" + first).text()).contains("Venter på nyheter fra plan");
        neighbours.tells(ServiceName.PLANS, "PlanPresented", second, 1, 0, plan);

        await().untilAsserted(() -> assertThat(toldOfThePlan()).contains("no.oppfolging.case.DeadlineMet.v1"));
        assertThat(toldOfThePlan()).doesNotContain("no.oppfolging.case.DeadlineMissed.v1");
    }

    @Test
    void tell_of_a_decision_once_when_they_are_two_again() {
        twoBegin();
        says(asOla, second, "/exemptions", "{\"reason\": \"RETURNS_WITHOUT_ADAPTATION\"}");
        becomeOne("2026-02-10");
        becomeTwoAgain();

        assertThat(decisionsIn(second)).hasSize(1);
        assertThat(decisionsIn(first)).isEmpty();
    }

    @Test
    void wait_for_the_answer_to_what_was_disputed_in_either() {
        twoBegin();
        says(asOla, second, "/exemptions", "{\"reason\": \"RETURNS_WITHOUT_ADAPTATION\"}");
        says(kari.someone(), second, "/exemptions/disputes", "{\"words\": \"Jeg vil gjerne ha en plan.\"}");
        becomeOne("2026-02-10");
        assertThat(isDisputed(first)).isTrue();

        becomeTwoAgain();
        assertThat(isDisputed(second)).isTrue();
        assertThat(isDisputed(first)).isFalse();
    }

    @Test
    void wait_for_no_answer_that_was_given_while_they_were_one() {
        twoBegin();
        says(asOla, second, "/exemptions", "{\"reason\": \"RETURNS_WITHOUT_ADAPTATION\"}");
        says(kari.someone(), second, "/exemptions/disputes", "{\"words\": \"Jeg vil gjerne ha en plan.\"}");
        becomeOne("2026-02-10");
        says(asOla, first, "/exemptions/disputes/answers", "{\"words\": \"Vi tar det når du er tilbake.\"}");
        becomeTwoAgain();

        assertThat(isDisputed(second)).isFalse();
    }

    /** Whoever is overtaken by what follows of itself, as that the earlier case is closed, looks again. */
    @Test
    void give_the_later_part_its_dispute_though_it_was_never_a_case_before() {
        reported(absence, 1, "2026-02-10", "2026-03-20");
        eventually(asOla, "/api/cases", answer -> assertThat(answer.body()).hasSize(1));
        says(asOla, first, "/exemptions", "{\"reason\": \"RETURNS_WITHOUT_ADAPTATION\"}");
        says(kari.someone(), first, "/exemptions/disputes", "{\"words\": \"Jeg vil gjerne ha en plan.\"}");
        reported(UUID.randomUUID(), 1, "2026-03-04", "2026-03-20");
        becomeTwoAgain();

        assertThat(isDisputed(second)).isTrue();
        assertThat(isDisputed(first)).isFalse();
        assertThat(decisionsIn(second)).hasSize(2);
    }

    @Test
    void leave_each_part_what_was_decided_there_and_answered_since() {
        twoBegin();
        says(asOla, second, "/exemptions", "{\"reason\": \"RETURNS_WITHOUT_ADAPTATION\"}");
        says(kari.someone(), second, "/exemptions/disputes", "{\"words\": \"Jeg vil gjerne ha en plan.\"}");
        becomeOne("2026-02-10");
        says(asOla, first, "/exemptions/disputes/answers", "{\"words\": \"Vi tar det når du er tilbake.\"}");
        becomeTwoAgain();

        assertThat(decisionsIn(second).findValuesAsString("what")).containsExactly("EXEMPTED", "DISPUTED", "ANSWERED");
        assertThat(decisionsIn(first)).isEmpty();
    }

    private void says(Someone someone, UUID caseId, String what, String body) {
        var path = "/api/cases/" + caseId;
        await().untilAsserted(() -> assertThat(service.post(
                                someone,
                                path + "/deadlines/PLAN" + what,
                                service.get(someone, path).etag(),
                                body)
                        .status())
                .isEqualTo(200));
    }

    private JsonNode decisionsIn(UUID caseId) {
        return service.get(asOla, "/api/cases/" + caseId + "/decisions").body().path("decisions");
    }

    private boolean isDisputed(UUID caseId) {
        return service.get(asOla, "/api/cases/" + caseId)
                .body()
                .path("deadlines")
                .valueStream()
                .filter(deadline -> deadline.path("stage").asString().equals("PLAN"))
                .anyMatch(deadline -> deadline.path("disputed").asBoolean());
    }

    private void becomeOneThatBeganInJanuary() {
        twoBegin();
        becomeOne("2026-01-05");
    }

    private void twoBegin() {
        reported(absence, 1, "2026-02-10", "2026-02-14");
        reported(UUID.randomUUID(), 1, "2026-03-04", "2026-03-20");
        eventually(asOla, "/api/cases", answer -> assertThat(answer.body()).hasSize(2));
    }

    private void becomeOne(String startedOn) {
        reported(absence, 2, startedOn, "2026-03-03");
        eventually(asOla, "/api/cases", answer -> {
            assertThat(answer.body().findValuesAsString("caseId")).containsExactly(first.toString());
            assertThat(answer.body().at("/0/startedOn").asString()).isEqualTo(startedOn);
        });
    }

    private void becomeTwoAgain() {
        reported(absence, 3, "2026-02-10", "2026-02-14");
        eventually(asOla, "/api/cases", answer -> assertThat(answer.body()).hasSize(2));
    }

    private void othersAreJudged() {
        neighbours.hrTells("AbsenceReported", siri.employment(), KarisCase.absence(UUID.randomUUID(), 1, "2026-01-05"));
        eventually(
                asSiri,
                "/api/cases",
                answer -> assertThat(answer.body()
                                .at("/0/deadlines")
                                .valueStream()
                                .map(deadline -> deadline.path("outcome").asString()))
                        .contains("MISSED"));
    }

    private Stream<String> toldOfThePlan() {
        return neighbours.heard(first).stream()
                .filter(told -> told.at("/data/stage").asString("").equals("PLAN"))
                .map(told -> told.path("type").asString());
    }

    private void reported(UUID absenceId, int revision, String from, String to) {
        neighbours.hrTells(
                "AbsenceReported",
                kari.employment(),
                Map.of("absenceId", absenceId.toString(), "revision", revision, "from", from, "to", to));
    }

    private void haveToldUntilNow() {
        var now = service.clock().instant();
        neighbours.haveToldUntil(ServiceName.MEETINGS, now);
        neighbours.haveToldUntil(ServiceName.PLANS, now);
    }

    private void eventually(Someone someone, String path, Consumer<Answered> says) {
        await().untilAsserted(() -> says.accept(service.get(someone, path)));
    }
}
