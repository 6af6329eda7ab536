package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceRegistered;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An absence that is handed in over HTTP, by HR or by HR's system. */
class HandedInAbsencesIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisCase known = KarisCase.opened(service);
    private final Someone hanne =
            new Someone("hanne-" + known.caseId(), List.of("HR"), List.of(RunningService.ORGANISATION));
    private final Employed per = Employed.alone("Per", known.caseId());

    private void per_is_employed() {
        service.neighbours().hrTells(per, Optional.of(known.ola()));
        await().untilAsserted(() -> assertThat(service.bean(EventLog.class).ofStream(per.employment()))
                .isNotEmpty());
    }

    private String message(String type, String fields) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "https://hr.example", "type": "no.oppfolging.hr.%s.v1",
                 "time": "2026-03-09T07:15:00Z", "datacontenttype": "application/json", "subject": "%s",
                 "organisation": "%s", "data": {"employmentId": "%s", "absenceId": "%s", "revision": 1%s}}
                """.formatted(
                        UUID.randomUUID(),
                        type,
                        per.employment(),
                        RunningService.ORGANISATION,
                        per.employment(),
                        UUID.randomUUID(),
                        fields);
    }

    @Test
    @Shows(value = "D-24", at = "POST /api/hr/messages")
    void is_answered_message_by_message_and_has_the_effect_it_has_on_the_topic() {
        per_is_employed();
        var right = message(
                "AbsenceReported",
                ", \"kind\": \"SICK_NOTE\", \"grade\": 100, \"from\": \"2026-03-02\", \"to\": \"2026-04-30\"");
        var wrong = message(
                "AbsenceReported",
                ", \"kind\": \"SICK_NOTE\", \"grade\": 101, \"from\": \"2026-03-02\", \"to\": \"2026-04-30\"");
        var unknown = message("AbsenceWithdrawn", "");

        var answer = handsIn("[" + right + "," + wrong + "," + unknown + "," + right + "]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("answers").valueStream().map(HandedInAbsencesIT::inShort))
                .containsExactly(
                        "TAKEN  ",
                        "REFUSED /data/grade schema-maximum",
                        "WAITS /data/absenceId absence-not-known-yet",
                        "TAKEN  ");
        await().untilAsserted(() -> assertThat(
                        service.get(known.ola().someone(), "/api/cases").body().toString())
                .contains("2026-03-02"));

        var nothing = handsIn("{}");
        assertThat(nothing.body().path("rule").asString()).isEqualTo("message-not-cloudevent");
        assertThat(nothing.body().path("detail").asString()).isEqualTo("Meldingen er ikke et CloudEvent 1.0.");

        var underTheSameId = handsIn(right.replace("2026-04-30", "2026-05-01"));
        assertThat(underTheSameId.status()).isEqualTo(422);
        assertThat(underTheSameId.body().path("rule").asString()).isEqualTo("message-id-reused");
        assertThat(underTheSameId.body().path("pointer").asString()).isEqualTo("/id");
    }

    @Test
    void is_told_which_of_its_days_stands_in_no_calendar() {
        per_is_employed();
        var sickNote = ", \"kind\": \"SICK_NOTE\", \"grade\": 100, \"from\": \"%s\", \"to\": \"%s\"";

        var early = handsIn(message("AbsenceReported", sickNote.formatted("1969-12-31", "2026-03-05")));
        var late = handsIn(message("AbsenceReported", sickNote.formatted("2026-03-05", "9999-12-31")));

        assertThat(early.body().path("pointer").asString()).isEqualTo("/data/from");
        assertThat(late.body().path("pointer").asString()).isEqualTo("/data/to");
        assertThat(late.body().path("rule").asString()).isEqualTo("absence-outside-the-calendar");
    }

    @Test
    void is_not_taken_where_it_names_a_field_twice() {
        var twice = handsIn(message("AbsenceWithdrawn", ", \"revision\": 2"));

        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.body().path("type").asString()).isEqualTo("/problems/not-readable");
        assertThat(twice.body().at("/errors/0/code").asString()).isEqualTo("not-json");
    }

    @Test
    void is_refused_where_it_is_another_organisations_or_concerns_every_service() {
        per_is_employed();
        var away = message(
                "AbsenceReported",
                ", \"kind\": \"SICK_NOTE\", \"grade\": 100, \"from\": \"2026-03-02\", \"to\": \"2026-04-30\"");
        var elsewhere = new Someone("else-" + known.caseId(), List.of("HR"), List.of("910825526"));

        var answer = service.post(elsewhere, "/api/hr/messages", Optional.empty(), away);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("rule").asString()).isEqualTo("message-of-another-organisation");
        assertThat(answer.body().path("pointer").asString()).isEqualTo("/organisation");
        assertThat(service.post(known.ola().someone(), "/api/hr/messages", Optional.empty(), away)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void is_refused_where_it_is_the_own_of_whoever_hands_it_in() {
        per_is_employed();
        var perInHr = new Someone(per.someone().subject(), List.of("HR"), List.of(RunningService.ORGANISATION));
        var own = message(
                "AbsenceReported",
                ", \"kind\": \"SICK_NOTE\", \"grade\": 100, \"from\": \"2026-03-02\", \"to\": \"2026-04-30\"");

        var answer = service.post(perInHr, "/api/hr/messages", Optional.empty(), own);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("rule").asString()).isEqualTo("message-of-your-own");
        assertThat(answer.body().path("detail").asString()).isEqualTo("Fraværet er ditt eget. Det må en annen melde.");
        assertThat(service.post(hanne, "/api/hr/messages", Optional.empty(), own)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void is_refused_as_ones_own_also_where_the_employment_has_not_begun() {
        per_is_employed();
        var nextYear = new Employed(per.person(), UUID.randomUUID(), per.signIn(), per.name());
        var perHimself = Map.of(
                "personId",
                per.person().toString(),
                "name",
                per.name(),
                "signInId",
                Map.of("issuer", service.issuer().uri(), "subject", per.signIn()));
        service.neighbours()
                .hrTells(
                        "EmploymentStarted",
                        nextYear.employment(),
                        Map.of("revision", 1, "validFrom", "2027-01-01", "person", perHimself));
        await().until(() -> service.bean(Directory.class)
                .organisationOf(new EmploymentId(nextYear.employment()))
                .isPresent());
        var perInHr = new Someone(per.someone().subject(), List.of("HR"), List.of(RunningService.ORGANISATION));
        var own = message(
                        "AbsenceReported",
                        ", \"kind\": \"SICK_NOTE\", \"grade\": 100, \"from\": \"2027-01-04\", \"to\": \"2027-01-29\"")
                .replace(per.employment().toString(), nextYear.employment().toString());

        var answer = service.post(perInHr, "/api/hr/messages", Optional.empty(), own);

        assertThat(answer.body().path("rule").asString()).isEqualTo("message-of-your-own");
    }

    @Test
    void stands_in_the_log_as_told_by_whoever_told_it() {
        per_is_employed();
        handsIn(message(
                "AbsenceReported",
                ", \"kind\": \"SICK_NOTE\", \"grade\": 100, \"from\": \"2026-03-02\", \"to\": \"2026-04-30\""));
        byProgram(
                "hr-system",
                message(
                        "AbsenceReported",
                        ", \"kind\": \"SICK_NOTE\", \"grade\": 100, \"from\": \"2026-05-01\", \"to\": \"2026-05-08\""));
        service.neighbours()
                .hrTells("AbsenceReported", per.employment(), KarisCase.absence(UUID.randomUUID(), 1, "2026-06-01"));

        await().untilAsserted(() -> assertThat(whoTold())
                .containsExactly("HR HR_OF_ORGANISATION", "program:hr-system", "cases.when-hr-tells-follow-up"));
    }

    private List<String> whoTold() {
        return absencesInTheLog()
                .map(absence -> switch (absence.metadata().actor()) {
                    case Actor.Person person ->
                        person.role() + " " + person.relation().orElseThrow().kind();
                    case Actor.Automatic automatic -> automatic.name();
                })
                .toList();
    }

    private Stream<RecordedEvent> absencesInTheLog() {
        return service.bean(EventLog.class).ofStream(per.employment()).stream()
                .filter(recorded -> recorded.event() instanceof AbsenceRegistered);
    }

    @Test
    void has_its_effect_once_where_it_comes_on_the_topic_too() {
        per_is_employed();
        var twice = message(
                "AbsenceReported",
                ", \"kind\": \"SICK_NOTE\", \"grade\": 100, \"from\": \"2026-03-02\", \"to\": \"2026-04-30\"");

        handsIn(twice);
        service.neighbours()
                .put(
                        Servers.hr(),
                        "oppfolging.hr.v1",
                        per.employment().toString(),
                        twice.getBytes(StandardCharsets.UTF_8));
        service.neighbours()
                .hrTells("AbsenceReported", per.employment(), KarisCase.absence(UUID.randomUUID(), 1, "2026-06-01"));

        await().untilAsserted(() -> assertThat(whoTold()).contains("cases.when-hr-tells-follow-up"));
        assertThat(whoTold()).containsExactly("HR HR_OF_ORGANISATION", "cases.when-hr-tells-follow-up");
    }

    @Test
    @Shows(value = "D-24", at = "POST /api/hr/messages")
    void is_handed_in_by_hrs_system_with_a_token_of_its_own() {
        per_is_employed();
        var taken = byProgram(
                "hr-system",
                message(
                        "AbsenceReported",
                        ", \"kind\": \"SICK_NOTE\", \"grade\": 100, \"from\": \"2026-03-02\", \"to\": \"2026-04-30\""));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains("\"TAKEN\"");
        await().untilAsserted(() -> assertThat(
                        service.get(known.ola().someone(), "/api/cases").body().toString())
                .contains("2026-03-02"));

        var refused = byProgram(
                "hr-system",
                message(
                        "AbsenceReported",
                        ", \"kind\": \"SICK_NOTE\", \"grade\": 101, \"from\": \"2026-03-02\", \"to\": \"2026-04-30\""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body())
                .contains("\"rule\":\"schema-maximum\"", "\"pointer\":\"/data/grade\"", "Tallet er for stort.");

        var waits = byProgram("hr-system", message("AbsenceWithdrawn", ""));
        assertThat(waits.statusCode()).isEqualTo(409);
        assertThat(waits.body()).contains("\"rule\":\"absence-not-known-yet\"");
    }

    @Test
    void is_not_taken_from_a_program_that_is_not_hrs() {
        assertThat(byProgram("plan-service", message("AbsenceWithdrawn", "")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void is_asked_for_again_where_it_is_in_parts_that_cannot_be_told_apart_or_too_deep_to_read() {
        var inParts = byProgram("hr-system", "{}", "multipart/form-data");
        assertThat(inParts.statusCode()).isEqualTo(400);
        assertThat(inParts.body()).contains("/problems/not-readable");

        var deep = byProgram("hr-system", "[".repeat(100_000), "application/json");
        assertThat(deep.statusCode()).isEqualTo(400);
        assertThat(deep.body()).contains("Ikke gyldig JSON, eller for dypt nøstet.");
    }

    private HttpResponse<String> byProgram(String program, String body) {
        return byProgram(program, body, "application/json");
    }

    private HttpResponse<String> byProgram(String program, String body, String contentType) {
        var token = service.issuer().programToken(program, "case-service", RunningService.ORGANISATION);
        var request = HttpRequest.newBuilder(URI.create(service.address() + "/api/hr/messages"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answered handsIn(String body) {
        return service.post(hanne, "/api/hr/messages", Optional.empty(), body);
    }

    private static String inShort(JsonNode answer) {
        return String.join(
                " ",
                answer.path("result").asString(),
                answer.path("pointer").asString(),
                answer.path("rule").asString());
    }
}
