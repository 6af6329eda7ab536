package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.testing.Browser;
import no.oppfolging.platform.testing.Browser.Look;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class MessageDeskIT {
    private static final String PARKED = "/api/cases/messages/parked";
    private static final String REFUSED = "/api/cases/messages/refused";

    private final RunningService service = RunningCases.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final UUID absence = UUID.randomUUID();
    private final Employed kari = Employed.named("Kari Kanarifugl", "kari-" + absence);
    private final Someone operator =
            new Someone("odd-" + absence, List.of("OPERATOR"), List.of(RunningService.ORGANISATION));
    private final Someone hr = new Someone("hanne-" + absence, List.of("HR"), List.of(RunningService.ORGANISATION));
    private final Someone elsewhere = new Someone("else-" + absence, List.of("OPERATOR"), List.of("910825526"));

    /** Kari's absence comes before her employment, so that it waits. */
    private JsonNode anAbsenceThatWaits() {
        neighbours.hrTells(
                "AbsenceReported",
                kari.employment(),
                Map.of("absenceId", absence.toString(), "revision", 1, "from", "2026-03-05", "to", "2026-06-30"));
        await().untilAsserted(
                        () -> assertThat(parkedFor("employment-not-known-yet")).isPresent());
        return parkedFor("employment-not-known-yet").orElseThrow();
    }

    private Optional<JsonNode> parkedFor(String reason) {
        var known = service.bean(JdbcClient.class)
                .sql("select id from parked_messages where key in (:keys)")
                .param("keys", List.of(kari.employment(), absence))
                .query(String.class)
                .set();
        return service.get(operator, PARKED)
                .body()
                .valueStream()
                .filter(message -> known.contains(message.path("id").asString()))
                .filter(message -> message.path("reason").asString().equals(reason))
                .findFirst();
    }

    @Nested
    class A_message_under_an_id_that_was_used_before {
        private final KarisCase known = KarisCase.opened(service);
        private final UUID messageId = UUID.randomUUID();

        @Test
        @Shows(value = "D-24", at = "GET /cases/messages")
        void is_refused_with_a_reason_and_who_was_named_first_leads() {
            var path = "/api/cases/" + known.caseId();
            names(known.siri(), 2);
            await().until(() -> service.get(known.siri().someone(), path).status() == 200);

            names(known.siri(), 2);
            names(known.ola(), 3);

            await().untilAsserted(() -> assertThat(refusals()).containsExactly("/id message-id-reused"));
            assertThat(service.visitor(operator).open("/cases/messages").text())
                    .contains("Meldingens id er brukt før, med et annet innhold.");
            assertThat(service.get(known.siri().someone(), path).status()).isEqualTo(200);
            assertThat(service.get(known.ola().someone(), path).status()).isEqualTo(404);
        }

        private void names(Employed leader, int revision) {
            var employment = known.kari().employment();
            var message = neighbours
                    .message(
                            "no.oppfolging.hr.EmploymentChanged.v1",
                            employment,
                            Map.of(
                                    "employmentId",
                                    employment,
                                    "revision",
                                    revision,
                                    "validFrom",
                                    "2026-03-01",
                                    "person",
                                    Map.of("personId", known.kari().person(), "name", "Kari Nordli"),
                                    "lineManager",
                                    Map.of("personId", leader.person())))
                    .put("id", messageId.toString());
            var _ = neighbours.put(
                    Servers.hr(),
                    "oppfolging.hr.v1",
                    employment.toString(),
                    message.toString().getBytes(StandardCharsets.UTF_8));
        }

        private List<String> refusals() {
            var ids = service.bean(JdbcClient.class)
                    .sql("select id from refused_messages where message_id = :message")
                    .param("message", messageId)
                    .query(String.class)
                    .set();
            return service.get(operator, REFUSED)
                    .body()
                    .valueStream()
                    .filter(message -> ids.contains(message.path("id").asString()))
                    .map(message -> message.path("pointer").asString() + " "
                            + message.path("rule").asString())
                    .toList();
        }
    }

    @Nested
    class A_message_that_waits {
        @Test
        void is_shown_to_operators_and_hr_by_where_it_lies_and_why_never_by_what_it_says() {
            var message = anAbsenceThatWaits();

            assertThat(message.path("coordinates").asString()).startsWith("oppfolging.hr.v1-");
            assertThat(message.path("type").asString()).isEqualTo("no.oppfolging.hr.AbsenceReported.v1");
            assertThat(message.path("sha256").asString()).matches("[0-9a-f]{64}");
            assertThat(message.path("tries").asInt()).isPositive();
            assertThat(message.path("readable").asBoolean()).isTrue();
            assertThat(message.toString()).doesNotContain("2026-06-30");
            assertThat(service.get(hr, PARKED).body().valueStream()).contains(message);
        }

        @Test
        void is_nobody_elses_to_see_or_to_decide_about() {
            var message = anAbsenceThatWaits();
            var skip = "/api/cases/messages/" + message.path("id").asString() + "/skips";
            var because = "{\"reason\":\"SENT_BY_MISTAKE\"}";

            assertThat(service.get(kari.someone(), PARKED).status()).isEqualTo(403);
            assertThat(service.get(elsewhere, PARKED).body().valueStream()).doesNotContain(message);
            assertThat(service.post(elsewhere, skip, Optional.empty(), because).status())
                    .isEqualTo(404);
            assertThat(service.post(Someone.named("nobody"), skip, Optional.empty(), because)
                            .status())
                    .isIn(403, 404);
            assertThat(parkedFor("employment-not-known-yet")).isPresent();
        }

        @Test
        void is_skipped_for_a_reason_that_stands_in_the_log_with_who_decided() {
            var id = anAbsenceThatWaits().path("id").asString();

            var answer = service.post(
                    operator,
                    "/api/cases/messages/" + id + "/skips",
                    Optional.empty(),
                    "{\"reason\":\"SENT_BY_MISTAKE\"}");

            assertThat(answer.status()).isEqualTo(200);
            await().untilAsserted(() ->
                    assertThat(parkedFor("employment-not-known-yet")).isEmpty());
            assertThat(service.bean(JdbcClient.class)
                            .sql(
                                    "select event_name || ' ' || payload || ' ' || metadata from event_log where stream = :id")
                            .param("id", UUID.fromString(id))
                            .query(String.class)
                            .single())
                    .startsWith("case.MessageSkipped ")
                    .contains("SENT_BY_MISTAKE", "employment-not-known-yet", "OPERATOR");
        }

        @Test
        void is_tried_again_when_asked_and_waits_on_when_the_reason_stands() {
            var message = anAbsenceThatWaits();

            service.post(
                    hr, "/api/cases/messages/" + message.path("id").asString() + "/retries", Optional.empty(), "{}");

            await().untilAsserted(() -> assertThat(parkedFor("employment-not-known-yet"))
                    .hasValueSatisfying(later -> assertThat(later.path("tries").asInt())
                            .isGreaterThan(message.path("tries").asInt())));
        }

        @Test
        void cannot_be_skipped_without_a_reason_from_the_list() {
            var id = anAbsenceThatWaits().path("id").asString();

            var answer = service.post(
                    operator,
                    "/api/cases/messages/" + id + "/skips",
                    Optional.empty(),
                    "{\"reason\":\"Kari er tilbake\"}");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(parkedFor("employment-not-known-yet")).isPresent();
        }
    }

    @Nested
    class A_message_before_which_another_is_missing {
        @Test
        void goes_on_without_it_when_an_operator_gives_the_missing_up() {
            neighbours.tells(
                    ServiceName.MEETINGS,
                    "MeetingHeld",
                    absence,
                    6,
                    2,
                    Map.of("meetingId", UUID.randomUUID().toString(), "kind", "DM1", "heldOn", "2026-03-09"));
            await().untilAsserted(() -> assertThat(parkedFor("hole")).isPresent());
            var id = parkedFor("hole").orElseThrow().path("id").asString();

            var answer =
                    service.post(operator, "/api/cases/messages/" + id + "/missing-given-up", Optional.empty(), "{}");

            assertThat(answer.status()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(parkedFor("hole")).isEmpty());
        }
    }

    @Nested
    class A_message_that_was_refused {
        @Test
        void is_shown_with_the_place_in_it_and_the_rule() {
            neighbours.hrTells(
                    "AbsenceReported", kari.employment(), Map.of("absenceId", absence.toString(), "grade", 101));

            await().untilAsserted(() -> assertThat(
                            service.get(hr, REFUSED).body().valueStream())
                    .anySatisfy(message -> {
                        assertThat(message.path("pointer").asString()).isEqualTo("/data/grade");
                        assertThat(message.path("rule").asString()).isEqualTo("schema-maximum");
                    }));
        }
    }

    @Nested
    class The_page {
        @Test
        void lets_an_operator_skip_a_message_without_scripts() {
            anAbsenceThatWaits();
            try (var browser = Browser.withoutScripts(Look.LIGHT)) {
                var page = opened(browser);
                var row = page.locator(
                        "tr",
                        new com.microsoft.playwright.Page.LocatorOptions()
                                .setHasText(parkedFor("employment-not-known-yet")
                                        .orElseThrow()
                                        .path("messageId")
                                        .asString()));
                row.locator("summary").click();
                row.locator("select").selectOption("WHAT_IT_WAITS_FOR_WILL_NOT_COME");
                row.locator("text=Hopp over meldingen").click();

                assertThat(page.locator("[role=status]").textContent().strip())
                        .isEqualTo("Meldingen er hoppet over. De som ventet bak den, har fått sin tur.");
                assertThat(page.locator("section[aria-labelledby=decided]").textContent())
                        .contains("Det den venter på, kommer aldri", "Drift");
            }
        }

        @Test
        void is_readable_by_everybody() {
            anAbsenceThatWaits();
            for (var look : List.of(Look.LIGHT, Look.DARK_PHONE)) {
                try (var browser = Browser.open(look)) {
                    var page = opened(browser);
                    page.locator("summary").first().click();
                    browser.mustBeAccessible();
                    browser.mustNotScrollSideways();
                    browser.photograph(Path.of("target", "pictures", "messages-" + look + ".png"));
                    assertThat(browser.complaints()).isEmpty();
                    assertThat(page.locator("main").textContent()).doesNotContain("Kanarifugl");
                }
            }
        }

        private com.microsoft.playwright.Page opened(Browser browser) {
            service.issuer().nextIs(operator);
            browser.page().navigate(service.address() + "/cases/messages");
            assertThat(browser.page().locator("h1").textContent()).isEqualTo("Meldinger som venter eller er avvist");
            return browser.page();
        }
    }
}
