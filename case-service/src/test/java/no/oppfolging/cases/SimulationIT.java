package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;

import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What another grade would change, asked of a case and kept nowhere (hva om). */
class SimulationIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisCase known = KarisCase.opened(service);
    private final String path = "/cases/" + known.caseId() + "/simulation";

    @Test
    @Shows(value = "D-23", at = "GET /cases/{caseId}/simulation")
    void shows_which_deadlines_would_vanish_and_stores_nothing() {
        var before = events();
        var page = service.visitor(known.ola().someone()).open(path + "?from=2026-03-16&to=&grade=50");

        assertThat(page.text()).contains("50 prosent fra 16. mars 2026", "Dialogmøte 1", "Faller bort");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void asks_for_next_monday_and_says_what_it_cannot_read() {
        var ola = service.visitor(known.ola().someone());

        assertThat(ola.open(path).text()).contains("value=\"50\"").doesNotContain("Faller bort");
        assertThat(ola.open(path + "?from=mandag&grade=50").text()).contains("Skriv datoen som dag.måned.år");
        assertThat(ola.open(path + "?from=-999999999-01-01&grade=50").text()).contains("Skriv datoen som dag.måned.år");
        assertThat(ola.open(path + "?from=2026-03-16&grade=halv").text())
                .contains("Skriv graden som et helt tall", "href=\"#grade\"", "value=\"2026-03-16\"");
        assertThat(ola.open(path + "?from=2026-03-16&grade=0").text())
                .contains("id=\"grade-error\">Graden skal være mellom 1 og 100 prosent.", "value=\"0\"");
        assertThat(ola.open(path + "?from=2026-03-16&to=2026-03-15&grade=50").text())
                .contains("id=\"to-error\">Fraværet slutter før det begynner.");
    }

    private long events() {
        return service.bean(JdbcClient.class)
                .sql("select count(*) from event_log where stream = :employment")
                .param("employment", known.kari().employment())
                .query(Long.class)
                .single();
    }
}
