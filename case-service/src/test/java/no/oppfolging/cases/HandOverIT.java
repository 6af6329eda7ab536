package no.oppfolging.cases;

import static no.oppfolging.cases.KarisTalk.hidden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import no.oppfolging.cases.read.contact.ContactView;
import no.oppfolging.cases.read.contact.Contacts;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a new leader is told of a case. */
class HandOverIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisTalk talk = KarisTalk.inANewCase();
    private final KarisCase known = talk.known;
    private final Someone kari = talk.kari;
    private final Someone ola = talk.ola;
    private final String path = talk.path;
    private final String page = talk.page;
    private final LocalDate today = talk.today;

    @Nested
    class Whoever_stands_in_for_the_leader {
        @Test
        @Shows(value = "D-17", at = "GET /cases/{caseId}/own")
        void is_named_to_employee_and_leader_with_the_last_day_of_it() {
            var standIn = known.tuva().name() + ", til og med 31. desember 2026";

            assertThat(service.visitor(kari).open(page + "/own").text())
                    .contains("Stedfortreder for leder: " + standIn);
            assertThat(service.visitor(ola).open(page).text()).contains("Stedfortreder for leder", standIn);
        }
    }

    @Nested
    class A_new_leader {
        @Test
        @Shows(value = "D-17", at = "GET /cases/{caseId}/hand-over")
        void is_told_of_dates_and_agreements_once_the_employee_has_read_it_and_the_former_sees_nothing() {
            talk.post(kari, "/requests", TalkBodies.request(UUID.randomUUID(), "MEETING"));
            talk.post(ola, "/contact/news", TalkBodies.news("Ola skrev dette"));
            assertThat(service.visitor(kari).open(page + "/hand-over").text())
                    .contains("Saken har ikke fått ny leder.");

            service.neighbours().hrTellsOfNewLeader(known.kari(), known.siri(), today.toString());
            var siri = known.siri().someone();
            await().until(() -> service.get(siri, path).status() == 200);
            await().untilAsserted(() -> assertThat(
                            service.visitor(siri).open(page + "/hand-over").text())
                    .contains("Arbeidstakeren leser dette først.", "uansett 12. mars 2026")
                    .doesNotContain("svar senest"));
            assertThat(service.visitor(ola).open(page + "/hand-over").status()).isEqualTo(404);

            var employee = service.visitor(kari);
            assertThat(employee.open(page + "/own").text())
                    .contains("Du har fått ny leder.", "Overlevering til ny leder");
            var note = employee.open(page + "/hand-over");
            assertThat(note.text())
                    .contains("Siri Moe", "Oppfølgingsplan: 1. april 2026 · aml § 4-6 (3)", "Møte, svar senest")
                    .contains("status-open");
            var read = employee.send(
                    note,
                    formAction(note.text(), "/readings"),
                    Map.of("commandId", "1", "version", hidden(note.text(), "version")));
            assertThat(read.text()).contains("Nå ser den nye lederen det også.");

            assertThat(service.visitor(siri).open(page + "/hand-over").text())
                    .contains("aml § 4-6 (3)", "Møte, svar senest", "Lest av arbeidstakeren")
                    .doesNotContain("Ola skrev dette", "Vi bør møtes");
        }

        @Test
        @Shows(value = "D-17", at = "GET /cases/{caseId}/contact")
        void sees_nothing_of_the_old_contact_anywhere_before_that_and_what_the_former_wrote_never() {
            talk.post(kari, "/requests", TalkBodies.request(UUID.randomUUID(), "MEETING"));
            talk.post(ola, "/contact/news", TalkBodies.news("Ola skrev dette"));
            talk.post(ola, "/contact/log", TalkBodies.contact(UUID.randomUUID(), "PROBLEM_SOLVING", today.toString()));
            await().until(() -> talk.contact(kari).path("contacts").size() == 1);
            talk.change(ola, "/work/possibilities", "{\"tasks\": \"Ola tenkte varetelling\", \"adaptations\": \"\"}");
            await().until(() -> !work("tasks").isEmpty());
            talk.change(kari, "/work/abilities", "{\"can\": \"Kari kan ta telefonen\", \"cannot\": \"\"}");
            await().until(() -> !work("can").isEmpty());
            service.neighbours().hrTellsOfNewLeader(known.kari(), known.siri(), today.toString());
            var siri = known.siri().someone();
            var leader = service.visitor(siri);
            await().untilAsserted(
                            () -> assertThat(leader.open(page + "/contact").text())
                                    .contains("Du er ny leder her.", "uansett 12. mars 2026"));

            for (var at : List.of("/contact", "/work", "/requests", "/hand-over")) {
                assertThat(leader.open(page + at).text())
                        .doesNotContain(
                                "Ola skrev dette", "skrevet ned av", "varetelling", "ta telefonen", "Vi bør møtes");
            }
            assertThat(service.get(siri, path + "/history").body().toString())
                    .contains("case.ContactLogged")
                    .doesNotContain("\"channel\"");
            assertThat(talk.contact(siri).path("contacts")).isEmpty();
            assertThat(talk.contact(siri).path("news")).isEmpty();
            assertThat(service.get(siri, path + "/requests").body()).isEmpty();
            talk.post(siri, "/contact/news", TalkBodies.news("Siri skrev dette"));
            await().untilAsserted(() ->
                    assertThat(leader.open(page + "/contact").text()).contains("Siri skrev dette"));

            var employee = service.visitor(kari);
            var note = employee.open(page + "/hand-over");
            assertThat(employee.open(page + "/contact").text()).contains("Ola skrev dette", "Løse et problem");
            employee.send(
                    note,
                    formAction(note.text(), "/readings"),
                    Map.of("commandId", "1", "version", hidden(note.text(), "version")));

            assertThat(leader.open(page + "/contact").text())
                    .contains("skrevet ned av lederen", "Siri skrev dette")
                    .doesNotContain("Ola skrev dette", "Løse et problem", "Du er ny leder her.");
            assertThat(leader.open(page + "/work").text())
                    .contains("Kari kan ta telefonen")
                    .doesNotContain("varetelling");
            assertThat(leader.open(page + "/requests").text()).contains("Vi bør møtes");
        }

        @Test
        @Shows(value = "D-17", at = "GET /cases/{caseId}/contact")
        void sees_nothing_of_the_old_contact_before_the_hand_over_has_been_told_in_the_case() throws SQLException {
            olaHasWritten();
            var siri = known.siri().someone();
            try (var held = service.bean(DataSource.class).getConnection()) {
                holdBackHandOvers(held);
                service.neighbours().hrTellsOfNewLeader(known.kari(), known.siri(), today.toString());
                await().until(() -> service.get(siri, path).status() == 200);

                seesThatThereIsAHandOverAndNothingOfIt(siri);
                assertThat(service.visitor(ola).open(page + "/contact").status())
                        .isEqualTo(404);
                assertThat(service.bean(Contacts.class).handOversIn(new CaseId(known.caseId())))
                        .isEmpty();
                held.rollback();
            }

            await().untilAsserted(() ->
                    assertThat(service.visitor(kari).open(page + "/own").text()).contains("Overlevering til ny leder"));
            seesThatThereIsAHandOverAndNothingOfIt(siri);
        }

        @Test
        @Shows(value = "D-17", at = "GET /cases/{caseId}/hand-over")
        void sees_nothing_of_the_old_contact_where_hr_corrects_who_has_led_all_along() {
            olaHasWritten();
            var siri = known.siri().someone();
            service.neighbours().hrTellsOfNewLeader(known.kari(), known.siri(), "2010-01-01");
            await().until(() -> service.get(siri, path).status() == 200);

            seesThatThereIsAHandOverAndNothingOfIt(siri);
            talk.post(siri, "/contact/news", TalkBodies.news("Siri skrev dette"));
            await().untilAsserted(() -> assertThat(
                            service.visitor(siri).open(page + "/contact").text())
                    .contains("Siri skrev dette")
                    .doesNotContain("Ola skrev dette"));
        }

        @Test
        @Shows(value = "D-17", at = "GET /cases/{caseId}/deadlines/{stage}/decisions")
        void sees_what_was_decided_before_and_not_what_the_two_said_of_it() {
            olaHasAnsweredADispute();
            service.neighbours().hrTellsOfNewLeader(known.kari(), known.siri(), today.toString());
            var siri = known.siri().someone();
            var leader = service.visitor(siri);
            await().untilAsserted(() ->
                    assertThat(service.visitor(kari).open(page + "/own").text()).contains("Overlevering til ny leder"));

            assertThat(leader.open(page + "/deadlines/PLAN/decisions").text())
                    .contains("Du er ny leder her.", "uansett 12. mars 2026", "Kommer tilbake uten tilrettelegging")
                    .contains("Arbeidstakeren er uenig", "Lederen svarte, og unntaket står", "Ola Bråthen")
                    .doesNotContain("Kari vil ha en plan", "Ola mener nei");
            assertThat(service.get(siri, path + "/decisions").body().toString())
                    .contains("RETURNS_WITHOUT_ADAPTATION", "DISPUTED", "ANSWERED")
                    .doesNotContain("Kari vil ha en plan", "Ola mener nei");
            decide(kari, "/exemptions/disputes", "{\"words\": \"Kari spør Siri\"}");
            assertThat(leader.open(page + "/deadlines/PLAN/decisions").text()).contains("Kari spør Siri");

            var employee = service.visitor(kari);
            assertThat(employee.open(page + "/deadlines/PLAN/decisions").text())
                    .contains("Kari vil ha en plan", "Ola mener nei")
                    .doesNotContain("ny leder her");
            var note = employee.open(page + "/hand-over");
            employee.send(
                    note,
                    formAction(note.text(), "/readings"),
                    Map.of("commandId", "1", "version", hidden(note.text(), "version")));

            assertThat(leader.open(page + "/deadlines/PLAN/decisions").text())
                    .contains("Kari vil ha en plan", "Lederen svarte, og unntaket står", "Kari spør Siri")
                    .doesNotContain("Ola mener nei", "Du er ny leder her.");
            assertThat(service.get(siri, path + "/decisions").body().toString())
                    .contains("Kari vil ha en plan")
                    .doesNotContain("Ola mener nei");
        }

        @Test
        @Shows(value = "D-17", at = "GET /cases/{caseId}/hand-over")
        void sees_that_there_is_a_hand_over_where_nothing_but_of_a_decision_was_said_and_none_has_been_told() {
            olaHasAnsweredADispute();
            var siri = known.siri().someone();
            service.neighbours().hrTellsOfNewLeader(known.kari(), known.siri(), "2010-01-01");
            await().until(() -> service.get(siri, path).status() == 200);

            var leader = service.visitor(siri);
            assertThat(leader.open(page + "/deadlines/PLAN/decisions").text())
                    .contains("Du er ny leder her.", "uansett 12. mars 2026")
                    .doesNotContain("Kari vil ha en plan", "Ola mener nei");
            assertThat(leader.open(page + "/hand-over").text())
                    .contains("Arbeidstakeren leser dette først.", "uansett 12. mars 2026");
        }

        private void olaHasAnsweredADispute() {
            decide(ola, "/exemptions", "{\"reason\": \"RETURNS_WITHOUT_ADAPTATION\"}");
            decide(kari, "/exemptions/disputes", "{\"words\": \"Kari vil ha en plan\"}");
            decide(ola, "/exemptions/disputes/answers", "{\"words\": \"Ola mener nei\"}");
        }

        private void decide(Someone someone, String what, String body) {
            var duty = path + "/deadlines/PLAN";
            await().until(() -> service.post(
                                    someone,
                                    duty + what,
                                    service.get(someone, path).etag(),
                                    body)
                            .status()
                    == 200);
        }

        private void olaHasWritten() {
            talk.post(ola, "/contact/news", TalkBodies.news("Ola skrev dette"));
            talk.post(ola, "/contact/log", TalkBodies.contact(UUID.randomUUID(), "PROBLEM_SOLVING", today.toString()));
            await().until(() -> talk.contact(kari).path("contacts").size() == 1);
        }

        private void holdBackHandOvers(Connection connection) throws SQLException {
            var contact = service.bean(ViewVersions.class).read(ContactView.NAME);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table " + contact + ".hand_overs in share row exclusive mode");
            }
        }

        private void seesThatThereIsAHandOverAndNothingOfIt(Someone leader) {
            var visitor = service.visitor(leader);
            assertThat(visitor.open(page + "/contact").text())
                    .contains("Du er ny leder her.", "uansett 12. mars 2026")
                    .doesNotContain("Ola skrev dette", "skrevet ned av", "Løse et problem");
            assertThat(visitor.open(page + "/hand-over").text())
                    .contains("Arbeidstakeren leser dette først.", "uansett 12. mars 2026")
                    .doesNotContain("Venter på svar");
            assertThat(talk.contact(leader).path("contacts")).isEmpty();
            assertThat(talk.contact(leader).path("news")).isEmpty();
            assertThat(service.get(leader, path + "/history").body().toString())
                    .contains("case.ContactLogged")
                    .doesNotContain("\"channel\"");
        }

        private String work(String field) {
            return service.get(kari, path + "/work").body().path(field).asString("");
        }

        private static String formAction(String html, String end) {
            var to = html.indexOf(end + "\"") + end.length();
            return html.substring(html.lastIndexOf("action=\"", to) + "action=\"".length(), to);
        }
    }
}
