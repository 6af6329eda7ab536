package no.oppfolging.plans;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static no.oppfolging.plans.KarisPages.PICTURES;
import static no.oppfolging.plans.KarisPages.fill;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.testing.Browser;
import no.oppfolging.platform.testing.Browser.Look;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The page of a plan that has been laid before the two: what each sees of it there, and may do about it. */
class PlanPageIT {
    private final RunningService service = RunningPlans.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final KarisPages pages = KarisPages.ofANewCase();
    private final KarisCase known = pages.known;
    private final UUID caseId = known.caseId;
    private final String plan = pages.plan;
    private final String draft = pages.draft;
    private final Employed ola = known.ola;
    private final Employed kari = known.kari;

    @Nested
    class The_leader {
        @Test
        @Shows(value = "C-78", at = "GET /plans/cases/{caseId}")
        void sees_what_either_has_let_slip_until_it_is_done() {
            var yesterday = LegalDay.of(service.clock().instant()).minusDays(1);
            try (var browser = pages.signedIn(Browser.withoutScripts(Look.LIGHT), ola.someone(), draft)) {
                var page = browser.page();
                fill(page, "Halve dager");
                page.fill("#measure-0-what", "Lage ny opplæringsplan");
                page.selectOption("#measure-0-category", "SECURE");
                page.selectOption("#measure-0-responsible", "MANAGER");
                page.fill("#measure-0-dueOn", yesterday.toString());
                page.click("text=Legg fram for signering");
            }
            pages.signs(kari.someone());
            pages.signs(ola.someone());
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), known.asHr, plan)) {
                assertThat(browser.page().locator("main")).containsText("Over fristen");
                assertThat(browser.page().content()).doesNotContain("opplæringsplan", "Merk som gjort");
            }
            try (var browser = pages.signedIn(Browser.open(Look.PHONE), kari.someone(), "/plans")) {
                assertThat(browser.page().locator("main").textContent()).doesNotContain("over fristen");
            }
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), ola.someone(), "/plans")) {
                var page = browser.page();
                assertThat(page.locator("main")).containsText("1 tiltak over fristen");
                assertThat(page.locator("main")).containsText("Verkstedet");
                browser.mustBeAccessible();
                page.click("text=Kari Nordmann");
                assertThat(page.locator("section[aria-labelledby=measures]")).containsText("Over fristen");
                browser.mustBeAccessible();
                browser.photograph(PICTURES.resolve("measures-overdue.png"));
                page.click("button:has-text('Merk som gjort')");
                assertThat(page.locator(".of-flash")).hasText("Tiltaket er merket som gjort.");
                assertThat(page.locator("section[aria-labelledby=measures]"))
                        .not()
                        .containsText("Over fristen");
                page.navigate(service.address() + "/plans");
                assertThat(page.locator("main").textContent()).doesNotContain("over fristen");
                assertThat(browser.complaints()).isEmpty();
            }
        }

        @Test
        @Shows(value = "C-73", at = "POST /plans/cases/{caseId}/plans/{planId}/doctor-copies")
        void notes_that_the_doctor_has_the_plan_and_the_employee_sees_it() {
            known.present("Halve dager");
            pages.signs(ola.someone());
            pages.signs(kari.someone());
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), ola.someone(), plan)) {
                var page = browser.page();
                assertThat(page.locator("section[aria-labelledby=doctor]"))
                        .containsText("Det er ikke notert at sykmelder har fått versjon 1.");
                page.click("text=Noter at sykmelder har fått planen");
                page.click("button:has-text('Noter')");
                assertThat(page.locator("[role=alert] a")).hasText("Hvordan? – Velg hvordan sykmelder fikk planen.");
                browser.mustBeAccessible();
                page.fill("#givenOn", "2026-03-01");
                page.check("#way-TAKEN_ALONG_BY_EMPLOYEE");
                page.click("button:has-text('Noter')");
                assertThat(page.locator("#givenOn-error"))
                        .hasText(
                                "Planen kan tidligst være gitt den dagen begge hadde signert, og ikke senere enn i dag.");
                browser.photograph(PICTURES.resolve("doctor-copy.png"));
                page.fill("#givenOn", "2026-03-09");
                page.click("button:has-text('Noter')");
                assertThat(page.locator(".of-flash"))
                        .hasText("Det er notert at sykmelder har fått planen. Den ansatte ser det.");
            }
            try (var browser = pages.signedIn(Browser.open(Look.PHONE), kari.someone(), plan)) {
                assertThat(browser.page().locator("section[aria-labelledby=doctor]"))
                        .containsText("Versjon 1 ble gitt til sykmelder 9. mars 2026");
                assertThat(browser.page().locator("section[aria-labelledby=doctor]"))
                        .containsText("Den ansatte tok den med");
                assertThat(browser.page().getByText("Stryk, notert ved en feil"))
                        .hasCount(0);
                browser.mustBeAccessible();
                browser.mustNotScrollSideways();
                browser.photograph(PICTURES.resolve("doctor.png"));
            }
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), ola.someone(), plan)) {
                var page = browser.page();
                browser.mustBeAccessible();
                browser.photograph(PICTURES.resolve("doctor-leader.png"));
                page.click("button:has-text('Stryk, notert ved en feil')");
                assertThat(page.locator(".of-flash"))
                        .hasText("Det er strøket. At det var notert, står igjen i historikken.");
                assertThat(page.locator("section[aria-labelledby=doctor]"))
                        .containsText("Det er ikke notert at sykmelder har fått versjon 1.");
                assertThat(browser.complaints()).isEmpty();
            }
        }

        @Test
        void is_told_that_a_change_voids_the_signature_that_was_given() {
            known.present("Halve dager");
            pages.signs(kari.someone());
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), ola.someone(), plan)) {
                var page = browser.page();
                assertThat(page.locator("aside")).containsText("gjelder ikke den underskriften lenger");
                page.click("a:has-text('Endre planen')");
                assertThat(page.locator("main")).containsText("Kari Nordmann har signert versjonen som er lagt fram.");
                page.fill("#measures", "Hjemmekontor to dager i uka");
                page.click("text=Legg fram for signering");
                assertThat(page.locator(".of-change")).containsText("Halve dager");
                assertThat(page.locator(".of-change")).containsText("Hjemmekontor to dager i uka");
                page.click("summary:has-text('Versjon 1')");
                assertThat(page.locator("main")).containsText("Gjelder ikke lenger");
                browser.mustBeAccessible();
                browser.photograph(PICTURES.resolve("changed.png"));
            }
        }
    }

    @Nested
    class A_deadline {
        @Test
        void is_shown_until_it_is_met() {
            neighbours.tells(
                    ServiceName.CASES, "DeadlineSet", caseId, 2, 1, Map.of("stage", "PLAN", "dueOn", "2026-03-29"));
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), ola.someone(), plan)) {
                var page = browser.page();
                until(page, "Signert av begge senest søndag 29. mars 2026 · aml § 4-6 (3)");
                neighbours.tells(
                        ServiceName.CASES, "DeadlineMet", caseId, 3, 2, Map.of("stage", "PLAN", "dueOn", "2026-03-29"));
                Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                    page.reload();
                    assertThat(page.locator("main").textContent()).doesNotContain("29. mars 2026");
                });
            }
        }

        private void until(Page page, String shown) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                page.reload();
                assertThat(page.locator("main").textContent()).contains(shown);
            });
        }
    }

    @Nested
    class Both {
        @Test
        @Shows(value = "C-75", at = "POST /plans/cases/{caseId}/plans/{planId}/signatures")
        void sign_the_text_before_them_and_see_who_signed_when_and_how() {
            known.present("Halve dager");
            pages.signs(ola.someone());
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), kari.someone(), plan)) {
                var page = browser.page();
                page.click("button >> text=Signer versjon 1");
                assertThat(page.locator("main")).containsText("Signert av begge");
                assertThat(page.locator("main")).containsText("Ola Bråthen, Nærmeste leder");
                assertThat(page.locator("main"))
                        .containsText("Innlogget hos " + service.issuer().uri());
                assertThat(page.locator("main")).containsText("Regnet ut på nytt nå: det stemmer med teksten.");
                assertThat(page.getByText("Signer versjon 1")).hasCount(0);
                browser.mustBeAccessible();
                browser.mustNotScrollSideways();
                browser.photograph(PICTURES.resolve("agreed.png"));
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                assertThat(page.locator(".of-nav")).isHidden();
                assertThat(page.getByText("Halve dager").first()).isVisible();
                assertThat(browser.complaints()).isEmpty();
            }
        }

        @Test
        void read_every_look() {
            known.present("Halve dager");
            for (var look : Browser.looks()) {
                try (var browser = pages.signedIn(Browser.open(look), kari.someone(), plan)) {
                    browser.mustBeAccessible();
                    browser.mustNotScrollSideways();
                    browser.photograph(PICTURES.resolve("plan-" + look + ".png"));
                }
            }
            try (var browser = pages.signedIn(Browser.open(Look.DARK_PHONE), ola.someone(), draft)) {
                browser.mustBeAccessible();
                browser.mustNotScrollSideways();
                browser.photograph(PICTURES.resolve("draft.png"));
                browser.page().navigate(service.address() + "/plans");
                browser.mustBeAccessible();
                browser.mustNotScrollSideways();
                browser.photograph(PICTURES.resolve("list.png"));
            }
        }
    }

    @Nested
    class The_employee {
        @Test
        void may_say_no_and_why() {
            known.present("Halve dager");
            try (var browser = pages.signedIn(Browser.withoutScripts(Look.LIGHT), kari.someone(), plan)) {
                var page = browser.page();
                assertThat(page.getByText("Endre planen")).hasCount(0);
                page.locator("#refuse").press("Enter");
                assertThat(page.locator("#reason")).isVisible();
                page.locator("button:has-text('Send svaret')").press("Enter");
                assertThat(page.locator("#reason-error")).hasText("Må fylles ut.");
                page.fill("#reason", "For mange vakter");
                page.locator("button:has-text('Send svaret')").press("Enter");
                assertThat(page.locator("main")).containsText("For mange vakter");
            }
        }

        @Test
        void does_not_sign_what_changed_while_reading() {
            known.present("Halve dager");
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), kari.someone(), plan)) {
                known.present("Hjemmekontor to dager i uka");
                browser.page().click("button >> text=Signer versjon 1");
                assertThat(browser.page().locator(".of-flash")).containsText("Planen ble endret mens du leste.");
                assertThat(browser.page().locator("main")).containsText("Venter på begge");
            }
        }
    }

    @Nested
    class Hr {
        @Test
        void sees_how_far_it_has_come_and_no_word() {
            known.present("Halve dager");
            pages.signs(ola.someone());
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), known.asHr, plan)) {
                assertThat(browser.page().locator("main")).containsText("Venter på den ansatte");
                assertThat(browser.page().locator(".of-eyebrow")).containsText("Versjon 1, lagt fram");
                assertThat(browser.page().content())
                        .doesNotContain("Halve dager", "Kundesenter", "Ola Bråthen")
                        .doesNotContain("Endre planen");
                browser.mustBeAccessible();
                browser.page().navigate(service.address() + "/plans");
                assertThat(browser.page().locator("main")).containsText("Hele virksomheten");
            }
        }
    }

    @Nested
    class An_absorbed_case {
        @Test
        void leads_to_the_survivor() {
            var survivor = UUID.randomUUID();
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.casesMerged(survivor, caseId, 8, 7);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> service.get(ola.someone(), "/api/cases/" + caseId + "/plans")
                            .body()
                            .path("caseId")
                            .asString("")
                            .equals(survivor.toString()));
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), ola.someone(), plan)) {
                assertThat(browser.page().url()).endsWith("/plans/cases/" + survivor);
            }
        }
    }
}
