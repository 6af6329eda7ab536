package no.oppfolging.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.Browser;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.awaitility.Awaitility;

/** The pages of a new case of Kari's, and those who look at them in a browser. */
final class KarisPages {
    static final Path PICTURES = Path.of("target", "pictures");

    private final RunningService service = RunningPlans.SERVICE;
    final KarisCase known = KarisCase.opened();
    final String plan = "/plans/cases/" + known.caseId;
    final String draft = plan + "/draft";

    private KarisPages() {}

    static KarisPages ofANewCase() {
        return new KarisPages();
    }

    Browser signedIn(Browser browser, Someone someone, String path) {
        service.issuer().nextIs(someone);
        browser.page().navigate(service.address() + path);
        return browser;
    }

    static void fill(Page page, String measures) {
        page.fill("#goals", "Tilbake i egen stilling til sommeren");
        page.fill("#workTasks", "Kundesenter, vakter til 20");
        page.fill("#canDo", "Skriftlige henvendelser");
        page.fill("#cannotDo", "Telefonvakt");
        page.fill("#measures", measures);
        page.fill("#followUp", "Samtale annenhver mandag");
        page.fill("#evaluationDate", "2026-05-04");
        page.check("#contributed-yes");
    }

    /** Over HTTP, for what follows; how it is done on the page is shown by those who do it there. */
    void signs(Someone someone) {
        var seen = Awaitility.await()
                .until(this::plans, shown -> !KarisCase.latest(shown).isMissingNode());
        var latest = KarisCase.latest(seen);
        mustBeShown(service.post(
                someone,
                known.plans + "/" + seen.body().at("/plans/0/planId").asString() + "/signatures",
                seen.etag(),
                "{\"version\": %d, \"digest\": \"%s\"}"
                        .formatted(
                                latest.path("version").asInt(),
                                latest.path("digest").asString())));
    }

    private Answered plans() {
        return service.get(known.asOla, known.plans);
    }

    private void mustBeShown(Answered done) {
        assertThat(done.status()).as(done.body().toString()).isEqualTo(201);
        Awaitility.await().until(() -> version(plans()) >= version(done));
    }

    /** What happens by itself may have moved it on since. */
    private static int version(Answered answered) {
        return Integer.parseInt(answered.etag().orElseThrow().replace("\"", ""));
    }
}
