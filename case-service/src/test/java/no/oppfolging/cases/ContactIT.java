package no.oppfolging.cases;

import static no.oppfolging.cases.KarisTalk.hidden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import no.oppfolging.platform.testing.Visitor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What leader and employee agree on about contact, and the contact they have. */
class ContactIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisTalk talk = KarisTalk.inANewCase();
    private final KarisCase known = talk.known;
    private final Someone kari = talk.kari;
    private final Someone ola = talk.ola;
    private final Someone hanne = talk.hanne;
    private final String path = talk.path;
    private final String page = talk.page;
    private final LocalDate today = talk.today;

    @Nested
    class How_to_keep_contact {
        @Test
        @Shows(
                value = {"C-21", "D-15"},
                at = "POST /api/cases/{caseId}/contact/proposals")
        void is_proposed_by_one_agreed_by_the_other_and_seen_by_both_and_by_hr_only_as_a_rhythm() {
            var proposal = UUID.randomUUID();
            assertThat(talk.post(ola, "/contact/proposals", TalkBodies.proposal(proposal, 14, "SMS"))
                            .status())
                    .isEqualTo(201);
            await().until(() -> talk.contact(kari).path("proposed").has("proposalId"));

            var byHimself = talk.change(ola, "/contact/agreements", TalkBodies.agreement(proposal));
            assertThat(byHimself.status()).isEqualTo(409);
            assertThat(byHimself.body().path("detail").asString())
                    .isEqualTo("Den som foreslo, kan ikke også si ja. Den andre må svare.");
            assertThat(talk.change(kari, "/contact/agreements", TalkBodies.agreement(proposal))
                            .status())
                    .isEqualTo(200);

            await().untilAsserted(() -> {
                for (var someone : List.of(kari, ola)) {
                    assertThat(talk.contact(someone).at("/agreed/everyDays").asInt())
                            .isEqualTo(14);
                    assertThat(talk.contact(someone).at("/agreed/channels/0").asString())
                            .isEqualTo("SMS");
                    assertThat(talk.contact(someone).path("dueOn").asString())
                            .isEqualTo(today.plusDays(14).toString());
                }
            });
            assertThat(service.get(hanne, path + "/contact").status()).isEqualTo(403);
            assertThat(service.visitor(hanne).open(page).text())
                    .contains("Minst annenhver uke")
                    .doesNotContain(page + "/contact");
        }

        @Test
        @Shows(value = "C-22", at = "POST /api/cases/{caseId}/contact/proposals")
        void is_never_no_contact() {
            var none = talk.post(kari, "/contact/proposals", TalkBodies.proposal(UUID.randomUUID(), 0, "PHONE"));

            assertThat(none.status()).isEqualTo(409);
            assertThat(none.body().path("detail").asString()).endsWith("Ingen kontakt går ikke an.");
        }

        @Test
        void is_proposed_anew_from_what_was_chosen_last_also_where_that_is_unusual() {
            talk.post(ola, "/contact/proposals", TalkBodies.proposal(UUID.randomUUID(), 10, "PHONE"));

            await().untilAsserted(() -> assertThat(service.visitor(kari)
                            .open(page + "/contact/proposals")
                            .text())
                    .containsPattern("<option value=\"10\" selected=\"selected\">Minst hver 10. dag"));
        }

        @Test
        @Shows(value = "D-15", at = "GET /cases")
        void is_answered_on_the_page_where_the_leader_is_told_of_it() {
            var employee = service.visitor(kari);
            var form = employee.open(page + "/contact/proposals");
            var sent = employee.send(
                    form,
                    page + "/contact/proposals",
                    Map.of("commandId", "1", "channels", "PHONE", "everyDays", "7", "who", "LINE_MANAGER"));
            assertThat(sent.text()).contains("Forslaget er sendt.", "Den andre må svare før det gjelder.");

            var leader = service.visitor(ola);
            assertThat(leader.open("/cases").text()).contains("venter på svar fra deg", "Svar på forslaget");
            var shown = leader.open(page + "/contact");
            var agreed = leader.send(shown, page + "/contact/agreements", agreement(shown, "2"));
            assertThat(agreed.text()).contains("Da er dere enige om kontakten.", "Minst en gang i uken");

            var late = leader.send(agreed, page + "/contact/agreements", agreement(shown, "3"));
            assertThat(late.text())
                    .contains("Noe ble endret etter at du åpnet siden", "Minst en gang i uken")
                    .doesNotContain("Da er dere enige om kontakten.");
        }

        /** As the button beside what was proposed sends it. */
        private static Map<String, String> agreement(Visitor.Shown shown, String commandId) {
            return Map.of(
                    "commandId",
                    commandId,
                    "version",
                    hidden(shown.text(), "version"),
                    "proposalId",
                    hidden(shown.text(), "proposalId"));
        }
    }

    @Nested
    class A_contact {
        @Test
        @Shows(
                value = {"C-20", "C-23"},
                at = "POST /api/cases/{caseId}/contact/log")
        void is_seen_by_both_and_its_kind_by_nobody_else() {
            talk.post(ola, "/contact/log", TalkBodies.contact(UUID.randomUUID(), "PROBLEM_SOLVING", today.toString()));
            await().until(() -> talk.contact(kari).path("contacts").size() == 1);

            for (var someone : List.of(kari, ola)) {
                var logged = talk.contact(someone).at("/contacts/0");
                assertThat(logged.path("kind").asString()).isEqualTo("PROBLEM_SOLVING");
                assertThat(logged.path("channel").asString()).isEqualTo("PHONE");
                assertThat(logged.path("on").asString()).isEqualTo(today.toString());
            }
            assertThat(service.visitor(kari).open(page + "/contact").text())
                    .contains("Telefon", "Løse et problem", "skrevet ned av lederen");
            assertThat(service.get(kari, path + "/history").body().toString()).contains("\"channel\":\"PHONE\"");
            assertThat(service.get(hanne, path + "/history").body().toString())
                    .contains("case.ContactLogged", "\"stage\":\"PLAN\"")
                    .doesNotContain("PROBLEM_SOLVING", "PHONE", "\"channel\"");
        }

        @Test
        @Shows(value = "C-25", at = "GET /api/cases/{caseId}/history")
        void that_is_about_a_problem_leaves_no_trace_of_it_in_the_log() {
            talk.post(ola, "/contact/log", TalkBodies.contact(UUID.randomUUID(), "PROBLEM_SOLVING", today.toString()));

            for (var someone : List.of(kari, ola, hanne)) {
                assertThat(service.get(someone, path + "/history").body().toString())
                        .contains("case.ContactLogged")
                        .doesNotContain("PROBLEM_SOLVING");
            }
        }

        @Test
        void is_struck_by_whoever_logged_it() {
            var mistake = UUID.randomUUID();
            talk.post(ola, "/contact/log", TalkBodies.contact(mistake, "CARING", today.toString()));
            await().until(() -> talk.contact(ola).path("contacts").size() == 1);

            assertThat(talk.change(kari, "/contact/log/" + mistake + "/strikings", "{}")
                            .status())
                    .isEqualTo(409);
            assertThat(talk.change(ola, "/contact/log/" + mistake + "/strikings", "{}")
                            .status())
                    .isEqualTo(200);

            await().until(() -> talk.contact(kari).at("/contacts/0/struck").asBoolean());
            assertThat(talk.contact(kari).at("/rhythm/heardOn").isMissingNode()
                            || talk.contact(kari).at("/rhythm/heardOn").isNull())
                    .isTrue();
        }

        /** A day that no table can hold would stop everybody's. */
        @ParameterizedTest
        @ValueSource(strings = {"-999999999-01-01", "0026-03-02"})
        void is_of_a_day_that_one_may_remember(String on) {
            var logged = talk.change(ola, "/contact/log", TalkBodies.contact(UUID.randomUUID(), "CARING", on));
            var doctor = talk.change(ola, "/contact/doctor-contacts", "{\"on\": \"%s\"}".formatted(on));

            for (var answer : List.of(logged, doctor)) {
                assertThat(answer.status()).isEqualTo(409);
                assertThat(answer.body().path("type").asString()).isEqualTo("/problems/contact-is-too-long-ago");
            }
        }

        @Test
        @Shows(value = "C-24", at = "POST /api/cases/{caseId}/contact/doctor-contacts")
        void with_the_doctor_is_a_day_and_nothing_more() {
            talk.post(ola, "/contact/doctor-contacts", "{\"on\": \"%s\"}".formatted(today));

            await().untilAsserted(() -> assertThat(
                            talk.contact(kari).at("/doctorContacts/0").asString())
                    .isEqualTo(today.toString()));
        }

        @Test
        @Shows(value = "C-87", at = "GET /cases/{caseId}/own")
        void of_news_from_work_is_shown_on_the_employees_own_page() {
            talk.post(ola, "/contact/news", TalkBodies.news("Sommerfesten er 12. juni"));

            await().untilAsserted(() -> assertThat(
                            service.visitor(kari).open(page + "/own").text())
                    .contains("Nytt fra jobben", "Sommerfesten er 12. juni"));
        }
    }

    @Nested
    class When_two_cases_turn_out_to_be_one {
        private final UUID between = UUID.randomUUID();

        @Test
        @Shows(
                value = {"D-15", "D-25"},
                at = "GET /api/cases/{caseId}/contact")
        void what_was_said_is_shown_with_the_survivor_and_goes_with_its_days_when_they_are_two_again() {
            var mistake = UUID.randomUUID();
            var proposal = UUID.randomUUID();
            var earlier = earlierCase();
            talk.post(ola, "/contact/log", TalkBodies.contact(mistake, "CARING", today.toString()));
            talk.post(ola, "/contact/proposals", TalkBodies.proposal(proposal, 7, "PHONE"));
            await().until(() -> talk.contact(kari).path("proposed").has("proposalId"));

            absent(between, 1, "2026-01-21", "2026-03-04");
            await().until(() -> isNow(known.caseId(), earlier));
            await().untilAsserted(() -> {
                for (var id : List.of(known.caseId(), earlier)) {
                    assertThat(said(id).at("/contacts/0/caseId").asString())
                            .isEqualTo(known.caseId().toString());
                    assertThat(said(id).at("/rhythm/heardOn").asString()).isEqualTo(today.toString());
                    assertThat(said(id).at("/proposed/caseId").asString())
                            .isEqualTo(known.caseId().toString());
                }
            });

            // What is new is said in the survivor; what was said before is answered and struck where it was said.
            talk.post(ola, "/contact/log", TalkBodies.contact(UUID.randomUUID(), "CARING", "2026-03-06"));
            await().until(() -> said(earlier).path("contacts").size() == 2);
            assertThat(said(earlier).at("/contacts/1/caseId").asString()).isEqualTo(earlier.toString());
            assertThat(seen(kari, "/contact/agreements", TalkBodies.agreement(proposal))
                            .status())
                    .isEqualTo(200);
            await().until(() -> said(earlier).at("/agreed/everyDays").asInt() == 7);
            assertThat(seen(ola, "/contact/log/" + mistake + "/strikings", "{}").status())
                    .isEqualTo(200);
            await().until(() -> said(earlier).at("/rhythm/heardOn").asString().equals("2026-03-06"));
            assertThat(said(earlier).at("/rhythm/everyDays").asInt()).isEqualTo(7);

            service.neighbours()
                    .hrTells(
                            "AbsenceWithdrawn",
                            known.kari().employment(),
                            Map.of("absenceId", between.toString(), "revision", 2));
            await().until(() -> isNow(known.caseId(), known.caseId()));
            await().untilAsserted(() -> {
                assertThat(said(known.caseId()).path("contacts")).hasSize(2);
                assertThat(said(known.caseId()).at("/rhythm/heardOn").asString())
                        .isEqualTo("2026-03-06");
                assertThat(said(known.caseId()).at("/agreed/everyDays").asInt()).isEqualTo(7);
                assertThat(said(earlier).path("contacts")).isEmpty();
            });
        }

        private UUID earlierCase() {
            absent(UUID.randomUUID(), 1, "2026-01-05", "2026-01-20");
            return await().until(
                            () -> service.get(kari, "/api/cases")
                                    .body()
                                    .valueStream()
                                    .filter(one ->
                                            one.path("startedOn").asString().equals("2026-01-05"))
                                    .map(one ->
                                            UUID.fromString(one.path("caseId").asString()))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }

        private void absent(UUID absence, int revision, String from, String to) {
            var fields = new HashMap<>(KarisCase.absence(absence, revision, from));
            fields.put("to", to);
            service.neighbours().hrTells("AbsenceReported", known.kari().employment(), fields);
        }

        private boolean isNow(UUID id, UUID standing) {
            return service.get(kari, "/api/cases/" + id)
                    .body()
                    .path("caseId")
                    .asString()
                    .equals(standing.toString());
        }

        private JsonNode said(UUID id) {
            return service.get(kari, "/api/cases/" + id + "/contact").body();
        }

        /** By the version of what was said where it was said. */
        private Answered seen(Someone someone, String what, String body) {
            var version = said(known.caseId())
                    .path("contacts")
                    .valueStream()
                    .filter(one ->
                            one.path("caseId").asString().equals(known.caseId().toString()))
                    .findFirst()
                    .orElseThrow()
                    .path("version")
                    .asLong();
            return service.post(someone, path + what, Optional.of("\"" + version + "\""), body);
        }
    }
}
