package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kari is at work, and she and Ola want to keep it so. */
class AgreedFollowUpIT {
    private final RunningService service = RunningCases.SERVICE;
    private final UUID mark = UUID.randomUUID();
    private final Employed ola = Employed.named("Ola Bråthen", "ola-" + mark);
    private final Employed kari = Employed.named("Kari Nordmann", "kari-" + mark);
    private final Employed siri = Employed.named("Siri Moe", "siri-" + mark);
    private final Someone hanne = new Someone("hanne-" + mark, List.of("HR"), List.of(RunningService.ORGANISATION));

    private UUID opened(Employed by) {
        service.neighbours().hrTells(ola, Optional.empty());
        service.neighbours().hrTells(siri, Optional.empty());
        service.neighbours().hrTells(kari, Optional.of(ola));
        await().until(() -> service.visitor(ola.someone()).open("/cases").text().contains(kari.name()));
        var answer = service.post(
                by.someone(),
                "/api/employments/" + kari.employment() + "/follow-ups",
                Optional.empty(),
                "{\"occasion\": \"AT_RISK\"}");
        assertThat(answer.status()).isEqualTo(201);
        var caseId = UUID.fromString(answer.body().path("caseId").asString());
        await().until(() -> service.get(kari.someone(), "/api/cases/" + caseId).status() == 200);
        return caseId;
    }

    @Test
    @Shows(value = "C-02", at = "POST /api/employments/{employmentId}/follow-ups")
    void is_a_case_without_deadlines_for_both_and_why_is_for_nobody_else() {
        var caseId = opened(kari);

        for (var someone : List.of(kari.someone(), ola.someone())) {
            assertThat(service.get(someone, "/api/cases/" + caseId).body().path("deadlines"))
                    .isEmpty();
            assertThat(service.visitor(someone).open("/cases/" + caseId).text())
                    .contains("Avtalt oppfølging fra 9. mars 2026", "Det kan bli fravær hvis ingenting gjøres")
                    .doesNotContain("Borte fra", "første dag borte", "Hva om graden");
        }
        assertThat(service.visitor(hanne).open("/cases/" + caseId).text())
                .contains("Avtalt oppfølging")
                .doesNotContain("Det kan bli fravær");
        assertThat(service.get(siri.someone(), "/api/cases/" + caseId).status()).isEqualTo(404);
        assertThat(service.get(hanne, "/api/cases/" + caseId + "/history")
                        .body()
                        .toString())
                .contains("case.FollowUpOpened")
                .doesNotContain("AT_RISK");
    }

