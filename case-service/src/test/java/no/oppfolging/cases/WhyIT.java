package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.testing.Browser;
import no.oppfolging.platform.testing.Browser.Look;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Kari is away from Thursday 5 March 2026: the plan is due Wednesday 1 April, the meeting Wednesday 22 April. */
class WhyIT {
    private final RunningService service = RunningCases.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final UUID absence = UUID.randomUUID();
    private final Employed ola = Employed.named("Ola Bråthen", "ola-" + absence);
    private final Employed kari = Employed.named("Kari Nordmann", "kari-" + absence);
    private final Employed siri = Employed.named("Siri Moe", "siri-" + absence);
    private final Someone asOla = ola.someone();

    @BeforeEach
    void kari_is_led_by_ola_and_away() {
        neighbours.hrTells(ola, Optional.empty());
        neighbours.hrTells(siri, Optional.empty());
        neighbours.hrTells(kari, Optional.of(ola));
        reported(absence, 1, "SELF_CERTIFIED", "2026-03-05", "2026-03-08", 0);
        reported(UUID.randomUUID(), 1, "SICK_NOTE", "2026-03-12", "2026-06-30", 100);
        await().untilAsserted(() -> assertThat(service.get(asOla, "/api/cases").body())
                .singleElement()
                .satisfies(found ->
                        assertThat(found.path("knownUntil").asString("")).isEqualTo("2026-06-30")));
    }

    @Nested
    class Why_a_deadline_falls_on_its_day {
        @Test
        @Shows(value = "D-01", at = "GET /api/cases/{caseId}/deadlines/{stage}/derivation")
        void is_told_by_the_days_the_law_and_the_counting() {
            var why = service.get(asOla, deadline("PLAN")).body();

            assertThat(why.path("formula").asString()).isEqualTo("start + 7 × 4 − 1");
            assertThat(why.path("due").asString()).isEqualTo("2026-04-01");
            assertThat(why.path("workBy").asString()).isEqualTo("2026-04-01");
            assertThat(why.path("ruleSet").asString()).isEqualTo("2021-06-01");
            assertThat(why.path("legalBasis").asString()).isEqualTo("aml § 4-6 (3)");
            assertThat(why.path("weighed")
                            .valueStream()
                            .map(one -> one.path("verdict").asString()))
                    .containsExactly("APPLIES", "APPLIES", "APPLIES", "APPLIES", "APPLIES");
            assertThat(periods(why))
                    .containsExactly(
                            "2026-03-05 2026-03-08 SICK 0 COUNT SELF_CERTIFICATION",
                            "2026-03-09 2026-03-09 WORK 1 SAME_CASE ",
                            "2026-03-10 2026-03-11 UNKNOWN_FUTURE 3 SAME_CASE ",
                            "2026-03-12 2026-06-30 SICK 0 COUNT SICK_NOTE");
            assertThat(why.at("/periods/0/source/messageId").asString("")).isNotEmpty();
        }

        @Test
        void is_told_of_navs_and_the_employees_deadlines_too() {
            assertThat(service.get(asOla, deadline("DM2")).body().path("due").asString())
                    .isEqualTo("2026-09-02");
            assertThat(service.get(asOla, deadline("DM3")).status()).isEqualTo(404);
            assertThat(service.get(asOla, deadline("LUNCH")).status()).isEqualTo(404);
        }

        @Test
        @Shows(
                value = {"D-02", "C-73", "C-74"},
                at = "GET /api/cases/{caseId}/deadlines/{stage}/derivation")
        void is_told_as_another_times_law_would_have_had_it() {
            var why = service.get(asOla, deadline("REPORT_TO_NAV") + "?rules=2011-07-01")
                    .body();

            assertThat(why.path("due").asString()).isEqualTo("2026-05-06");
            assertThat(why.path("source").asString()).isEqualTo("Prop. 89 L (2010–2011)");
            assertThat(service.get(asOla, deadline("REPORT_TO_NAV")).status()).isEqualTo(404);
            assertThat(service.get(asOla, deadline("PLAN_TO_DOCTOR") + "?rules=2011-07-01")
                            .body()
                            .path("due")
                            .asString())
                    .isEqualTo("2026-04-01");
        }

