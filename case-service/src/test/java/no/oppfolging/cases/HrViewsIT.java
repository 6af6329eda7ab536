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
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.figures.QuarterPublication.PublicationId;
import no.oppfolging.cases.read.completeness.Completeness;
import no.oppfolging.cases.read.completeness.Completeness.Account;
import no.oppfolging.cases.read.dashboard.PublishedQuartersView;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What HR sees of the whole, and what anybody with a case may ask of it. */
class HrViewsIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisCase known = KarisCase.opened(service);
    private final Someone hanne =
            new Someone("hanne-" + known.caseId(), List.of("HR"), List.of(RunningService.ORGANISATION));

    @Nested
    class A_simulation {
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
            assertThat(ola.open(path + "?from=-999999999-01-01&grade=50").text())
                    .contains("Skriv datoen som dag.måned.år");
            assertThat(ola.open(path + "?from=2026-03-16&grade=halv").text())
                    .contains("Skriv graden som et helt tall", "href=\"#grade\"", "value=\"2026-03-16\"");
            assertThat(ola.open(path + "?from=2026-03-16&grade=0").text())
                    .contains("id=\"grade-error\">Graden skal være mellom 1 og 100 prosent.", "value=\"0\"");
            assertThat(ola.open(path + "?from=2026-03-16&to=2026-03-15&grade=50")
                            .text())
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

    @Nested
    class The_completeness_check {
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

            await().untilAsserted(() -> assertThat(
                            page.open("/cases/completeness").text())
                    .contains("uten sak, og ingenting forklarer det", per.name(), "Uten sak og uten forklaring"));
            assertThat(page.open("/cases/all").text()).contains("uten sak, og ingenting forklarer det");

            sent(UUID.randomUUID(), reported(absence, 1));
            await().untilAsserted(
                            () -> assertThat(page.open("/cases/completeness").text())
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
                    .contains(
                            "Et arbeidsforhold som ikke er kjent ennå", "Venter: Arbeidsforholdet er ikke kjent ennå.");

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

        private static Map<String, Object> reported(UUID id, int revision) {
            return new HashMap<>(KarisCase.absence(id, revision, "2026-01-05"));
        }

        private void sent(UUID messageId, Map<String, Object> fields) {
            var message = service.neighbours()
                    .message("no.oppfolging.hr.AbsenceReported.v1", per.employment(), fields)
                    .put("id", messageId.toString());
            ((ObjectNode) message.get("data"))
                    .put("employmentId", per.employment().toString());
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
                    hanne,
                    "/api/cases/messages/" + id + "/skips",
                    Optional.empty(),
                    "{\"reason\": \"SENT_BY_MISTAKE\"}");
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

    @Nested
    class The_dashboard {
        @BeforeEach
        void the_other_services_have_told_all_that_happened() {
            for (var other : List.of(ServiceName.MEETINGS, ServiceName.PLANS)) {
                service.neighbours().haveToldUntil(other, RunningService.MONDAY_NINE.plus(Duration.ofDays(1)));
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
            var first =
                    await().until(() -> hr.open("/cases/dashboard").text(), text -> text.contains("4. kvartal 2025"));
            hrCorrectsTheQuarter();

            assertThat(quarters(service.visitor(hanne).open("/cases/dashboard").text()))
                    .isEqualTo(quarters(first));
        }

        @Test
        @Shows(value = "D-26", at = "GET /cases/dashboard")
        void knows_from_the_log_what_was_told_when_its_table_is_lost() {
            var first = await().until(
                            () -> service.visitor(hanne)
                                    .open("/cases/dashboard")
                                    .text(),
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
            var question =
                    service.bean(JdbcClient.class).sql(statement).param("organisation", RunningService.ORGANISATION);
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
                    .hrTells(
                            "AbsenceReported", per.employment(), KarisCase.absence(UUID.randomUUID(), 1, "2025-10-01"));
            await().untilAsserted(() -> assertThat(service.get(known.ola().someone(), "/api/cases")
                            .body()
                            .toString())
                    .contains("2025-10-01"));
        }

        private static String quarters(String page) {
            return page.substring(page.indexOf("<section"), page.lastIndexOf("</section>"));
        }
    }

    @Nested
    class An_absence_handed_in_by_hand {
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
            assertThat(answer.body().path("answers").valueStream().map(HrViewsIT::inShort))
                    .containsExactly(
                            "TAKEN  ",
                            "REFUSED /data/grade schema-maximum",
                            "WAITS /data/absenceId absence-not-known-yet",
                            "TAKEN  ");
            await().untilAsserted(() -> assertThat(service.get(known.ola().someone(), "/api/cases")
                            .body()
                            .toString())
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
            await().untilAsserted(() -> assertThat(service.get(known.ola().someone(), "/api/cases")
                            .body()
                            .toString())
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
            assertThat(byProgram("plan-service", message("AbsenceWithdrawn", ""))
                            .statusCode())
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
    }

    private static String inShort(JsonNode answer) {
        return String.join(
                " ",
                answer.path("result").asString(),
                answer.path("pointer").asString(),
                answer.path("rule").asString());
    }

    @Nested
    class A_case_of_many {
        @Test
        void is_marked_where_absence_has_been_repeated() {
            reported("2023-04-01", "2023-10-20");
            reported("2024-06-01", "2024-12-20");

            await().untilAsserted(() -> assertThat(service.visitor(known.ola().someone())
                            .open("/cases/" + known.caseId())
                            .text())
                    .contains("Gjentakende fravær"));
            assertThat(service.visitor(hanne)
                            .open("/cases/all?standing=CLOSED&order=NAME")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void shows_the_report_and_the_fee_where_the_rules_of_2011_held() {
            reported("2012-03-05", "2012-09-30");

            await().untilAsserted(() -> {
                var caseId = service.get(known.ola().someone(), "/api/cases")
                        .body()
                        .valueStream()
                        .filter(one -> one.path("startedOn").asString().equals("2012-03-05"))
                        .map(one -> one.path("caseId").asString())
                        .findFirst()
                        .orElseThrow(AssertionError::new);
                assertThat(service.visitor(known.ola().someone())
                                .open("/cases/" + caseId)
                                .text())
                        .contains("senest 6. mai 2012", "seks rettsgebyr", "5. mars 2012 – 30. september 2012");
            });
            assertThat(service.visitor(known.ola().someone())
                            .open("/cases/" + known.caseId())
                            .text())
                    .contains("Fravær meldt av HR-systemet")
                    .doesNotContain("rettsgebyr", "5. mars 2012");
        }

        private void reported(String from, String to) {
            Map<String, Object> absence = new HashMap<>(KarisCase.absence(UUID.randomUUID(), 1, from));
            absence.put("to", to);
            service.neighbours().hrTells("AbsenceReported", known.kari().employment(), absence);
        }
    }
}
