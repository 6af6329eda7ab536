package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.figures.QuarterPublication.PublicationId;
import no.oppfolging.cases.read.dashboard.PublishedQuartersView;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an organisation has kept its deadlines, told of each quarter once (styringstall). */
class DashboardIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisCase known = KarisCase.opened(service);
    private final Someone hanne =
            new Someone("hanne-" + known.caseId(), List.of("HR"), List.of(RunningService.ORGANISATION));

    @BeforeEach
    void the_other_services_have_told_all_that_happened() {
        for (var other : List.of(ServiceName.MEETINGS, ServiceName.PLANS)) {
            service.neighbours().haveToldUntil(other, service.clock().instant());
        }
    }

    @Test
    @Shows(
            value = {"D-26", "C-08"},
            at = "GET /cases/dashboard")
    void shows_quarters_that_are_over_and_nothing_that_few_are_behind() {
        var hr = service.visitor(hanne);

        await().untilAsserted(() -> assertThat(hr.open("/cases/dashboard").text())
                .contains("4. kvartal 2025", "Alle tall er færre enn 5", "Kostnad per fraværsdag er ikke satt.")
                .doesNotContain("1. kvartal 2026", "1 900", "Kari"));
    }

    @Test
    void tells_a_quarter_once_whatever_is_corrected_afterwards() {
        var hr = service.visitor(hanne);
        var first = await().until(() -> hr.open("/cases/dashboard").text(), text -> text.contains("4. kvartal 2025"));
        hrCorrectsTheQuarter();

        assertThat(quarters(service.visitor(hanne).open("/cases/dashboard").text()))
                .isEqualTo(quarters(first));
    }

    @Test
    @Shows(value = "D-26", at = "GET /cases/dashboard")
    void knows_from_the_log_what_was_told_when_its_table_is_lost() {
        var first = await().until(
                        () -> service.visitor(hanne).open("/cases/dashboard").text(),
                        text -> text.contains("4. kvartal 2025"));
        hrCorrectsTheQuarter();
        var table = service.bean(ViewVersions.class).read(PublishedQuartersView.NAME) + ".quarters";
        var kept = figures("delete from " + table + " where organisation = :organisation returning figures");

        assertThat(kept).isNotEmpty();
        assertThat(quarters(service.visitor(hanne).open("/cases/dashboard").text()))
                .isEqualTo(quarters(first));
        kept.forEach(one -> figures("""
                insert into %s (organisation, quarter, figures)
                values (:organisation, cast(:figures as json) ->> 'quarter', :figures)
                returning figures
                """.formatted(table), one));
    }

    private List<String> figures(String statement, String... figures) {
        var question = service.bean(JdbcClient.class).sql(statement).param("organisation", RunningService.ORGANISATION);
        for (var one : figures) {
            question.param("figures", one);
        }
        return question.query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    @Test
    void goes_on_telling_what_was_told_before_that_was_an_event() {
        var organisation = "310987662";
        service.bean(JdbcClient.class)
                .sql("""
                insert into publications (organisation, period, figures)
                values (:organisation, '2025-K4', :figures)
                """)
                .param("organisation", organisation)
                .param("figures", """
                        {"quarter": "2025-K4", "whys": [], "lines": [
                         {"stage": "PLAN", "unit": "", "onTime": 35, "late": null, "exempt": null}]}
                        """)
                .update();
        var theirs = new Someone("there-" + known.caseId(), List.of("HR"), List.of(organisation));

        assertThat(service.visitor(theirs).open("/cases/dashboard").text()).contains("<td>35</td>");
        assertThat(service.visitor(theirs).open("/cases/dashboard").text()).contains("<td>35</td>");
        assertThat(service.bean(EventLog.class)
                        .ofStream(PublicationId.of(new OrganisationNumber(organisation), "2025-K4")
                                .value()))
                .hasSize(1);
    }

    private void hrCorrectsTheQuarter() {
        var per = Employed.alone("Per", known.caseId());
        service.neighbours().hrTells(per, Optional.of(known.ola()));
        service.neighbours()
                .hrTells("AbsenceReported", per.employment(), KarisCase.absence(UUID.randomUUID(), 1, "2025-10-01"));
        await().untilAsserted(() -> assertThat(
                        service.get(known.ola().someone(), "/api/cases").body().toString())
                .contains("2025-10-01"));
    }

    private static String quarters(String page) {
        return page.substring(page.indexOf("<section"), page.lastIndexOf("</section>"));
    }
}
