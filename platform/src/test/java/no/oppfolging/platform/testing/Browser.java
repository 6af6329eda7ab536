package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * One visitor's browser: cookies of its own, in one of the looks people see pages in. All that the browser complains
 * about is collected, a violated content security policy among it. Where there is no Chromium the test is skipped, and
 * says so.
 */
public final class Browser implements AutoCloseable {
    /** There is one Chromium in a JVM, which one story at a time can speak to. */
    public static final String ONE = "Chromium";

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    /** Told as a few words each: all that the tool found to be right takes longer to hand over than to find. */
    private static final String BROKEN_RULES = """
            tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
                .then(found => found.violations.map(rule =>
                    `${rule.id}: ${rule.help} at ${rule.nodes.map(node => node.html).join(' ')}`))
            """;

    /**
     * A frame of its own for each page, made in advance in a process of its own, guards against pages that nobody here
     * visits, and costs a tenth of a page. What Playwright leaves out that matters here is named again: the last such
     * list holds.
     */
    private static final String SHOW_A_PAGE_IN_THE_FRAME_OF_THE_LAST =
            "--disable-features=RenderDocument,SpareRendererForSitePerProcess,"
                    + "AvoidUnnecessaryBeforeUnloadCheckSync,BoundaryEventDispatchTracksNodeRemoval,"
                    + "DestroyProfileOnBrowserClose,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding,"
                    + "ThirdPartyStoragePartitioning,Translate";

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            SHOW_A_PAGE_IN_THE_FRAME_OF_THE_LAST,
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** The one that draws no window of its own comes first: it shows a page in less than half of the time. */
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final boolean scripts;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** How a page is looked at. */
    public enum Look {
        LIGHT(ColorScheme.LIGHT, 1280, 900),
        DARK(ColorScheme.DARK, 1280, 900),
        PHONE(ColorScheme.LIGHT, 375, 740),
        DARK_PHONE(ColorScheme.DARK, 375, 740);

        private final ColorScheme scheme;
        private final int width;
        private final int height;

        Look(ColorScheme scheme, int width, int height) {
            this.scheme = scheme;
            this.width = width;
            this.height = height;
        }
    }

    /** Both colours and both widths; with {@code -Pfull} each with each. */
    public static List<Look> looks() {
        return Numbers.areFull() ? List.of(Look.values()) : List.of(Look.LIGHT, Look.DARK_PHONE);
    }

    private Browser(Look look, boolean scripts) {
        this.scripts = scripts;
        this.context = Chromium.get()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale("nb-NO")
                        .setTimezoneId("Europe/Oslo")
                        .setColorScheme(look.scheme)
                        .setViewportSize(look.width, look.height)
                        .setJavaScriptEnabled(scripts));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    public static Browser open(Look look) {
        return new Browser(look, true);
    }

    public static Browser withoutScripts(Look look) {
        return new Browser(look, false);
    }

    public Page page() {
        return page;
    }

    /** What the browser has complained about so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** No rule of WCAG 2.2 A and AA that a machine can test is broken on the page as it is now. */
    public void mustBeAccessible() {
        if (!scripts) {
            throw new IllegalStateException("The check is a script, and would wait for ever where scripts are off");
        }
        if (!(boolean) page.evaluate("typeof window.axe === 'object'")) {
            page.evaluate("() => {" + AxeBuilder.getAxeScript() + "}");
        }
        assertThat((List<?>) page.evaluate(BROKEN_RULES, RULES))
                .as("accessibility of " + page.url())
                .isEmpty();
    }

    /** Nothing stands outside the width of the screen. */
    public void mustNotScrollSideways() {
        var beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) beyond).intValue())
                .as("pixels beyond the screen at " + page.url())
                .isZero();
    }

    /** Keeps a picture of the whole page where people want to look at it: {@code -Doppfolging.pictures=true}. */
    public void photograph(Path file) {
        if (Boolean.getBoolean("oppfolging.pictures")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** One Chromium for all tests of the JVM. */
    private static final class Chromium {
        private static final Optional<com.microsoft.playwright.Browser> RUNNING = found().map(Chromium::start);

        static com.microsoft.playwright.Browser get() {
            Assumptions.assumeTrue(RUNNING.isPresent(), "Skipped: no Chromium at any of " + USUAL_PLACES);
            return RUNNING.orElseThrow();
        }

        private static Optional<Path> found() {
            var named = Optional.ofNullable(System.getProperty("oppfolging.chromium"));
            return Stream.concat(named.stream(), USUAL_PLACES.stream())
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst();
        }

        private static com.microsoft.playwright.Browser start(Path chromium) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setHeadless(true)
                            .setArgs(ARGUMENTS));
        }
    }
}
