package no.oppfolging.plans;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static no.oppfolging.plans.KarisPages.PICTURES;
import static no.oppfolging.plans.KarisPages.fill;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import no.oppfolging.plans.workbench.DraftSweep;
import no.oppfolging.platform.testing.Browser;
import no.oppfolging.platform.testing.Browser.Look;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page on which the leader writes the plan: a draft that nobody else sees, until it is laid before the two. */
class DraftPageIT {
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
        void writes_the_plan_and_lays_it_before_the_two_without_scripts() {
            try (var browser = pages.signedIn(Browser.withoutScripts(Look.PHONE), ola.someone(), "/plans")) {
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
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), ola.someone(), draft)) {
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
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), ola.someone(), draft)) {
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
            try (var browser = pages.signedIn(Browser.withoutScripts(Look.LIGHT), ola.someone(), draft)) {
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
            pages.signs(kari.someone());
            try (var browser = pages.signedIn(Browser.open(Look.PHONE), kari.someone(), plan)) {
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
        void has_the_draft_saved_while_writing_and_sealed() {
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), ola.someone(), draft)) {
                var page = browser.page();
                page.fill("#measures", "Halve dager til påske");
                assertThat(page.locator("#saved")).containsText("Kladden er lagret");
                page.navigate(service.address() + draft);
                assertThat(page.locator("#measures")).hasValue("Halve dager til påske");
                assertThat(drafts())
                        .hasSize(1)
                        .allSatisfy(row -> assertThat(row).doesNotContain("Halve", "påske"));
                assertThat(browser.complaints()).isEmpty();
                discard(page);
                assertThat(page.locator(".of-flash")).hasText("Kladden er forkastet.");
                assertThat(drafts()).isEmpty();
            }
        }
    }

    @Nested
    class The_employee {
        @Test
        void never_sees_the_draft() {
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), kari.someone(), plan)) {
                var answer = browser.page().navigate(service.address() + draft);
                assertThat(answer.status()).isEqualTo(403);
            }
        }
    }

    @Nested
    class A_draft_in_two_windows {
        @Test
        void loses_nothing_of_either() {
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), ola.someone(), draft)) {
                var one = browser.page();
                var other = one.context().newPage();
                other.navigate(service.address() + draft);
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
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), ola.someone(), draft)) {
                var page = browser.page();
                page.fill("#measures", "Halve dager");
                page.click("text=Lagre kladd");
                assertThat(page.locator(".of-flash")).hasText("Kladden er lagret. Bare du ser den.");
                becomesOne();

                page.navigate(service.address() + "/plans/cases/" + survivor);
                page.click("a:has-text('Fortsett på kladden')");
                assertThat(page.locator("#measures")).hasValue("Halve dager");
                discard(page);
                assertThat(page.locator(".of-flash")).hasText("Kladden er forkastet.");
                assertThat(drafts()).isEmpty();
            }
        }

        @Test
        void is_not_written_over_what_is_written_there() {
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), ola.someone(), draft)) {
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
                discard(page);
                page.navigate(service.address() + there);
                assertThat(page.locator("#measures")).hasValue("Halve dager");
            }
        }

        private void becomesOne() {
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.casesMerged(survivor, caseId, 8, 7);
            Awaitility.await()
                    .until(() -> service.get(ola.someone(), known.plans)
                            .body()
                            .path("caseId")
                            .asString()
                            .equals(survivor.toString()));
        }
    }

    @Nested
    class An_old_draft {
        @Test
        void is_deleted_by_policy() {
            try (var browser = pages.signedIn(Browser.open(Look.LIGHT), ola.someone(), draft)) {
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

    /** It is asked once more, for nothing brings it back. */
    private static void discard(Page page) {
        page.click("text=Forkast kladden");
        page.click("text=Ja, forkast den for godt");
    }

    private List<@Nullable String> drafts() {
        return service.bean(JdbcClient.class)
                .sql("select drafts::text from workbench.drafts where case_id = :case")
                .param("case", caseId)
                .query(String.class)
                .list();
    }
}