    @Test
    @Shows(value = "C-02", at = "GET /cases/{caseId}/own")
    void is_offered_to_both_once_an_absence_is_over() {
        service.neighbours().hrTells(ola, Optional.empty());
        service.neighbours().hrTells(kari, Optional.of(ola));
        var absence = KarisCase.absence(UUID.randomUUID(), 1, "2026-01-05");
        absence.put("to", "2026-01-20");
        service.neighbours().hrTells("AbsenceReported", kari.employment(), absence);
        for (var producer : List.of(ServiceName.MEETINGS, ServiceName.PLANS)) {
            service.neighbours().haveToldUntil(producer, service.clock().instant());
        }
        var caseId = await().until(
                        () -> service.get(kari.someone(), "/api/cases")
                                .body()
                                .valueStream()
                                .filter(one -> one.path("closedOn").asString("").equals("2026-01-20"))
                                .map(one -> one.path("caseId").asString())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();

        assertThat(service.visitor(kari.someone())
                        .open("/cases/" + caseId + "/own")
                        .text())
                .contains("Fortsett oppfølgingen", "/cases/employments/" + kari.employment() + "/follow-ups")
                .contains("Saken er avsluttet.")
                .doesNotContain("/work/abilities", "/work/sheet", "/requests/asking", "Be om noe");
        assertThat(service.visitor(ola.someone()).open("/cases/" + caseId).text())
                .contains("Fortsett oppfølgingen");
        assertThat(service.visitor(hanne).open("/cases/" + caseId).text()).doesNotContain("Fortsett oppfølgingen");
    }

    @Test
    @Shows(value = "C-02", at = "oppfolging.case.v1")
    void is_told_to_the_other_services_as_any_case_from_opened_to_closed_and_opened_again() {
        var caseId = opened(ola);
        var path = "/api/cases/" + caseId;

        service.post(kari.someone(), path + "/closings", Optional.empty(), "{}");
        await().until(() -> service.get(ola.someone(), path)
                .body()
                .path("closedOn")
                .asString()
                .equals("2026-03-09"));
        service.post(ola.someone(), path + "/reopenings", Optional.empty(), "{}");

        await().untilAsserted(() -> {
            var told = service.neighbours().heard(caseId);
            assertThat(told.stream().map(it -> it.get("type").asString()))
                    .containsExactly(
                            "no.oppfolging.case.CaseOpened.v1",
                            "no.oppfolging.case.CaseClosed.v1",
                            "no.oppfolging.case.CaseReopened.v1");
            told.forEach(message -> new ContractRules().assertFits(message));
            assertThat(told.toString()).doesNotContain("AT_RISK");
        });
    }

    @Test
    @Shows(value = "C-02", at = "GET /cases/employments/{employmentId}/follow-ups")
    void is_opened_closed_and_opened_again_on_pages_by_whom_it_concerns_alone() {
        var caseId = opened(ola);
        var employee = service.visitor(siri.someone());
        var path = "/cases/employments/" + siri.employment() + "/follow-ups";
        assertThat(service.visitor(ola.someone()).open(path).status()).isEqualTo(404);
        var form = employee.open(path);
        assertThat(employee.send(form, path, Map.of("commandId", "1")).text()).contains("Velg ett av alternativene.");
        var sent =
                employee.send(form, path, Map.of("commandId", "2", "occasion", "EMPLOYEE_OR_MANAGER_SEES_CHALLENGES"));
        assertThat(sent.text()).contains("Saken er åpnet.", "Avtalt oppfølging fra 9. mars 2026");

        var other = service.visitor(kari.someone());
        var page = "/cases/" + caseId;
        var closed = other.send(other.open(page), page + "/closings", Map.of("commandId", "3"));
        assertThat(closed.text()).contains("Oppfølgingen er avsluttet. Den andre ser det.", "Åpne igjen");
        assertThat(other.open(page + "/own").text()).contains("Oppfølgingen ble avsluttet 9. mars 2026.");
        var reopened = other.send(closed, page + "/reopenings", Map.of("commandId", "4"));
        assertThat(reopened.text()).contains("Oppfølgingen er åpnet igjen.", "Avslutt oppfølgingen");
    }

    @Test
    @Shows(value = "C-22", at = "GET /api/cases/{caseId}/contact")
    void takes_note_of_a_meeting_as_contact_and_of_no_deadline_for_there_is_none_to_meet() {
        var caseId = opened(ola);

        held(caseId, 1, "DM1", "2026-03-07");
        held(caseId, 2, "CONVERSATION", "2026-03-09");

        // The second has been dealt with, so the first has too.
        await().untilAsserted(() -> assertThat(service.get(kari.someone(), "/api/cases/" + caseId + "/contact")
                        .body()
                        .at("/rhythm/heardOn")
                        .asString())
                .isEqualTo("2026-03-09"));
        assertThat(service.bean(JdbcClient.class)
                        .sql("select event_name from event_log where case_id = :case or stream = :case")
                        .param("case", caseId)
                        .query(String.class)
                        .set())
                .contains("case.MeetingNoted")
                .doesNotContain("case.DialogueMeetingNoted");
        assertThat(refusedForTheirCase()).isZero();
        assertThat(service.get(ola.someone(), "/api/cases/" + caseId).body().path("deadlines"))
                .isEmpty();
    }

    private void held(UUID caseId, int position, String kind, String on) {
        service.neighbours()
                .tells(
                        ServiceName.MEETINGS,
                        "MeetingHeld",
                        caseId,
                        position,
                        position - 1,
                        Map.of("meetingId", UUID.randomUUID().toString(), "kind", kind, "heldOn", on));
    }

    /** As a meeting would be that is taken to meet a deadline of a case without any. */
    private long refusedForTheirCase() {
        return service.bean(JdbcClient.class)
                .sql("select count(*) from refused_messages where topic = :topic and rule = 'case-not-known'")
                .param("topic", ServiceName.MEETINGS.topic())
                .query(Long.class)
                .single();
    }
}
