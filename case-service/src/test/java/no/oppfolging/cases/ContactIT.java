package no.oppfolging.cases;

import static no.oppfolging.cases.KarisTalk.hidden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.automation.WhenSilentTooLongNoteIt;
import no.oppfolging.cases.read.contact.ContactView;
import no.oppfolging.cases.read.contact.Silences;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import no.oppfolging.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    @Nested
    class A_silence_longer_than_agreed {
        private final Employed bjarne = Employed.named("Bjarne Dahl", "bjarne-" + known.caseId());

        private final List<UUID> knownAllAlong = new ArrayList<>();

        @Test
        @Shows(value = "C-22", at = "GET /cases/{caseId}/contact")
        void is_not_reckoned_from_before_the_case_was_known_here() {
            away(bjarne);
            toldOfAllMeetings();
            var his = caseOf(bjarne);
            assertThat(service.get(ola, his + "/contact").body().path("dueOn").asString())
                    .isEqualTo(today.plusDays(14).toString());
            assertThat(service.visitor(ola)
                            .open(his.substring("/api".length()) + "/contact")
                            .text())
                    .contains("Da ble saken kjent her, etter at fraværet begynte.")
                    .doesNotContain("Det har vært stille lenger enn avtalt.");
            assertThat(service.bean(Silences.class).before(today.plusDays(1), 10_000))
                    .noneMatch(silence -> his.endsWith(silence.caseId().toString()));
        }

        /** Away since January: long silent by the employer's own limit of 14 days. */
        @Test
        @Shows(
                value = {"C-22", "D-18"},
                at = "GET /cases")
        void is_told_to_the_leader_with_the_reason_and_a_next_step_and_is_over_with_the_next_contact() {
            away(bjarne);
            knownAllAlong(caseOf(bjarne));
            toldOfAllMeetings();
            await().untilAsserted(
                            () -> assertThat(service.visitor(ola).open("/cases").text())
                                    .contains("skal det ikke gå mer enn 14 dager", "Avtal kontakt"));
            var his = caseOf(bjarne);
            await().untilAsserted(() -> assertThat(service.get(ola, his + "/history")
                            .body()
                            .path("told")
                            .findValuesAsString("event"))
                    .containsOnlyOnce("case.SilenceNoted"));
            assertThat(service.visitor(ola).open(his.substring("/api".length())).text())
                    .contains("Det har vært stille lenger enn avtalt.");

            service.post(
                    ola,
                    his + "/contact/log",
                    Optional.empty(),
                    TalkBodies.contact(UUID.randomUUID(), "CARING", today.toString()));

            await().untilAsserted(() ->
                    assertThat(service.visitor(ola).open("/cases").text()).doesNotContain("Avtal kontakt"));
        }

        @Test
        @Shows(value = "C-22", at = "GET /api/cases/{caseId}/history")
        void is_not_noted_while_a_meeting_may_be_told_of_and_a_meeting_is_contact() {
            var arne = Employed.named("Arne Vik", "arne-" + known.caseId());
            var his = DerivedId.of(arne.employment(), "case/" + today.minusDays(60));
            var held = Map.<String, Object>of(
                    "meetingId",
                    UUID.randomUUID().toString(),
                    "kind",
                    "CONVERSATION",
                    "heldOn",
                    today.minusDays(3).toString());
            service.neighbours().tells(ServiceName.MEETINGS, "MeetingHeld", his, 2, 1, held);
            waits(his);
            away(arne);
            away(bjarne);
            knownAllAlong(caseOf(arne));
            knownAllAlong(caseOf(bjarne));
            toldOfAllMeetings();
            await().until(() -> events(caseOf(bjarne)).contains("case.SilenceNoted"));
            assertThat(events("/api/cases/" + his)).doesNotContain("case.SilenceNoted");

            service.neighbours().tells(ServiceName.MEETINGS, "MeetingHeld", his, 1, 0, held);
            await().untilAsserted(() -> assertThat(service.get(ola, "/api/cases/" + his + "/contact")
                            .body()
                            .at("/rhythm/heardOn")
                            .asString())
                    .isEqualTo(today.minusDays(3).toString()));
            assertThat(events("/api/cases/" + his))
                    .contains("case.MeetingNoted")
                    .doesNotContain("case.SilenceNoted");
        }

        @Test
        void is_not_noted_while_a_meeting_may_be_told_of_under_a_case_that_has_become_part_of_it() {
            var arne = Employed.named("Arne Vik", "arne-" + known.caseId());
            var first = DerivedId.of(arne.employment(), "case/" + today.minusDays(60));
            var second = DerivedId.of(arne.employment(), "case/" + today.minusDays(20));
            var held = Map.<String, Object>of(
                    "meetingId",
                    UUID.randomUUID().toString(),
                    "kind",
                    "CONVERSATION",
                    "heldOn",
                    today.minusDays(3).toString());
            service.neighbours().tells(ServiceName.MEETINGS, "MeetingHeld", second, 2, 1, held);
            waits(second);
            awayTwiceAndInBetween(arne, first);
            away(bjarne);
            knownAllAlong("/api/cases/" + first);
            knownAllAlong(caseOf(bjarne));
            toldOfAllMeetings();
            await().until(() -> events(caseOf(bjarne)).contains("case.SilenceNoted"));

            service.neighbours().tells(ServiceName.MEETINGS, "MeetingHeld", second, 1, 0, held);
            await().untilAsserted(() ->
                    assertThat(heardOn(first)).isEqualTo(today.minusDays(3).toString()));
            assertThat(events("/api/cases/" + first)).doesNotContain("case.SilenceNoted");
        }

        private void waits(UUID key) {
            await().until(() -> service.bean(JdbcClient.class)
                    .sql("select exists (select from parked_messages where key = :key)")
                    .param("key", key)
                    .query(Boolean.class)
                    .single());
        }

        private void awayTwiceAndInBetween(Employed someone, UUID survivor) {
            var absence = UUID.randomUUID();
            service.neighbours().hrTells(someone, Optional.of(known.ola()));
            away(someone, absence, 1, 60, 45);
            away(someone, UUID.randomUUID(), 1, 20, 0);
            await().until(() -> service.get(someone.someone(), "/api/cases").body(), cases -> cases.size() == 2);
            away(someone, absence, 2, 60, 21);
            await().until(() -> caseOf(someone).equals("/api/cases/" + survivor)
                    && service.get(someone.someone(), "/api/cases").body().size() == 1);
        }

        private void away(Employed someone, UUID absence, int revision, int fromDaysAgo, int toDaysAgo) {
            var fields = KarisCase.absence(
                    absence, revision, today.minusDays(fromDaysAgo).toString());
            fields.put("to", today.minusDays(toDaysAgo).toString());
            service.neighbours().hrTells("AbsenceReported", someone.employment(), fields);
        }

        @Test
        @Shows(value = "C-22", at = "oppfolging.case.v1")
        void was_none_when_contact_in_time_is_learned_of_later_and_both_are_told() {
            away(bjarne);
            knownAllAlong(caseOf(bjarne));
            toldOfAllMeetings();
            await().until(() -> events(caseOf(bjarne)).contains("case.SilenceNoted"));

            service.post(
                    ola,
                    caseOf(bjarne) + "/contact/log",
                    Optional.empty(),
                    TalkBodies.contact(
                            UUID.randomUUID(), "CARING", today.minusDays(50).toString()));

            var his = UUID.fromString(caseOf(bjarne).substring("/api/cases/".length()));
            await().untilAsserted(() -> {
                var told = service.neighbours().heard(his);
                told.forEach(message -> new ContractRules().assertFits(message));
                assertThat(told.stream().map(it -> it.path("type").asString()))
                        .containsSubsequence(
                                "no.oppfolging.case.ContactOverdue.v1", "no.oppfolging.case.ContactFoundInTime.v1");
            });
        }

        @Test
        @Shows(value = "C-22", at = "GET /api/cases/{caseId}/contact")
        void goes_on_when_the_meeting_that_ended_it_turns_out_to_have_been_entered_by_mistake() {
            var arne = Employed.named("Arne Vik", "arne-" + known.caseId());
            var his = DerivedId.of(arne.employment(), "case/" + today.minusDays(60));
            var meeting = UUID.randomUUID().toString();
            away(arne);
            knownAllAlong(caseOf(arne));
            metThreeDaysAgo(his, meeting);

            struck(his, meeting);
            await().untilAsserted(() ->
                    assertThat(events("/api/cases/" + his)).contains("case.StruckMeetingNoted", "case.SilenceNoted"));
            assertThat(heardOn(his)).isNotEqualTo(today.minusDays(3).toString());
        }

        @Test
        void goes_on_so_also_where_somebody_took_it_for_one_before_the_list_had_heard_of_the_meeting() {
            var arne = Employed.named("Arne Vik", "arne-" + known.caseId());
            var his = DerivedId.of(arne.employment(), "case/" + today.minusDays(60));
            var meeting = UUID.randomUUID().toString();
            away(arne);
            metThreeDaysAgo(his, meeting);
            toldOfAllMeetings();
            knownAllAlong(caseOf(arne));
            contactCases("since = started_on", his);
            service.bean(WhenSilentTooLongNoteIt.class).sweep();
            assertThat(events("/api/cases/" + his)).doesNotContain("case.SilenceNoted");

            struck(his, meeting);
            await().untilAsserted(() -> assertThat(events("/api/cases/" + his)).contains("case.SilenceNoted"));
        }

        private void metThreeDaysAgo(UUID his, String meeting) {
            var heldOn = today.minusDays(3).toString();
            service.neighbours()
                    .tells(
                            ServiceName.MEETINGS,
                            "MeetingHeld",
                            his,
                            1,
                            0,
                            Map.of("meetingId", meeting, "kind", "CONVERSATION", "heldOn", heldOn));
            await().untilAsserted(() -> assertThat(heardOn(his)).isEqualTo(heldOn));
        }

        private void struck(UUID his, String meeting) {
            service.neighbours().tells(ServiceName.MEETINGS, "MeetingStruck", his, 2, 1, Map.of("meetingId", meeting));
            toldOfAllMeetings();
        }

        private String heardOn(UUID his) {
            return service.get(ola, "/api/cases/" + his + "/contact")
                    .body()
                    .at("/rhythm/heardOn")
                    .asString("");
        }

        /** As if it had been told of on its first day: the log's clock goes one way, and all tests share it. */
        private void knownAllAlong(String his) {
            var caseId = UUID.fromString(his.substring("/api/cases/".length()));
            knownAllAlong.add(caseId);
            contactCases("known_on = started_on, since = started_on", caseId);
        }

        @AfterEach
        void it_was_not() {
            knownAllAlong.forEach(
                    caseId -> contactCases("known_on = date '%1$s', since = date '%1$s'".formatted(today), caseId));
        }

        private void contactCases(String set, UUID caseId) {
            service.bean(ViewVersions.class)
                    .tables(ContactView.NAME)
                    .sql("update view.cases set " + set + " where case_id = :case")
                    .param("case", caseId)
                    .update();
        }

        private void away(Employed someone) {
            service.neighbours().hrTells(someone, Optional.of(known.ola()));
            service.neighbours()
                    .hrTells(
                            "AbsenceReported",
                            someone.employment(),
                            KarisCase.absence(
                                    UUID.randomUUID(), 1, today.minusDays(60).toString()));
            await().until(() -> service.get(someone.someone(), "/api/cases").body(), cases -> cases.size() == 1);
            await().until(() ->
                    service.get(someone.someone(), caseOf(someone) + "/contact").status() == 200);
        }

        private void toldOfAllMeetings() {
            service.neighbours()
                    .haveToldUntil(
                            ServiceName.MEETINGS, service.clock().instant().plus(Duration.ofDays(1)));
        }

        private List<String> events(String his) {
            return service.get(ola, his + "/history").body().path("told").findValuesAsString("event");
        }

        private String caseOf(Employed someone) {
            return "/api/cases/"
                    + service.get(someone.someone(), "/api/cases")
                            .body()
                            .path(0)
                            .path("caseId")
                            .asString();
        }
    }
}
