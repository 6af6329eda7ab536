package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.testing.Browser;
import no.oppfolging.platform.testing.Browser.Look;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as people use them: Ola leads Kari, who is away; HR looks on. */
class PagesIT {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final RunningService service = RunningMeetings.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final UUID caseId = UUID.randomUUID();
    private final String casePage = service.address() + "/meetings/cases/" + caseId;
    private final Employed ola = Employed.named("Ola Bråthen", "ola-" + caseId);
    private final Employed kari = Employed.named("Kari Nordmann", "kari-" + caseId);
    private final Employed siri = Employed.named("Siri Moe", "siri-" + caseId);
    private final Someone asHr = new Someone("hr", List.of("HR"), List.of(RunningService.ORGANISATION));
    private final LocalDate today = LegalDay.of(service.clock().instant());
    private final LocalDate dueOn = today.plusDays(41);

    @BeforeEach
    void kari_is_led_by_ola_and_has_a_case_with_a_due_day() {
        neighbours.hrTells(ola, Optional.empty());
        neighbours.hrTells(siri, Optional.empty());
        neighbours.hrTells(kari, Optional.of(ola));
        neighbours.caseOpened(caseId, kari, 1);
        neighbours.tells(
                ServiceName.CASES, "DeadlineSet", caseId, 2, 1, Map.of("stage", "DM1", "dueOn", dueOn.toString()));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var answer = service.get(ola.someone(), "/api/cases/" + caseId + "/meetings");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.etag()).hasValue("\"2\"");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void let_a_leader_summon_move_and_hold(boolean scripts) {
        try (var browser = scripts ? Browser.open(Look.LIGHT) : Browser.withoutScripts(Look.PHONE)) {
            var page = visit(browser, ola.someone(), "/meetings");
            assertThat(text(page, "main")).contains("Kall inn til dialogmøte: Kari Nordmann", "Verkstedet");
            checked(browser, scripts, "list-waiting");
            link(page, "Kall inn til dialogmøte: Kari Nordmann");
            checked(browser, scripts, "case-none");
            link(page, "Kall inn til dialogmøte");

            assertThat(page.inputValue("#time")).isEqualTo("10:00");
            assertThat(page.inputValue("#minutes")).isEqualTo("45");
            assertThat(LocalDate.parse(page.inputValue("#day"))).isAfter(today.plusDays(7));
            checked(browser, scripts, "summon");
            page.fill("#time", "09:00");
            page.fill("#place", "Møterom Fjorden");
            page.check("#others-UNION_REPRESENTATIVE");
            button(page, "Send innkalling");

            assertThat(text(page, "[role=status]")).startsWith("Det er kalt inn til møtet.");
            assertThat(text(page, "article")).contains("kl. 09.00–09.45", "Møterom Fjorden", "Tillitsvalgt", "Innkalt");
            checked(browser, scripts, "case-summoned");

            link(page, "Flytt møtet");
            assertThat(page.inputValue("#time")).isEqualTo("09:00");
            var day = nextWednesday();
            page.fill("#day", day.toString());
            page.fill("#time", "13:30");
            checked(browser, scripts, "move");
            button(page, "Flytt møtet");
            assertThat(text(page, "[role=status]")).isEqualTo("Møtet er flyttet.");
            assertThat(text(page, "article")).contains("kl. 13.30–14.15").doesNotContain("Ble møtet holdt?");

            service.clock().moveTo(day.atTime(15, 0).atZone(LegalDay.NORWAY).toInstant());
            page.navigate(service.address() + "/meetings");
            link(page, "Skriv ned om møtet ble holdt: Kari Nordmann");
            assertThat(text(page, "article")).contains("Ble det holdt?");
            checked(browser, scripts, "case-begun");
            link(page, "Møtet ble holdt");
            page.uncheck("text=Tillitsvalgt");
            checked(browser, scripts, "hold");
            button(page, "Lagre at møtet ble holdt");
            assertThat(text(page, "[role=status]")).isEqualTo("Det er skrevet ned at møtet ble holdt.");
            assertThat(text(page, "article")).contains("Holdt", "Tillitsvalgt – var ikke med", "Ola Bråthen, leder");
            assertThat(page.locator("article .of-actions").count()).isZero();
            page.locator("summary").first().click();
            checked(browser, scripts, "case-held");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    @Shows(
            value = {"C-01", "C-02", "C-10"},
            at = "POST /meetings/cases/{caseId}/conversations")
    void let_a_leader_enter_a_conversation_that_was_held_and_strike_it() {
        try (var browser = Browser.withoutScripts(Look.PHONE)) {
            var page = visit(browser, ola.someone(), "/meetings/cases/" + caseId);
            link(page, "Før inn en samtale");
            button(page, "Før inn samtalen");
            assertThat(text(page, "main"))
                    .contains("Må fylles ut.", "Velg hva anledningen var.", "Velg minst ett formål med samtalen.")
                    .doesNotContain("??");
            assertThat(text(page, "[role=alert]"))
                    .contains("Dagen dere snakket sammen – Må fylles ut.", "Hva var anledningen? – Velg")
                    .doesNotContain("Dagen møtet ble holdt");
            page.fill("#heldOn", today.plusDays(1).toString());
            page.check("#form-OFF_SITE");
            page.check("#occasion-HAS_BEEN_ON_SICK_LEAVE");
            page.check("#purpose-MUTUAL_EXPECTATIONS");
            page.check("#purpose-PROFESSIONAL_DEVELOPMENT");
            button(page, "Før inn samtalen");
            assertThat(text(page, "#heldOn-error")).contains("en dag som ikke har vært");
            assertThat(page.isChecked("#purpose-PROFESSIONAL_DEVELOPMENT")).isTrue();
            checked(browser, false, "enter");
            page.fill("#heldOn", today.minusDays(1).toString());
            button(page, "Før inn samtalen");
            assertThat(text(page, "[role=status]")).isEqualTo("Samtalen er ført inn.");
            assertThat(text(page, "article"))
                    .contains("ført inn etterpå", "Utenfor arbeidsplassen", "Etter et sykefravær", "Faglig utvikling")
                    .doesNotContain("kl.", "ikke innkalt");
            checked(browser, false, "case-entered");
        }
        try (var browser = Browser.open(Look.LIGHT)) {
            var page = visit(browser, kari.someone(), "/meetings/cases/" + caseId);
            assertThat(text(page, "article")).contains("Gjensidige forventninger", "Faglig utvikling");
            assertThat(text(page, "main")).doesNotContain("Stryk", "Før inn en samtale");
            checked(browser, true, "case-entered-own");
        }
        try (var browser = Browser.open(Look.LIGHT)) {
            var page = visit(browser, ola.someone(), "/meetings/cases/" + caseId);
            button(page, "Stryk, ført inn ved en feil");
            assertThat(text(page, "[role=status]")).contains("Samtalen er strøket.");
            assertThat(page.locator("article").count()).isZero();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    @Shows(value = "C-01", at = "GET /meetings/cases/{caseId}")
    void list_the_conversations_of_a_case_and_still_ask_for_the_dialogue_meeting() {
        try (var browser = Browser.withoutScripts(Look.LIGHT)) {
            var page = visit(browser, ola.someone(), "/meetings/cases/" + caseId);
            link(page, "Avtal en samtale");
            assertThat(text(page, "h1")).isEqualTo("Avtal en oppfølgingssamtale");
            assertThat(text(page, "main")).contains("oppfyller ikke fristen").doesNotContain("Sykmelder");
            checked(browser, false, "summon-conversation");
            page.check("#purpose-FEEDBACK_BOTH_WAYS");
            var day = nextWednesday();
            page.fill("#day", day.toString());
            page.fill("#place", "Møterom Fjorden");
            button(page, "Send innkalling");
            assertThat(text(page, "article")).contains("Oppfølgingssamtale", "Innkalt", "Tilbakemelding begge veier");

            link(page, "Avtal en samtale");
            page.fill("#day", day.plusDays(7).toString());
            page.fill("#place", "På en gåtur");
            page.check("#form-OFF_SITE");
            button(page, "Send innkalling");
            link(page.locator("article").first(), "Avlys møtet");
            button(page, "Avlys møtet");

            service.clock().moveTo(day.atTime(15, 0).atZone(LegalDay.NORWAY).toInstant());
            page.navigate(casePage);
            link(page, "Møtet ble holdt");
            button(page, "Lagre at møtet ble holdt");
            page.navigate(service.address() + "/meetings");
            assertThat(text(page, "main")).contains("Kall inn til dialogmøte: Kari Nordmann");
        }
        try (var browser = Browser.open(Look.PHONE)) {
            var page = visit(browser, kari.someone(), "/meetings/cases/" + caseId);
            assertThat(page.locator("article").allInnerTexts())
                    .hasSize(2)
                    .allSatisfy(one ->
                            assertThat(one).contains("Oppfølgingssamtale").doesNotContain("§"))
                    .satisfiesExactly(
                            later -> assertThat(later).contains("Avlyst", "På en gåtur"),
                            earlier -> assertThat(earlier).contains("Holdt", "Ola Bråthen"));
            assertThat(page.locator("text=Avtal en samtale").count()).isZero();
            checked(browser, true, "case-conversations");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void say_beside_the_field_what_must_be_put_right_and_keep_what_was_typed() {
        try (var browser = Browser.open(Look.LIGHT)) {
            var page = visit(browser, ola.someone(), "/meetings/cases/" + caseId + "/summons");
            page.fill("#day", today.minusDays(1).toString());
            page.fill("#time", "");
            page.fill("#minutes", "5");
            page.fill("#place", "");
            button(page, "Send innkalling");
            assertThat(text(page, "#time-error")).isEqualTo("Må fylles ut.");
            assertThat(text(page, "#minutes-error")).isEqualTo("Skriv et helt antall minutter mellom 10 og 480.");
            assertThat(text(page, "#place-error")).isEqualTo("Skriv hvor møtet skal være.");
            assertThat(page.locator("[role=alert] a").first().getAttribute("href"))
                    .isEqualTo("#time");
            checked(browser, true, "summon-errors");

            page.fill("#time", "09:00");
            page.fill("#minutes", "60");
            page.fill("#place", "Kantina");
            button(page, "Send innkalling");
            button(page, "Send innkalling likevel");
            assertThat(text(page, "#day-error")).isEqualTo("Velg et tidspunkt som ikke har vært.");
            assertThat(page.inputValue("#place")).isEqualTo("Kantina");
            assertThat(page.inputValue("#minutes")).isEqualTo("60");
        }
    }

    @Test
    @Shows(
            value = {"C-13", "C-26", "D-13", "D-19"},
            at = "POST /meetings/cases/{caseId}/summons")
    void warn_once_of_short_notice_and_of_words_about_health_and_never_stand_in_the_way() {
        try (var browser = Browser.withoutScripts(Look.LIGHT)) {
            var page = visit(browser, ola.someone(), "/meetings/cases/" + caseId + "/summons");
            page.fill(
                    "#day",
                    nextWednesday().minusDays(7).isAfter(today)
                            ? nextWednesday().minusDays(7).toString()
                            : today.plusDays(1).toString());
            page.fill("#place", "Legekontoret, etter behandlingen for angst");
            button(page, "Send innkalling");
            assertThat(text(page, "[role=alert]"))
                    .contains("Det er kortere enn sju dager til møtet.")
                    .contains("Teksten ser ut til å si noe om helse eller privatliv.");
            checked(browser, false, "summon-cautions");
            page.fill("#place", "Kantina");
            button(page, "Send innkalling likevel");
            assertThat(text(page, "article")).contains("Kantina", "Innkallingen kom kortere enn sju dager før møtet.");
        }
        try (var browser = Browser.open(Look.PHONE)) {
            var page = visit(browser, kari.someone(), "/meetings");
            link(page, "Passer tidspunktet for deg?");
            assertThat(text(page, "h1")).isEqualTo("Møtene dine");
            assertThat(page.locator("article .of-actions a").count()).isZero();
            checked(browser, true, "case-short-notice");
            button(page, "Tidspunktet passer for meg");
            assertThat(text(page, "[role=status]")).isEqualTo("Du har godtatt kortere varsel.");
            assertThat(text(page, "article")).contains("Arbeidstakeren har godtatt");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void say_so_when_somebody_else_was_first_and_keep_what_was_typed() {
        try (var browser = Browser.open(Look.LIGHT);
                var other = Browser.open(Look.LIGHT)) {
            summoned(browser);
            var page = browser.page();
            link(page, "Avlys møtet");
            page.fill("#reason", "Vi finner en annen dag");

            var others = visit(other, ola.someone(), "/meetings/cases/" + caseId);
            link(others, "Flytt møtet");
            others.fill("#place", "Kantina");
            button(others, "Flytt møtet");

            button(page, "Avlys møtet");
            assertThat(text(page, "[role=alert]")).startsWith("Noen har endret dette etter at du åpnet siden.");
            assertThat(page.inputValue("#reason")).isEqualTo("Vi finner en annen dag");
            checked(browser, true, "cancel-changed");
            button(page, "Avlys møtet");
            assertThat(text(page, "[role=status]")).isEqualTo("Møtet er avlyst.");
            assertThat(text(page, "article")).contains("Avlyst", "Vi finner en annen dag");
            assertThat(page.getByRole(AriaRole.LINK, named("Kall inn til dialogmøte"))
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void show_hr_when_but_neither_where_nor_who_nor_any_button() {
        try (var browser = Browser.open(Look.LIGHT)) {
            summoned(browser);
        }
        try (var browser = Browser.open(Look.DARK)) {
            var page = visit(browser, asHr, "/meetings");
            assertThat(text(page, "main")).contains("Kommende møter i virksomheten", "Kari Nordmann");
            assertThat(text(page, "header")).contains("Hele virksomheten", "Styringstall");
            browser.mustBeAccessible();
            page.navigate(casePage);
            page.click("article summary:has-text('Dette har skjedd')");
            page.locator("article .of-timeline-title").first().waitFor();
            assertThat(text(page, "article"))
                    .contains("kl. 10.00–10.45", "Kalt inn til")
                    .doesNotContain("Fjorden", "Ola Bråthen", "Systemet");
            assertThat(page.locator("article .of-actions").count()).isZero();
            checked(browser, true, "case-hr");
            page.navigate(casePage + "/summons");
            assertThat(text(page, "h1")).isEqualTo("Du har ikke tilgang til dette");
        }
    }

    @Test
    void tell_a_stranger_nothing() {
        try (var browser = Browser.open(Look.LIGHT)) {
            var page = visit(browser, siri.someone(), "/meetings");
            assertThat(text(page, "main")).contains("Ingen møter akkurat nå").doesNotContain("Kari");
            for (var path : List.of(casePage, casePage + "/summons", casePage + "/" + caseId + "/moves")) {
                page.navigate(path);
                assertThat(text(page, "h1")).isEqualTo("Vi finner ikke siden");
            }
        }
    }

    private void summoned(Browser browser) {
        var page = visit(browser, ola.someone(), "/meetings/cases/" + caseId + "/summons");
        page.fill("#place", "Møterom Fjorden");
        button(page, "Send innkalling");
        assertThat(text(page, "[role=status]")).startsWith("Det er kalt inn til møtet.");
    }

    /** A working day, so that nothing has to be thought over, and more than a week ahead. */
    private LocalDate nextWednesday() {
        return today.plusDays(8).with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
    }

    private Page visit(Browser browser, Someone someone, String path) {
        service.issuer().nextIs(someone);
        browser.page().navigate(service.address() + path);
        return browser.page();
    }

    private void checked(Browser browser, boolean scripts, String picture) {
        if (scripts) {
            browser.mustBeAccessible();
            browser.mustNotScrollSideways();
        }
        var look = scripts ? "" : "-without-scripts";
        browser.photograph(PICTURES.resolve(picture.toLowerCase(Locale.ROOT) + look + ".png"));
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, named(name)).click();
    }

    private static void link(Locator within, String name) {
        within.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String text(Page page, String selector) {
        return page.locator(selector).first().innerText().strip();
    }
}