        @Test
        @Shows(
                value = {"D-01", "D-25"},
                at = "GET /api/cases/{caseId}/deadlines/{stage}/derivation")
        void is_told_as_it_was_known_at_any_instant() {
            var before =
                    service.get(asOla, deadline("PLAN")).body().path("knownAt").asString();
            reported(absence, 2, "SELF_CERTIFIED", "2026-03-03", "2026-03-08", 0);
            await().untilAsserted(() -> assertThat(service.get(asOla, deadline("PLAN"))
                            .body()
                            .path("due")
                            .asString())
                    .isEqualTo("2026-03-30"));

            assertThat(service.get(asOla, deadline("PLAN") + "?knownAt=" + before)
                            .body()
                            .path("due")
                            .asString())
                    .isEqualTo("2026-04-01");
            assertThat(service.get(asOla, deadline("PLAN") + "?knownAt=2020-01-01T00:00:00Z")
                            .status())
                    .isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"on=%2B999999999-12-31", "on=2026-02-30", "knownAt=%2B1000000000-12-31T00:00:00Z"})
        void is_told_of_no_day_that_stands_in_no_calendar(String asked) {
            var answer = service.get(asOla, deadline("PLAN") + "?" + asked);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().at("/errors/0/pointer").asString())
                    .isEqualTo("/" + asked.substring(0, asked.indexOf('=')));
        }

        @Test
        void is_nothing_that_another_manager_can_know_of() {
            assertThat(service.get(siri.someone(), deadline("PLAN")).status()).isEqualTo(404);
            assertThat(service.get(siri.someone(), simulation()).status()).isEqualTo(404);
        }
    }

    @Nested
    class The_page {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        @Shows(
                value = {"D-01", "C-73"},
                at = "GET /cases/{caseId}/deadlines/{stage}")
        void is_led_to_from_the_case_and_says_why_in_words(boolean scripts) {
            var path = "/cases/" + caseId();
            try (var browser = scripts ? Browser.open(Look.LIGHT) : Browser.withoutScripts(Look.PHONE)) {
                service.issuer().nextIs(asOla);
                browser.page().navigate(service.address() + path);
                assertThat(browser.page().locator("main").innerText())
                        .contains(
                                "Andre datoer i loven",
                                "Planen til sykmelder",
                                "Senest onsdag 29. april 2026 · ftrl § 8-8",
                                "Arbeidsgivers egne datoer",
                                "Første kontakt\nInnen lørdag 7. mars 2026")
                        .contains("Arbeidstakerens plikt", "Navs plikt");
                browser.page().locator("a[href$='/deadlines/PLAN']").click();

                assertThat(browser.page().locator("main").innerText())
                        .contains(
                                "Hvorfor denne datoen?",
                                "Første dag borte var 5. mars 2026.",
                                "start + 7 × 4 − 1",
                                "onsdag 1. april 2026",
                                "Arbeidsgiver skal lage en oppfølgingsplan",
                                "Plikten gjelder når arbeidstakeren er helt eller delvis borte på fristdagen.",
                                "Lest i: Prop. 102 L (2013–2014)",
                                "gjelder ikke, et nyere har tatt over",
                                "mottatt",
                                "frie, 3 på rad: samme sak",
                                "Egenmelding");
                if (scripts) {
                    browser.mustBeAccessible();
                    browser.mustNotScrollSideways();
                }
                browser.photograph(Path.of("target", "pictures", scripts ? "why.png" : "why-without-scripts.png"));

                browser.page().fill("#on", "2020-01-01");
                browser.page().locator("main form button").click();
                assertThat(browser.page().locator("main").innerText())
                        .contains("Da var det ikke kjent noe som ga en slik frist.");
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    @Nested
    class An_address_that_cannot_be_read {
        @ParameterizedTest
        @CsvSource({
            "on=mandag, Skriv datoen som dag.måned.år",
            "on=2026-02-30, Den datoen finnes ikke i kalenderen.",
            "on=%2B999999999-12-31, Skriv datoen som dag.måned.år"
        })
        void is_told_beside_the_field_and_the_page_shows_what_is_known_now(String asked, String told) {
            var page = service.visitor(asOla);
            for (var path : List.of("/deadlines/PLAN", "/history")) {
                assertThat(page.open("/cases/" + caseId() + path + "?" + asked).text())
                        .as(path)
                        .contains("id=\"on-error\">" + told, "Her står det som gjelder nå.");
            }
        }

        @Test
        void may_name_an_instant_too() {
            var page = service.visitor(asOla);
            var history = "/cases/" + caseId() + "/history?knownAt=";

            assertThat(page.open(history + "i%20fjor").text())
                    .contains("id=\"on-error\">Tidspunktet i adressen lar seg ikke lese.");
            assertThat(page.open(history + "2026-03-01T11:00:00Z").text())
                    .contains("1. mars 2026 kl. 12.00")
                    .doesNotContain("on-error");
        }
    }

    @Nested
    class A_day_that_has_passed {
        @Test
        void is_nobodys_breach_where_nothing_tells_whether_it_was_done() {
            reported(UUID.randomUUID(), 1, "SICK_NOTE", "2025-05-01", "2025-09-30", 100);
            var path = await().until(
                            () -> service.get(asOla, "/api/cases")
                                    .body()
                                    .valueStream()
                                    .filter(one ->
                                            one.path("startedOn").asString().equals("2025-05-01"))
                                    .map(one -> "/cases/" + one.path("caseId").asString())
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();

            var ola = service.visitor(asOla);
            assertThat(ola.open(path + "/deadlines/PLAN_TO_DOCTOR").text())
                    .contains("28. mai 2025", "Dagen er passert. Om det ble gjort, vet vi ikke her.")
                    .doesNotContain("Fristen er brutt");
            assertThat(ola.open(path).text()).contains("Dagen er passert. Om det ble gjort, vet vi ikke her.");
        }
    }

    @Nested
    class Fifty_per_cent_from_a_monday {
        @Test
        @Shows(value = "D-23", at = "GET /api/cases/{caseId}/simulation")
        void would_make_the_meeting_and_the_activity_vanish_and_is_not_kept() {
            var simulated = service.get(asOla, simulation()).body();

            assertThat(simulated
                            .path("deadlines")
                            .valueStream()
                            .map(one -> one.path("stage").asString() + " "
                                    + one.path("change").asString()))
                    .containsExactly("PLAN NONE", "PLAN_TO_DOCTOR NONE", "DM1 VANISHES", "ACTIVITY VANISHES");
            assertThat(periods(service.get(asOla, deadline("DM1")).body())).hasSize(4);
        }

        @Test
        void is_refused_when_it_is_no_per_cent() {
            assertThat(service.get(asOla, simulation().replace("grade=50", "grade=0"))
                            .body()
                            .path("type")
                            .asString())
                    .endsWith("absence-grade-out-of-range");
        }
    }

    private void reported(UUID id, int revision, String kind, String from, String to, int grade) {
        var told = new HashMap<String, Object>(
                Map.of("absenceId", id.toString(), "revision", revision, "kind", kind, "from", from, "to", to));
        if (grade > 0) {
            told.put("grade", grade);
        }
        neighbours.hrTells("AbsenceReported", kari.employment(), told);
    }

    private static List<String> periods(JsonNode why) {
        return why.path("periods")
                .valueStream()
                .map(period -> String.join(
                        " ",
                        period.path("from").asString(),
                        period.path("to").asString(),
                        period.path("kind").asString(),
                        String.valueOf(period.path("freeDays").asInt()),
                        period.path("decision").asString(),
                        period.at("/source/kind").asString("")))
                .toList();
    }

    private String deadline(String stage) {
        return "/api/cases/" + caseId() + "/deadlines/" + stage + "/derivation";
    }

    private String simulation() {
        return "/api/cases/" + caseId() + "/simulation?from=2026-04-13&grade=50";
    }

    private String caseId() {
        return service.get(asOla, "/api/cases").body().path(0).path("caseId").asString();
    }
}
