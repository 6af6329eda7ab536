package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import no.oppfolging.platform.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** The two of a new case of Kari's, and Hanne from HR, who talk to the service over HTTP. */
final class KarisTalk {
    private final RunningService service = RunningCases.SERVICE;
    final KarisCase known = KarisCase.opened(service);
    final Someone kari = known.kari().someone();
    final Someone ola = known.ola().someone();
    final Someone hanne =
            new Someone("hanne-" + UUID.randomUUID(), List.of("HR"), List.of(RunningService.ORGANISATION));
    final String path = "/api/cases/" + known.caseId();
    final String page = "/cases/" + known.caseId();
    final LocalDate today = LegalDay.of(service.clock().instant());

    private KarisTalk() {}

    static KarisTalk inANewCase() {
        return new KarisTalk();
    }

    Answered post(Someone someone, String what, String body) {
        return service.post(someone, path + what, Optional.empty(), body);
    }

    /** As whoever has just looked. */
    Answered change(Someone someone, String what, String body) {
        return service.post(
                someone, path + what, service.get(someone, path + "/contact").etag(), body);
    }

    JsonNode contact(Someone someone) {
        return service.get(someone, path + "/contact").body();
    }

    /** The value of a hidden field of a form. */
    static String hidden(String html, String name) {
        var at = html.indexOf("name=\"" + name + "\"");
        var value = html.indexOf("value=\"", at) + "value=\"".length();
        return html.substring(value, html.indexOf('"', value));
    }

    /** With what the form carries unseen. */
    static Map<String, String> with(Visitor.Shown page, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page.text());
        assertThat(version.find()).isTrue();
        form.put("version", version.group(1));
        form.put("commandId", UUID.randomUUID().toString());
        return form;
    }
}
