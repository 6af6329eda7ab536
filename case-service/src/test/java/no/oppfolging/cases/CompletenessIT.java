package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.read.completeness.Completeness;
import no.oppfolging.cases.read.completeness.Completeness.Account;
import no.oppfolging.cases.read.completeness.CompletenessView;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Whether all that HR's system has told of has had its effect (kontroll mot HR). */
class CompletenessIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisCase known = KarisCase.opened(service);
    private final Someone hanne =
            new Someone("hanne-" + known.caseId(), List.of("HR"), List.of(RunningService.ORGANISATION));
    private final UUID absence = UUID.randomUUID();
    private final Employed per = Employed.alone("Per", absence);

    @Test
    @Shows(value = "D-07", at = "GET /cases/completeness")
    void misses_an_absence_that_came_and_of_which_nothing_tells_what_became() {
        service.neighbours().hrTells(per, Optional.of(known.ola()));
        // It came through the door, and somewhere behind it was lost.
        noted(absence);
        var page = service.visitor(hanne);
        assertThat(page.open("/cases/completeness").text())
                .contains("Nettopp kommet")
                .doesNotContain(per.name());
        service.clock().moveBy(Duration.ofMinutes(6));

        await().untilAsserted(() -> assertThat(page.open("/cases/completeness").text())
                .contains("uten sak, og ingenting forklarer det", per.name(), "Uten sak og uten forklaring"));
        assertThat(page.open("/cases/all").text()).contains("uten sak, og ingenting forklarer det");

        sent(UUID.randomUUID(), reported(absence, 1));
        await().untilAsserted(() -> assertThat(page.open("/cases/completeness").text())
                .contains("Med sak")
                .doesNotContain(per.name()));
    }

    @Test
    @Shows(value = "D-24", at = "GET /cases/completeness")
    void says_that_the_id_of_a_message_was_used_again_with_another_content() {
        service.neighbours().hrTells(per, Optional.of(known.ola()));
        var messageId = UUID.randomUUID();
        var first = UUID.randomUUID();
        sent(messageId, reported(first, 1));
        sent(messageId, reported(first, 1));
        sent(messageId, reported(absence, 1));

        await().until(() -> account(absence).equals(Optional.of(Account.REFUSED)));
        assertThat(account(first)).isNotEqualTo(Optional.of(Account.REFUSED));
        assertThat(service.visitor(hanne).open("/cases/completeness").text())
                .contains("Avvist: Meldingens id er brukt før, med et annet innhold.");

        sent(UUID.randomUUID(), reported(absence, 1));
        await().until(() -> account(absence).isEmpty());
    }

    @Test
    @Shows(value = "D-07", at = "GET /cases/completeness")
    void accounts_for_what_waits_was_skipped_or_refused_and_says_why() {
        service.neighbours().hrTells("AbsenceReported", per.employment(), reported(absence, 1));
        await().until(() -> account(absence).equals(Optional.of(Account.WAITS)));
        var page = service.visitor(hanne);
        assertThat(page.open("/cases/completeness").text())
                .contains("Et arbeidsforhold som ikke er kjent ennå", "Venter: Arbeidsforholdet er ikke kjent ennå.");

        skipped();
        await().until(() -> account(absence).equals(Optional.of(Account.SKIPPED)));
        assertThat(page.open("/cases/completeness").text()).contains("Hoppet over: Sendt ved en feil");

        service.neighbours().hrTells(per, Optional.of(known.ola()));
        var backwards = reported(absence, 2);
        backwards.put("to", "2025-12-31");
        service.neighbours().hrTells("AbsenceReported", per.employment(), backwards);
        await().until(() -> account(absence).equals(Optional.of(Account.REFUSED)));
        assertThat(page.open("/cases/completeness").text())
                .contains(per.name(), "Avvist: Fraværet slutter før det begynner.");

        service.neighbours().hrTells("AbsenceReported", per.employment(), reported(absence, 3));
        await().until(() -> account(absence).isEmpty());
        assertThat(page.open("/cases/completeness").text()).doesNotContain(per.name());
    }

    @Test
    void misses_nothing_where_hr_says_otherwise_of_all_its_days_piece_by_piece() {
        service.neighbours().hrTells(per, Optional.of(known.ola()));
        for (var days : List.of(List.of("2026-01-05", "2026-03-31"), List.of("2026-04-01", "2026-06-30"))) {
            var vacation = reported(UUID.randomUUID(), 1);
            vacation.putAll(Map.of("kind", "VACATION", "from", days.getFirst(), "to", days.getLast()));
            vacation.remove("grade");
            sent(UUID.randomUUID(), vacation);
        }
        sent(UUID.randomUUID(), reported(absence, 1));

        await().untilAsserted(() -> assertThat(taken(absence)).isTrue());
        assertThat(account(absence)).isEmpty();
    }

    private boolean taken(UUID id) {
        return service.bean(ViewVersions.class)
                        .tables(CompletenessView.NAME)
                        .sql("select count(*) from view.absences where absence_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Map<String, Object> reported(UUID id, int revision) {
        return new HashMap<>(KarisCase.absence(id, revision, "2026-01-05"));
    }

    private void sent(UUID messageId, Map<String, Object> fields) {
        var message = service.neighbours()
                .message("no.oppfolging.hr.AbsenceReported.v1", per.employment(), fields)
                .put("id", messageId.toString());
        ((ObjectNode) message.get("data")).put("employmentId", per.employment().toString());
        var _ = service.neighbours()
                .put(
                        Servers.hr(),
                        "oppfolging.hr.v1",
                        per.employment().toString(),
                        message.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void skipped() {
        var id = service.bean(JdbcClient.class)
                .sql("select id from parked_messages where key = :key")
                .param("key", per.employment())
                .query(UUID.class)
                .single();
        service.post(
                hanne, "/api/cases/messages/" + id + "/skips", Optional.empty(), "{\"reason\": \"SENT_BY_MISTAKE\"}");
    }

    /** An absence that came, at a place of the topic where no other story's message can have stood. */
    private void noted(UUID id) {
        service.bean(JdbcClient.class)
                .sql("""
                        insert into arrived_absences
                               (message_id, employment_id, absence_id, revision, organisation, withdrawn,
                                from_day, topic, partition, message_offset, arrived_at)
                        values (:message, :employment, :absence, 1, :organisation, false,
                                '2026-01-05', 'oppfolging.hr.v1', 0, :offset, :now)
                        """)
                .param("message", UUID.randomUUID())
                .param("employment", per.employment())
                .param("absence", id)
                .param("organisation", RunningService.ORGANISATION)
                .param("offset", Long.MAX_VALUE)
                .param("now", service.clock().instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What has become of one whose latest news has had no effect; empty when it has. */
    private Optional<Account> account(UUID id) {
        return service
                .bean(Completeness.class)
                .of(List.of(new OrganisationNumber(RunningService.ORGANISATION)))
                .open()
                .stream()
                .filter(one -> one.absenceId().equals(id))
                .map(Completeness.Open::account)
                .findFirst();
    }
}
