package no.oppfolging.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import no.oppfolging.platform.testing.Browser;
import no.oppfolging.platform.testing.Browser.Look;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ResourceLock(Browser.ONE)
class PagesIT {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final OpenShowroom showroom = OpenShowroom.visited();

    @ParameterizedTest
    @MethodSource("no.oppfolging.platform.testing.Browser#looks")
    void are_readable_by_everybody_in_every_look(Look look) {
        try (var browser = signedIn(Browser.open(look))) {
            browser.mustBeAccessible();
            browser.mustNotScrollSideways();
            browser.photograph(PICTURES.resolve("case-" + look.name().toLowerCase(Locale.ROOT) + ".png"));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK_PHONE"})
    void that_tell_of_a_problem_are_so_too(Look look) {
        try (var browser = signedIn(Browser.open(look))) {
            browser.page().navigate(showroom.address() + "/cases/nothing/here");
            assertThat(browser.page().locator("h1").textContent()).isEqualTo("Vi finner ikke siden");
            browser.mustBeAccessible();
            browser.mustNotScrollSideways();
            browser.photograph(PICTURES.resolve("problem-" + look.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }

    @Test
    void use_the_font_and_the_scripts_they_bring_along() {
        try (var browser = signedIn(Browser.open(Look.LIGHT))) {
            assertThat(browser.page().evaluate("document.fonts.check('16px Inter')"))
                    .isEqualTo(true);
            assertThat(browser.page().evaluate("typeof window.htmx.process")).isEqualTo("function");
            assertThat(browser.page().evaluate("window.htmx.config.allowEval")).isEqualTo(false);
        }
    }

    @Test
    void work_without_scripts() {
        try (var browser = signedIn(Browser.withoutScripts(Look.PHONE))) {
            var page = browser.page();
            page.fill("#text", "Avtalte ny samtale på fredag");
            page.click("text=Lagre notat");
            assertThat(page.locator("[role=status]").textContent().strip()).isEqualTo("Kontakten er notert.");
        }
    }

    @Test
    void say_what_must_be_put_right_and_where() {
        try (var browser = signedIn(Browser.open(Look.LIGHT))) {
            var page = browser.page();
            page.click("text=Lagre notat");
            assertThat(page.locator("[role=alert] a").getAttribute("href")).isEqualTo("#text");
            assertThat(page.locator("[role=alert] a").textContent())
                    .isEqualTo("Hva ble dere enige om? – Må fylles ut.");
            assertThat(page.locator("#text-error").textContent()).isEqualTo("Må fylles ut.");
            browser.mustBeAccessible();
            browser.photograph(PICTURES.resolve("errors.png"));
        }
    }

    @Test
    void let_a_keyboard_skip_to_what_matters() {
        try (var browser = signedIn(Browser.open(Look.LIGHT))) {
            var page = browser.page();
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Hopp til hovedinnhold");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    private Browser signedIn(Browser browser) {
        showroom.issuer().nextIs(Someone.named("ola"));
        browser.page().navigate(showroom.address() + "/cases");
        assertThat(browser.page().locator("h1").textContent()).isEqualTo("Oppfølging av Kari Nordmann");
        return browser;
    }
}
