package no.oppfolging.plans;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.plans.workbench.DraftSweep;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.Browser;
import no.oppfolging.platform.testing.Browser.Look;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PlanPageIT {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final RunningService service = RunningPlans.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final UUID caseId = UUID.randomUUID();
    private final String plan = "/plans/cases/" + caseId;
    private final Employed ola = Employed.named("Ola Bråthen", "ola-" + caseId);
    private final Employed kari = Employed.named("Kari Nordmann", "kari-" + caseId);

    @BeforeEach
    void kari_is_led_by_ola_and_has_a_case() {
        neighbours.hrTells(ola, Optional.empty());
        neighbours.hrTells(kari, Optional.of(ola));
        neighbours.caseOpened(caseId, kari, 1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> service.get(ola.someone(), "/api/cases/" + caseId + "/plans")
                                .status()
                        == 200);
    }

    @Nested
    class The_leader {
        @Test
        void writes_the_plan_and_lays_it_before_the_two_without_scripts() {
            try (var browser = signedIn(Browser.withoutScripts(Look.PHONE), ola.someone(), "/plans")) {
                var page = browser.page();
                assertThat(page.locator(".of-list-main").getByText("Ingen plan er lagt fram ennå."))
                        .isVisible();
                page.click("text=Kari Nordmann");
                assertThat(page.locator("h1")).hasText("Oppfølgingsplan for Kari Nordmann");
                page.click("a:has-text('Skriv planen')");
                fill(page, "Halve dager");
                page.click("text=Lagre kladd");
                assertThat(page.locator(".of-flash")).hasText("Kladden er lagret. Bare du ser den.");
                assertThat(page.locator("#measures")).hasValue("Halve dager");
                browser.mustNotScrollSideways();
                page.click("text=Legg fram for signering");
                assertThat(page.locator(".of-flash")).hasText("Planen er lagt fram. Nå kan dere begge signere den.");
                assertThat(page.locator("main")).containsText("Venter på begge");
                assertThat(drafts()).isEmpty();
            }
        }

        @Test
        void is_told_what_must_be_put_right_beside_each_field() {
            try (var browser = signedIn(Browser.open(Look.LIGHT), ola.someone(), plan + "/draft")) {
                var page = browser.page();
                page.fill("#evaluationDate", "2026-03-01");
                page.click("text=Legg fram for signering");
                assertThat(page.locator("[role=alert] a")).hasCount(6);
                assertThat(page.locator("#employeeContributed-error")).hasText("Må fylles ut.");
                assertThat(page.locator("#measures-error")).containsText("Planen mangler noe loven krever.");
                assertThat(page.locator("#evaluationDate-error"))
                        .hasText("Planen skal ses på igjen en dag etter i dag og senest om ett år.");
                assertThat(page.locator("#evaluationDate")).hasValue("2026-03-01");
                browser.mustBeAccessible();
                browser.photograph(PICTURES.resolve("errors.png"));
                assertThat(browser.complaints()).isEmpty();
            }
        }

        @Test
        @Shows(
                value = {"C-13", "D-13"},
                at = "POST /plans/cases/{caseId}/versions")
        void is_warned_about_words_of_illness_and_decides() {
            try (var browser = signedIn(Browser.open(Look.LIGHT), ola.someone(), plan + "/draft")) {
                var page = browser.page();
                fill(page, "Halve dager på grunn av migrene");
                page.click("text=Legg fram for signering");
                assertThat(page.locator("#measures-words")).containsText("migrene");
                browser.mustBeAccessible();
                browser.photograph(PICTURES.resolve("words.png"));
                page.click("text=Legg fram likevel");
                assertThat(page.locator("main")).containsText("Venter på begge");
            }
        }

        @Test
        @Shows(value = "C-06", at = "POST /plans/cases/{caseId}/versions")
        void gives_each_measure_a_way_a_responsible_and_a_day() {
            try (var browser = signedIn(Browser.withoutScripts(Look.LIGHT), ola.someone(), plan + "/draft")) {
                var page = browser.page();
                fill(page, "Halve dager");
                page.fill("#measure-0-what", "Bytte kveldsvakter med Siri");
                page.selectOption("#measure-0-category", "SWAP");
                page.click("text=Legg fram for signering");
                assertThat(page.locator("#plannedMeasures-error")).containsText("Hvert tiltak må si");
                page.selectOption("#measure-0-responsible", "MANAGER");
                page.fill("#measure-0-dueOn", "2026-04-13");
                page.click("text=Lagre kladd");
                assertThat(page.locator("#measure-0-category")).hasValue("SWAP");
                page.fill("#measure-1-what", "Lage ny opplæringsplan");
                page.selectOption("#measure-1-category", "SECURE");
                page.selectOption("#measure-1-responsible", "EMPLOYEE");
                page.fill("#measure-1-dueOn", "2026-04-20");
                browser.photograph(PICTURES.resolve("measures-draft.png"));
                page.click("text=Legg fram for signering");
                assertThat(page.locator(".of-flash")).hasText("Planen er lagt fram. Nå kan dere begge signere den.");
            }
            signs(kari.someone());
            try (var browser = signedIn(Browser.open(Look.PHONE), kari.someone(), plan)) {
                assertThat(browser.page().locator("main"))
                        .containsText("Bytte: Bytte kveldsvakter med Siri – Lederen, senest 13. april 2026");
                assertThat(browser.page().locator("main"))
                        .containsText("Trygge: Lage ny opplæringsplan – Den ansatte, senest 20. april 2026");
                assertThat(browser.page().locator("main")).containsText("det stemmer med teksten");
                browser.mustBeAccessible();
                browser.mustNotScrollSideways();
                browser.photograph(PICTURES.resolve("measures.png"));
            }
            var shown = service.get(ola.someone(), "/api/cases/" + caseId + "/plans")
                    .body()
                    .at("/plans/0/versions/0/plannedMeasures");
            assertThat(shown)
                    .extracting(one -> one.path("category").asString() + " "
                            + one.path("responsible").asString())
                    .containsExactly("SWAP MANAGER", "SECURE EMPLOYEE");
        }

        @Test
        @Shows(value = "C-78", at = "GET /plans/cases/{caseId}")
        void sees_what_either_has_let_slip_until_it_is_done() {
            var yesterday = LegalDay.of(service.clock().instant()).minusDays(1);
            try (var browser = signedIn(Browser.withoutScripts(Look.LIGHT), ola.someone(), plan + "/draft")) {
                var page = browser.page();
                fill(page, "Halve dager");
                page.fill("#measure-0-what", "Lage ny opplæringsplan");
                page.selectOption("#measure-0-category", "SECURE");
                page.selectOption("#measure-0-responsible", "MANAGER");
                page.fill("#measure-0-dueOn", yesterday.toString());
                page.click("text=Legg fram for signering");
            }
            signs(kari.someone());
            signs(ola.someone());
            var asHr = new Someone("hr", List.of("HR"), List.of(RunningService.ORGANISATION));
            try (var browser = signedIn(Browser.open(Look.LIGHT), asHr, plan)) {
                assertThat(browser.page().locator("main")).containsText("Over fristen");
                assertThat(browser.page().content()).doesNotContain("opplæringsplan", "Merk som gjort");
            }
            try (var browser = signedIn(Browser.open(Look.PHONE), kari.someone(), "/plans")) {
                assertThat(browser.page().locator("main").textContent()).doesNotContain("over fristen");
            }
            try (var browser = signedIn(Browser.open(Look.LIGHT), ola.someone(), "/plans")) {
                var page = browser.page();
                assertThat(page.locator("main")).containsText("1 tiltak over fristen");
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
            presented("Halve dager");
            signs(ola.someone());
            signs(kari.someone());
            try (var browser = signedIn(Browser.open(Look.LIGHT), ola.someone(), plan)) {
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
            try (var browser = signedIn(Browser.open(Look.PHONE), kari.someone(), plan)) {
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
            try (var browser = signedIn(Browser.open(Look.LIGHT), ola.someone(), plan)) {
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
        void has_the_draft_saved_while_writing_and_sealed() {
            try (var browser = signedIn(Browser.open(Look.LIGHT), ola.someone(), plan + "/draft")) {
                var page = browser.page();
                page.fill("#measures", "Halve dager til påske");
                assertThat(page.locator("#saved")).containsText("Kladden er lagret");
                page.navigate(service.address() + plan + "/draft");
                assertThat(page.locator("#measures")).hasValue("Halve dager til påske");
                assertThat(drafts())
                        .hasSize(1)
                        .allSatisfy(row -> assertThat(row).doesNotContain("Halve", "påske"));
                assertThat(browser.complaints()).isEmpty();
                page.click("text=Forkast kladden");
                assertThat(page.locator(".of-flash")).hasText("Kladden er forkastet.");
                assertThat(drafts()).isEmpty();
            }
        }

        @Test
        void is_told_that_a_change_voids_the_signature_that_was_given() {
            presented("Halve dager");
            signs(kari.someone());
            try (var browser = signedIn(Browser.open(Look.LIGHT), ola.someone(), plan)) {
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
            try (var browser = signedIn(Browser.open(Look.LIGHT), ola.someone(), plan)) {
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
            presented("Halve dager");
            signs(ola.someone());
            try (var browser = signedIn(Browser.open(Look.LIGHT), kari.someone(), plan)) {
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
            presented("Halve dager");
            for (var look : Browser.looks()) {
                try (var browser = signedIn(Browser.open(look), kari.someone(), plan)) {
                    browser.mustBeAccessible();
                    browser.mustNotScrollSideways();
                    browser.photograph(PICTURES.resolve("plan-" + look + ".png"));
                }
            }
            try (var browser = signedIn(Browser.open(Look.DARK_PHONE), ola.someone(), plan + "/draft")) {
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
            presented("Halve dager");
            try (var browser = signedIn(Browser.withoutScripts(Look.LIGHT), kari.someone(), plan)) {
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
            presented("Halve dager");
            try (var browser = signedIn(Browser.open(Look.LIGHT), kari.someone(), plan)) {
                presented("Hjemmekontor to dager i uka");
                browser.page().click("button >> text=Signer versjon 1");
                assertThat(browser.page().locator(".of-flash")).containsText("Planen ble endret mens du leste.");
                assertThat(browser.page().locator("main")).containsText("Venter på begge");
            }
        }

        @Test
        void never_sees_the_draft() {
            try (var browser = signedIn(Browser.open(Look.LIGHT), kari.someone(), plan)) {
                var answer = browser.page().navigate(service.address() + plan + "/draft");
                assertThat(answer.status()).isEqualTo(403);
            }
        }
    }

    @Nested
    class Hr {
        @Test
        void sees_how_far_it_has_come_and_no_word() {
            presented("Halve dager");
            signs(ola.someone());
            var asHr = new Someone("hr", List.of("HR"), List.of(RunningService.ORGANISATION));
            try (var browser = signedIn(Browser.open(Look.LIGHT), asHr, plan)) {
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
            try (var browser = signedIn(Browser.open(Look.LIGHT), ola.someone(), plan)) {
                assertThat(browser.page().url()).endsWith("/plans/cases/" + survivor);
            }
        }
    }

    @Nested
    class A_draft_in_two_windows {
        @Test
        void loses_nothing_of_either() {
            try (var browser = signedIn(Browser.open(Look.LIGHT), ola.someone(), plan + "/draft")) {
                var one = browser.page();
                var other = one.context().newPage();
                other.navigate(service.address() + plan + "/draft");
                one.fill("#goals", "Tilbake til påske");
                one.fill("#measures", "Halve dager");
                assertThat(one.locator("#saved")).containsText("Kladden er lagret");

                other.fill("#measures", "Hjemmekontor");
                assertThat(other.locator("#saved")).containsText("skrevet på i et annet vindu");
                other.click("button:has-text('Lagre kladd')");
                assertThat(other.locator(".of-flash")).containsText("to vinduer");
                assertThat(other.locator("#goals")).hasValue("Tilbake til påske");
                assertThat(other.locator("#measures"))
                        .hasValue("Hjemmekontor\n\n— Skrevet i et annet vindu —\nHalve dager");

                one.click("text=Legg fram for signering");
                assertThat(one.locator(".of-flash")).containsText("to vinduer");
                assertThat(one.locator("#measures"))
                        .hasValue("Hjemmekontor\n\n— Skrevet i et annet vindu —\nHalve dager");
            }
        }
    }

    @Nested
    class A_draft_in_a_case_that_becomes_part_of_another {
        private final UUID survivor = UUID.randomUUID();
        private final String there = "/plans/cases/" + survivor + "/draft";

        @Test
        void goes_on_in_the_other() {
            try (var browser = signedIn(Browser.open(Look.LIGHT), ola.someone(), plan + "/draft")) {
                var page = browser.page();
                page.fill("#measures", "Halve dager");
                page.click("text=Lagre kladd");
                assertThat(page.locator(".of-flash")).hasText("Kladden er lagret. Bare du ser den.");
                becomesOne();

                page.navigate(service.address() + "/plans/cases/" + survivor);
                page.click("a:has-text('Fortsett på kladden')");
                assertThat(page.locator("#measures")).hasValue("Halve dager");
                page.click("text=Forkast kladden");
                assertThat(page.locator(".of-flash")).hasText("Kladden er forkastet.");
                assertThat(drafts()).isEmpty();
            }
        }

        @Test
        void is_not_written_over_what_is_written_there() {
            try (var browser = signedIn(Browser.open(Look.LIGHT), ola.someone(), plan + "/draft")) {
                var page = browser.page();
                neighbours.caseOpened(survivor, kari, 7);
                Awaitility.await()
                        .until(() -> service.get(ola.someone(), "/api/cases/" + survivor + "/plans")
                                        .status()
                                == 200);
                var other = page.context().newPage();
                other.navigate(service.address() + there);
                other.fill("#measures", "Hjemmekontor");
                other.click("text=Lagre kladd");
                assertThat(other.locator(".of-flash")).hasText("Kladden er lagret. Bare du ser den.");
                becomesOne();

                page.fill("#measures", "Halve dager");
                page.click("text=Lagre kladd");
                page.waitForURL(service.address() + there);
                assertThat(page.locator("#measures")).hasValue("Hjemmekontor");
                page.click("text=Forkast kladden");
                page.navigate(service.address() + there);
                assertThat(page.locator("#measures")).hasValue("Halve dager");
            }
        }

        private void becomesOne() {
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.casesMerged(survivor, caseId, 8, 7);
            Awaitility.await()
                    .until(() -> plans().body().path("caseId").asString().equals(survivor.toString()));
        }
    }

    @Nested
    class An_old_draft {
        @Test
        void is_deleted_by_policy() {
            try (var browser = signedIn(Browser.open(Look.LIGHT), ola.someone(), plan + "/draft")) {
                browser.page().fill("#measures", "Halve dager");
                browser.page().click("text=Lagre kladd");
            }
            service.bean(JdbcClient.class)
                    .sql("update workbench.drafts set saved_at = saved_at - interval '121 days' where case_id = :case")
                    .param("case", caseId)
                    .update();
            service.bean(DraftSweep.class).sweep();
            assertThat(drafts()).isEmpty();
        }
    }

    private List<@Nullable String> drafts() {
        return service.bean(JdbcClient.class)
                .sql("select drafts::text from workbench.drafts where case_id = :case")
                .param("case", caseId)
                .query(String.class)
                .list();
    }

    /** Over HTTP, for what follows; how it is done on the page is shown by those who do it there. */
    private void presented(String measures) {
        var seen = plans();
        var id = seen.body().at("/plans/0/planId").asString(UUID.randomUUID().toString());
        mustBeShown(service.post(
                ola.someone(),
                "/api/cases/" + caseId + "/plans/" + id + "/versions",
                seen.etag(),
                KarisPlan.content(measures)));
    }

    private void signs(Someone someone) {
        var seen = Awaitility.await()
                .until(this::plans, shown -> !KarisCase.latest(shown).isMissingNode());
        var latest = KarisCase.latest(seen);
        mustBeShown(service.post(
                someone,
                "/api/cases/" + caseId + "/plans/"
                        + seen.body().at("/plans/0/planId").asString() + "/signatures",
                seen.etag(),
                "{\"version\": %d, \"digest\": \"%s\"}"
                        .formatted(
                                latest.path("version").asInt(),
                                latest.path("digest").asString())));
    }

    private Answered plans() {
        return service.get(ola.someone(), "/api/cases/" + caseId + "/plans");
    }

    private void mustBeShown(Answered done) {
        assertThat(done.status()).as(done.body().toString()).isEqualTo(201);
        Awaitility.await().until(() -> version(plans()) >= version(done));
    }

    /** What happens by itself may have moved it on since. */
    private static int version(Answered answered) {
        return Integer.parseInt(answered.etag().orElseThrow().replace("\"", ""));
    }

    private static void fill(Page page, String measures) {
        page.fill("#goals", "Tilbake i egen stilling til sommeren");
        page.fill("#workTasks", "Kundesenter, vakter til 20");
        page.fill("#canDo", "Skriftlige henvendelser");
        page.fill("#cannotDo", "Telefonvakt");
        page.fill("#measures", measures);
        page.fill("#followUp", "Samtale annenhver mandag");
        page.fill("#evaluationDate", "2026-05-04");
        page.check("#contributed-yes");
    }

    private Browser signedIn(Browser browser, Someone someone, String path) {
        service.issuer().nextIs(someone);
        browser.page().navigate(service.address() + path);
        return browser;
    }
}
