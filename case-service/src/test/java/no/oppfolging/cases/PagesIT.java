package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.testing.Browser;
import no.oppfolging.platform.testing.Browser.Look;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages as people use them: Ola leads Kari, who is away; Hanne in HR looks after all. */
class PagesIT {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final RunningService service = RunningCases.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final UUID absence = UUID.randomUUID();
    private final Employed ola = Employed.named("Ola Bråthen", "ola-" + absence);
    private final Employed kari = Employed.alone("Kari", absence);
    private final Someone hanne = new Someone("hanne-" + absence, List.of("HR"), List.of(RunningService.ORGANISATION));

    @BeforeEach
    void kari_is_led_by_ola_and_has_been_away_since_5_march() {
        neighbours.hrTells(ola, Optional.empty());
        neighbours.hrTells(kari, Optional.of(ola));
        neighbours.hrTells("AbsenceReported", kari.employment(), KarisCase.absence(absence, 1, "2026-03-05"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                service.get(ola.someone(), "/api/cases").body())
                        .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("no.oppfolging.platform.testing.Browser#looks")
    @Shows(value = "D-18", at = "GET /cases")
    void show_a_leader_the_day_the_case_and_the_case_as_it_stood(Look look) {
        try (var browser = Browser.open(look)) {
            var page = visit(browser, ola.someone(), "/cases");
            assertThat(text(page)).contains("Dette haster", kari.name(), "Oppfølgingsplan");
            checked(browser, "list-" + look);
            page.locator("main li a").first().click();
            assertThat(text(page))
                    .contains(
                            "Saken uke for uke", "aml § 4-6 (3)", "aml § 4-6 (4)", "fortsatt er helt borte den dagen");
            assertThat(page.title()).isEqualTo("Saken – Oppfølging");
            assertThat(page.locator(".of-picture-sick").count()).isEqualTo(1);
            checked(browser, "case-" + look);
            page.locator(".of-stops a").first().click();
            assertThat(text(page)).contains("Saken slik den sto", "Saken ble åpnet");
            assertThat(page.locator(".of-stops a[aria-current]").count()).isEqualTo(1);
            checked(browser, "stop-" + look);
            page.navigate(page.url().replaceAll("on=.*", "on=2026-03-04"));
            assertThat(text(page)).contains("Ingenting var kjent om saken da.");
            checked(browser, "history-" + look);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "PHONE")
    @Shows(
            value = {"C-03", "C-04", "C-06", "C-07", "C-09", "C-20", "C-21", "D-10", "D-15"},
            at = "GET /cases/{caseId}/own")
    void show_the_employee_and_the_leader_what_they_say_to_one_another(Look look) {
        var path = "/cases/"
                + service.get(ola.someone(), "/api/cases")
                        .body()
                        .path(0)
                        .path("caseId")
                        .asString();
        try (var browser = Browser.open(look)) {
            var page = visit(browser, kari.someone(), "/cases");
            page.locator("main li a").first().click();
            assertThat(text(page))
                    .contains("Din oppfølging", "Dette er meldt", "aml § 4-6 (3)")
                    .contains("de to hovedpersonene", "forebygger og følger opp", "skriver ned det dere blir enige om");
            checked(browser, "own-" + look);
            page.navigate(service.address() + path + "/contact/proposals");
            page.check("#channel-SMS");
            page.check("#day-TUESDAY");
            checked(browser, "contact-proposal-" + look);
            page.click("main form button[type=submit]");
            assertThat(text(page)).contains("Forslaget er sendt.", "SMS", "Tirsdag");
            page.navigate(service.address() + path + "/work/abilities");
            page.fill("#can", "Svare på telefon og epost.\nKorte møter.");
            page.fill("#cannot", "Stå lenge, løfte kasser.");
            checked(browser, "work-ability-" + look);
            page.click("main form button[type=submit]");
            checked(browser, "work-" + look);
            page.navigate(service.address() + path + "/requests/asking");
            assertThat(text(page)).contains("Hva gjelder det?").doesNotContain("kontakt var det");
            page.click("main form button[type=submit]");
            assertThat(text(page)).contains("Rett opp dette", "Hva gjelder det? – Velg ett av alternativene.");
            checked(browser, "request-" + look);
            page.check("#what-MEETING");
            page.fill("#reason", "Jeg vil gjerne snakke om oppgavene.");
            page.click("main form button[type=submit]");
            assertThat(text(page)).contains("Anmodningen er sendt til leder og HR.");
            checked(browser, "requests-" + look);
            page.navigate(service.address() + "/cases/employments/" + kari.employment() + "/follow-ups");
            page.check("#occasion-HAS_BEEN_ON_SICK_LEAVE");
            checked(browser, "follow-up-" + look);
            page.click("main form button[type=submit]");
            assertThat(text(page)).contains("Saken er åpnet.", "Avtalt oppfølging fra");
            checked(browser, "list-agreed-" + look);
            page.navigate(service.address() + path + "/hand-over");
            checked(browser, "hand-over-" + look);
            assertThat(browser.complaints()).isEmpty();
        }
        try (var browser = Browser.open(look)) {
            var page = visit(browser, ola.someone(), "/cases");
            assertThat(text(page)).contains("venter på svar fra deg", "skal ha svar senest");
            checked(browser, "errands-" + look);
            page.navigate(service.address() + path + "/contact");
            checked(browser, "contact-proposed-" + look);
            page.click("text=Ja, det passer");
            assertThat(text(page)).contains("Da er dere enige om kontakten.");
            page.navigate(service.address() + path + "/contact/log");
            checked(browser, "contact-log-" + look);
            page.click("main form button[type=submit]");
            page.navigate(service.address() + path + "/contact/news");
            page.fill("#news", "Mats er gravid");
            page.click("main form button[type=submit]");
            assertThat(text(page)).contains("Teksten ser ut til å si noe om helse");
            checked(browser, "contact-news-" + look);
            page.fill("#news", "Sommerfesten er 12. juni.");
            page.click("main form button[type=submit]");
            page.navigate(service.address() + path + "/contact/doctor-contacts");
            checked(browser, "contact-doctor-" + look);
            page.click("main form button[type=submit]");
            checked(browser, "contact-" + look);
            page.navigate(service.address() + path + "/work/possibilities");
            page.fill("#tasks", "Varetelling, bestilling, opplæring av vikar.");
            page.fill("#adaptations", "Kortere dager, hev- og senkbord.");
            page.click("main summary");
            page.getByText("Omfordele").waitFor();
            assertThat(text(page)).contains("Åtte måter å legge til rette på", "Tilby", "Omfordele");
            checked(browser, "work-possible-" + look);
            page.click("main form button[type=submit]");
            page.navigate(service.address() + path + "/work/sheet");
            assertThat(text(page)).contains("Varetelling", "Svare på telefon").doesNotContain("løfte kasser");
            checked(browser, "work-sheet-" + look);
            page.navigate(service.address() + path + "/requests");
            page.click("main .of-actions a");
            page.check("#answer-DECLINED");
            page.click("main form button[type=submit]");
            assertThat(text(page)).contains("Et nei må begrunnes.");
            checked(browser, "request-answer-" + look);
            page.check("#answer-AGREED");
            page.click("main form button[type=submit]");
            assertThat(text(page)).contains("Svaret er sendt.");
            page.navigate(service.address() + path);
            checked(browser, "case-talked-" + look);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void let_hr_find_a_case_without_scripts_and_take_the_list_out() {
        try (var browser = Browser.withoutScripts(Look.LIGHT)) {
            var page = visit(browser, hanne, "/cases");
            page.fill("#q", kari.name());
            page.selectOption("#duty", "DM1");
            page.selectOption("#outcome", "OPEN");
            page.click("form[role=search] button");
            assertThat(text(page)).contains("1 sak", kari.name());
            page.click("th a:has-text('Navn')");
            assertThat(page.locator("th[aria-sort=ascending]").textContent()).contains("Navn");
            page.click("th a:has-text('Navn')");
            assertThat(page.locator("th[aria-sort=descending]").textContent()).contains("Navn");
            assertThat(page.inputValue("#outcome")).isEqualTo("OPEN");
            page.selectOption("#outcome", "MISSED");
            page.click("form[role=search] button");
            assertThat(text(page)).contains("Ingen saker passer med det du søkte etter.");
            page.selectOption("#outcome", "");
            page.fill("#q", "ingen heter dette");
            page.click("form[role=search] button");
            assertThat(text(page)).contains("Ingen saker passer med det du søkte etter.");
        }
        try (var browser = Browser.open(Look.PHONE)) {
            var page = visit(browser, hanne, "/cases/all?q=" + encoded(kari.name()));
            checked(browser, "register");
            var download = page.waitForDownload(
                    () -> page.locator("a[href*='all.csv']").click());
            assertThat(download.suggestedFilename()).isEqualTo("saker.csv");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Kari has been away before, and the two absences are too far apart to be one case. */
    @Test
    void list_both_cases_of_somebody_who_has_been_away_before() {
        neighbours.hrTells(
                "AbsenceReported",
                kari.employment(),
                Map.of(
                        "absenceId",
                        UUID.randomUUID().toString(),
                        "revision",
                        1,
                        "from",
                        "2025-09-01",
                        "to",
                        "2025-10-15"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                service.get(ola.someone(), "/api/cases").body())
                        .hasSize(2));

        var own = service.visitor(kari.someone());
        Awaitility.await()
                .untilAsserted(() -> assertThat(own.open("/cases").text())
                        .contains(">Din oppfølging fra 5. mars 2026</a>", ">Din oppfølging fra 1. september 2025</a>"));

        var hr = service.visitor(hanne);
        var file = "/cases/all.csv?q=" + encoded(kari.name());
        Awaitility.await()
                .untilAsserted(() -> assertThat(Stream.of(file, file + "&standing=CLOSED")
                                .map(hr::open)
                                .flatMap(found -> found.text().lines().skip(1)))
                        .hasSize(2)
                        .allSatisfy(line -> assertThat(line).contains(kari.name()))
                        .anySatisfy(line -> assertThat(line).contains("2025-09-01"))
                        .anySatisfy(line -> assertThat(line).contains("2026-03-05")));
        assertThat(hr.open("/cases/all?q=" + encoded(kari.name())).text()).contains(kari.name());
        assertThat(hr.open(file + "&duty=PLAN&outcome=OPEN").text()).contains("2026-03-05");
        assertThat(hr.open(file + "&duty=PLAN&outcome=MET").text()).doesNotContain(kari.name());
        for (var unknown : List.of("&duty=LUNCH", "&outcome=SOON", "&order=LUCK", "&direction=UP", "&standing=WELL")) {
            assertThat(hr.open("/cases/all?q=" + unknown).status()).as(unknown).isEqualTo(400);
            assertThat(hr.open("/cases/all?q=" + unknown).text())
                    .contains("Adressen til siden sier noe vi ikke forstår.", "href=\"/cases/all\"")
                    .doesNotContain("<code>/");
            assertThat(hr.open(file + unknown).status()).as(unknown).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void begin_for_everybody_with_one_they_may_see(Role role) {
        var someone = switch (role) {
            case EMPLOYEE -> kari.someone();
            case MANAGER, SUBSTITUTE -> ola.someone();
            default -> new Someone(role + "-" + absence, List.of(role.name()), List.of(RunningService.ORGANISATION));
        };

        var first = service.visitor(someone).open("/");

        assertThat(first.status()).isEqualTo(200);
        var path = first.at().getPath();
        switch (role) {
            case HR, AUDITOR -> assertThat(path).isEqualTo("/cases/all");
            case OPERATOR -> {
                assertThat(path).isEqualTo("/cases/messages");
                assertThat(first.text()).contains("Meldinger som venter eller er avvist");
            }
            case EMPLOYEE, MANAGER, SUBSTITUTE -> assertThat(first.text()).contains(kari.name());
            default -> assertThat(first.text()).contains("Her er det ingenting til deg ennå.");
        }
    }

    @Test
    void show_hr_the_whole_and_a_leader_what_is_decided_and_what_would_be() {
        try (var browser = Browser.open(Look.DARK)) {
            for (var path : List.of("/cases/dashboard", "/cases/completeness", "/cases/absences")) {
                visit(browser, hanne, path);
                checked(browser, path.substring("/cases/".length()));
            }
        }
        try (var browser = Browser.open(Look.PHONE)) {
            var page = visit(browser, ola.someone(), "/cases");
            page.locator("main li a").first().click();
            var about = page.url();
            page.navigate(about + "/simulation?from=2026-03-16&to=&grade=50");
            assertThat(text(page)).contains("Faller bort");
            checked(browser, "simulation");
            page.navigate(about + "/deadlines/DM1/decisions");
            assertThat(text(page)).contains("Er plikten åpenbart unødvendig?");
            checked(browser, "decisions");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void let_hr_look_through_a_file_of_absences_before_it_is_handed_in() {
        var rows = "arbeidsforhold;diagnose;type;fra;til;grad\n" + kari.employment()
                + ";F32;Egenmelding;1.12.2025;3.12.2025;\n" + kari.employment()
                + ";F32;Sykmelding;31.2.2026;1.4.2026;100\n";
        try (var browser = Browser.open(Look.LIGHT)) {
            var page = visit(browser, hanne, "/cases/absences");
            page.setInputFiles(
                    "#file", new FilePayload("absences.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
            page.locator("main form button").first().click();
            assertThat(text(page))
                    .contains("1 rad kan meldes, 1 kan ikke", "fra: Skriv en dato som finnes, for eksempel 5.3.2026.");
            assertThat(text(page))
                    .contains("Disse kolonnene er ikke tatt med, og ingenting av dem er lagret: diagnose.");
            assertThat(page.content()).doesNotContain("F32");
            checked(browser, "absences-preview");
            page.locator("main form button").last().click();
            assertThat(text(page)).contains("1 rad er tatt imot, 1 er ikke det", "Tatt imot", "Avvist");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void tell_hr_what_comes_of_a_row_after_the_rows_above_it() {
        var told = kari.employment() + ";" + UUID.randomUUID() + ";";
        var rows = "arbeidsforhold;fravær;revisjon;type;fra;til\n" + told + "1;Egenmelding;1.12.2025;3.12.2025\n" + told
                + "1;Egenmelding;1.12.2025;4.12.2025\n" + told + "2;Trukket;;\n";
        try (var browser = Browser.open(Look.LIGHT)) {
            var page = visit(browser, hanne, "/cases/absences");
            page.setInputFiles(
                    "#file", new FilePayload("absences.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
            page.locator("main form button").first().click();
            assertThat(text(page)).contains("2 rader kan meldes, 1 kan ikke", "revisjon: ");
        }
    }

    @Test
    void tell_hr_which_column_of_a_row_is_wrong_and_what_would_be_right() {
        var job = kari.employment() + ";";
        var rows = "arbeidsforhold;type;fra;til;grad\n" + job + "Influensa;1.12.2025;3.12.2025;\n" + job
                + "Sykmelding;1.12.2025;3.12.2025;101\n" + job + "Sykmelding;1.12.2025;3.12.2025;\n" + job
                + "Egenmelding;3.12.2025;1.12.2025;\n;Egenmelding;1.12.2025;3.12.2025;\n" + job
                + "Egenmelding;1.12.2025;3.12.2025;\n";
        var ofTwo = new Someone(
                "two-" + absence, List.of(Role.HR.name()), List.of(RunningService.ORGANISATION, "910825526"));
        try (var browser = Browser.open(Look.LIGHT)) {
            var page = visit(browser, ofTwo, "/cases/absences");
            page.setInputFiles(
                    "#file", new FilePayload("absences.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
            page.locator("main form button").first().click();
            assertThat(text(page))
                    .contains(
                            "1 rad kan meldes, 5 kan ikke",
                            "type: Skriv sykmelding, egenmelding, ferie",
                            "grad: Skriv et helt tall fra 1 til 100.",
                            "grad: En sykmelding må ha en grad, fra 1 til 100.",
                            "til: Fraværet slutter før det begynner.",
                            "arbeidsforhold: Må fylles ut.")
                    .doesNotContain("/data/");
            page.setInputFiles(
                    "#file",
                    new FilePayload("absences.csv", "text/csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
            page.locator("main form button").first().click();
            assertThat(text(page)).contains("Disse mangler: arbeidsforhold, type, fra.");
            page.setInputFiles(
                    "#file",
                    new FilePayload(
                            "absences.csv",
                            "text/csv",
                            "arbeidsforhold,type,fra,fra\n1,2,3,4\n".getBytes(StandardCharsets.UTF_8)));
            page.locator("main form button").first().click();
            assertThat(text(page)).contains("Disse står flere ganger: fra.");
            var ofAnyLength = "arbeidsforhold;type;fra;til;grad\n" + kari.employment() + "\n" + job
                    + "Egenmelding;1.12.2025;3.12.2025;;;\n";
            page.setInputFiles(
                    "#file", new FilePayload("absences.csv", "text/csv", ofAnyLength.getBytes(StandardCharsets.UTF_8)));
            page.locator("main form button").first().click();
            assertThat(text(page))
                    .contains("1 rad kan meldes, 1 kan ikke", "Må fylles ut når det ikke står noen første dag.");
            page.setInputFiles(
                    "#file", new FilePayload("absences.xlsx", "text/csv", "hello".getBytes(StandardCharsets.UTF_8)));
            page.locator("main form button").first().click();
            assertThat(text(page)).contains("Filen lar seg ikke lese som regneark.");
        }
    }

    @Test
    void keep_the_list_of_all_from_a_leader() {
        try (var browser = Browser.open(Look.LIGHT)) {
            var page = visit(browser, ola.someone(), "/cases/all");
            assertThat(text(page)).contains("Du har ikke tilgang til dette").doesNotContain(kari.name());
        }
    }

    private Page visit(Browser browser, Someone someone, String path) {
        service.issuer().nextIs(someone);
        browser.page().navigate(service.address() + path);
        return browser.page();
    }

    private static void checked(Browser browser, String picture) {
        browser.mustBeAccessible();
        browser.mustNotScrollSideways();
        browser.photograph(PICTURES.resolve(picture + ".png"));
    }

    private static String text(Page page) {
        return page.locator("main").innerText();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
