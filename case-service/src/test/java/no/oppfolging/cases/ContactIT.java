package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContactIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisCase known = KarisCase.opened(service);
    private final Someone kari = known.kari().someone();
    private final Someone ola = known.ola().someone();
    private final Someone hanne =
            new Someone("hanne-" + UUID.randomUUID(), List.of("HR"), List.of(RunningService.ORGANISATION));
    private final String path = "/api/cases/" + known.caseId();
    private final String page = "/cases/" + known.caseId();
    private final LocalDate today = LegalDay.of(service.clock().instant());

    private Answered post(Someone someone, String what, String body) {
        return service.post(someone, path + what, Optional.empty(), body);
    }

    /** As whoever has just looked. */
    private Answered change(Someone someone, String what, String body) {
        return service.post(
                someone, path + what, service.get(someone, path + "/contact").etag(), body);
    }

    private JsonNode contact(Someone someone) {
        return service.get(someone, path + "/contact").body();
    }

    @Nested
    class How_to_keep_contact {
        @Test
        @Shows(
                value = {"C-21", "D-15"},
                at = "POST /api/cases/{caseId}/contact/proposals")
        void is_proposed_by_one_agreed_by_the_other_and_seen_by_both_and_by_hr_only_as_a_rhythm() {
            var proposal = UUID.randomUUID();
            assertThat(post(ola, "/contact/proposals", TalkBodies.proposal(proposal, 14, "SMS"))
                            .status())
                    .isEqualTo(201);
            await().until(() -> contact(kari).path("proposed").has("proposalId"));

            var byHimself = change(ola, "/contact/agreements", TalkBodies.agreement(proposal));
            assertThat(byHimself.status()).isEqualTo(409);
            assertThat(byHimself.body().path("detail").asString())
                    .isEqualTo("Den som foreslo, kan ikke også si ja. Den andre må svare.");
            assertThat(change(kari, "/contact/agreements", TalkBodies.agreement(proposal))
                            .status())
                    .isEqualTo(200);

            await().untilAsserted(() -> {
                for (var someone : List.of(kari, ola)) {
                    assertThat(contact(someone).at("/agreed/everyDays").asInt()).isEqualTo(14);
                    assertThat(contact(someone).at("/agreed/channels/0").asString())
                            .isEqualTo("SMS");
                    assertThat(contact(someone).path("dueOn").asString())
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
            var none = post(kari, "/contact/proposals", TalkBodies.proposal(UUID.randomUUID(), 0, "PHONE"));

            assertThat(none.status()).isEqualTo(409);
            assertThat(none.body().path("detail").asString()).endsWith("Ingen kontakt går ikke an.");
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
            var agreed = leader.send(
                    shown,
                    page + "/contact/agreements",
                    Map.of(
                            "commandId",
                            "2",
                            "version",
                            hidden(shown.text(), "version"),
                            "proposalId",
                            hidden(shown.text(), "proposalId")));
            assertThat(agreed.text()).contains("Da er dere enige om kontakten.", "Minst en gang i uken");
        }
    }

    @Nested
    class A_contact {
        @Test
        @Shows(
                value = {"C-20", "C-23"},
                at = "POST /api/cases/{caseId}/contact/log")
        void is_seen_by_both_and_its_kind_by_nobody_else() {
            post(ola, "/contact/log", TalkBodies.contact(UUID.randomUUID(), "PROBLEM_SOLVING", today.toString()));
            await().until(() -> contact(kari).path("contacts").size() == 1);

            for (var someone : List.of(kari, ola)) {
                var logged = contact(someone).at("/contacts/0");
                assertThat(logged.path("kind").asString()).isEqualTo("PROBLEM_SOLVING");
                assertThat(logged.path("channel").asString()).isEqualTo("PHONE");
                assertThat(logged.path("on").asString()).isEqualTo(today.toString());
            }
            assertThat(service.visitor(kari).open(page + "/contact").text())
                    .contains("Telefon", "Løse et problem", "skrevet ned av lederen");
            var history = service.get(hanne, path + "/history").body().toString();
            assertThat(history).contains("case.ContactLogged").doesNotContain("PROBLEM_SOLVING");
        }

        @Test
        @Shows(value = "C-25", at = "GET /api/cases/{caseId}/history")
        void that_is_about_a_problem_leaves_no_trace_of_it_in_the_log() {
            post(ola, "/contact/log", TalkBodies.contact(UUID.randomUUID(), "PROBLEM_SOLVING", today.toString()));

            for (var someone : List.of(kari, ola, hanne)) {
                assertThat(service.get(someone, path + "/history").body().toString())
                        .contains("case.ContactLogged")
                        .doesNotContain("PROBLEM_SOLVING");
            }
        }

        @Test
        void is_struck_by_whoever_logged_it() {
            var mistake = UUID.randomUUID();
            post(ola, "/contact/log", TalkBodies.contact(mistake, "CARING", today.toString()));
            await().until(() -> contact(ola).path("contacts").size() == 1);

            assertThat(change(kari, "/contact/log/" + mistake + "/strikings", "{}")
                            .status())
                    .isEqualTo(409);
            assertThat(change(ola, "/contact/log/" + mistake + "/strikings", "{}")
                            .status())
                    .isEqualTo(200);

            await().until(() -> contact(kari).at("/contacts/0/struck").asBoolean());
            assertThat(contact(kari).at("/rhythm/heardOn").isMissingNode()
                            || contact(kari).at("/rhythm/heardOn").isNull())
                    .isTrue();
        }

        @Test
        @Shows(value = "C-24", at = "POST /api/cases/{caseId}/contact/doctor-contacts")
        void with_the_doctor_is_a_day_and_nothing_more() {
            post(ola, "/contact/doctor-contacts", "{\"on\": \"%s\"}".formatted(today));

            await().untilAsserted(() ->
                    assertThat(contact(kari).at("/doctorContacts/0").asString()).isEqualTo(today.toString()));
        }

        @Test
        @Shows(value = "C-87", at = "GET /cases/{caseId}/own")
        void of_news_from_work_is_shown_on_the_employees_own_page() {
            post(ola, "/contact/news", TalkBodies.news("Sommerfesten er 12. juni"));

            await().untilAsserted(() -> assertThat(
                            service.visitor(kari).open(page + "/own").text())
                    .contains("Nytt fra jobben", "Sommerfesten er 12. juni"));
        }
    }

    @Nested
    class A_silence_longer_than_agreed {
        private final Employed bjarne = Employed.named("Bjarne Dahl", "bjarne-" + known.caseId());

        /** Away since January: long silent by the employer's own limit of 14 days. */
        @Test
        @Shows(
                value = {"C-22", "D-18"},
                at = "GET /cases")
        void is_told_to_the_leader_with_the_reason_and_a_next_step_and_is_over_with_the_next_contact() {
            service.neighbours().hrTells(bjarne, Optional.of(known.ola()));
            service.neighbours()
                    .hrTells(
                            "AbsenceReported",
                            bjarne.employment(),
                            KarisCase.absence(
                                    UUID.randomUUID(), 1, today.minusDays(60).toString()));
            await().untilAsserted(
                            () -> assertThat(service.visitor(ola).open("/cases").text())
                                    .contains("det skal ikke gå mer enn 14 dager", "Avtal kontakt"));
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

        private String caseOf(Employed someone) {
            return "/api/cases/"
                    + service.get(someone.someone(), "/api/cases")
                            .body()
                            .path(0)
                            .path("caseId")
                            .asString();
        }
    }

    @Nested
    class What_work_is_possible {
        @Test
        @Shows(
                value = {"C-04", "C-09"},
                at = "GET /cases/{caseId}/work/sheet")
        void is_said_by_both_and_put_on_one_sheet_without_what_cannot_be_done() {
            change(kari, "/work/abilities", "{\"can\": \"Telefon og epost\", \"cannot\": \"Løfte kasser\"}");
            await().until(() -> service.get(ola, path + "/work").body().has("can"));
            change(ola, "/work/possibilities", "{\"tasks\": \"Varetelling\", \"adaptations\": \"Kortere dager\"}");

            await().untilAsserted(() -> assertThat(
                            service.visitor(kari).open(page + "/work/sheet").text())
                    .contains("Dette er mulig på jobb", "Varetelling", "Kortere dager", "Telefon og epost")
                    .doesNotContain("Løfte kasser"));
            assertThat(service.get(ola, path + "/work").body().path("cannot").asString())
                    .isEqualTo("Løfte kasser");
            assertThat(service.visitor(kari).open(page + "/own").text()).contains("Telefon og epost", "Løfte kasser");
            assertThat(service.get(hanne, path + "/work").status()).isEqualTo(403);
            assertThat(service.get(hanne, path + "/history").body().toString())
                    .contains("case.WorkAbilityStated")
                    .doesNotContain("Løfte kasser");
        }

        @Test
        @Shows(value = "D-13", at = "POST /cases/{caseId}/work/abilities")
        void is_doubted_once_where_it_tells_of_illness_and_then_taken() {
            var employee = service.visitor(kari);
            var form = employee.open(page + "/work/abilities");
            var version = hidden(form.text(), "version");
            var doubted = employee.send(
                    form,
                    page + "/work/abilities",
                    Map.of("commandId", "1", "version", version, "can", "Lite", "cannot", "Har fått prolaps"));
            assertThat(doubted.text()).contains("Teksten ser ut til å si noe om helse", "Har fått prolaps");

            var taken = employee.send(
                    doubted,
                    page + "/work/abilities",
                    Map.of("commandId", "2", "version", version, "warned", "true", "can", "Lite", "cannot", "prolaps"));
            assertThat(taken.text()).contains("Det du skrev, er lagret.");
        }
    }

    @Nested
    class A_request {
        @Test
        @Shows(value = "D-10", at = "POST /api/cases/{caseId}/requests")
        void waits_in_the_leaders_lists_and_is_answered_by_leader_or_hr() {
            var request = UUID.randomUUID();
            var another = UUID.randomUUID();
            post(kari, "/requests", TalkBodies.request(request, "MEETING"));
            post(kari, "/requests", TalkBodies.request(another, "ANOTHER_MANAGER"));
            await().untilAsserted(
                            () -> assertThat(service.visitor(ola).open("/cases").text())
                                    .contains("En anmodning fra arbeidstakeren skal ha svar senest"));
            assertThat(service.get(kari, path + "/requests").body().findValuesAsString("answerBy"))
                    .containsOnly(today.plusDays(7).toString());

            answer(ola, request, "{\"agreed\": true, \"reason\": \"Vi møtes tirsdag\"}");
            var without = answer(hanne, another, "{\"agreed\": false, \"reason\": \"\"}");
            assertThat(without.body().path("detail").asString()).isEqualTo("Et nei må begrunnes.");
            answer(hanne, another, "{\"agreed\": false, \"reason\": \"Ola følger deg opp\"}");

            for (var someone : List.of(kari, ola, hanne)) {
                await().untilAsserted(() -> assertThat(service.visitor(someone)
                                .open(page + "/requests")
                                .text())
                        .contains("Møte", "Vi møtes tirsdag", "En annen leder for saken", "Ola følger deg opp", "HR"));
            }
            assertThat(service.visitor(ola).open("/cases").text()).doesNotContain("En anmodning fra arbeidstakeren");
        }

        private Answered answer(Someone someone, UUID request, String body) {
            var tag = service.get(someone, path + "/requests").etag();
            return service.post(someone, path + "/requests/" + request + "/answers", tag, body);
        }
    }

    @Nested
    class A_new_leader {
        @Test
        @Shows(value = "D-17", at = "GET /cases/{caseId}/hand-over")
        void is_told_of_dates_and_agreements_once_the_employee_has_read_it_and_the_former_sees_nothing() {
            post(kari, "/requests", TalkBodies.request(UUID.randomUUID(), "MEETING"));
            post(ola, "/contact/news", TalkBodies.news("Ola skrev dette"));
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
            assertThat(employee.open(page + "/own").text()).contains("Overlevering til ny leder");
            var note = employee.open(page + "/hand-over");
            assertThat(note.text()).contains("Siri Moe", "aml § 4-6 (3)", "Møte, svar senest");
            var read = employee.send(
                    note,
                    formAction(note.text(), "/readings"),
                    Map.of("commandId", "1", "version", hidden(note.text(), "version")));
            assertThat(read.text()).contains("Nå ser den nye lederen det også.");

            assertThat(service.visitor(siri).open(page + "/hand-over").text())
                    .contains("aml § 4-6 (3)", "Møte, svar senest", "Lest av arbeidstakeren")
                    .doesNotContain("Ola skrev dette", "Vi bør møtes");
        }

        private static String formAction(String html, String end) {
            var to = html.indexOf(end + "\"") + end.length();
            return html.substring(html.lastIndexOf("action=\"", to) + "action=\"".length(), to);
        }
    }

    @Nested
    class The_topic {
        @Test
        @Shows(value = "D-10", at = "oppfolging.case.v1")
        void tells_that_something_is_asked_for_and_by_when_but_not_what() {
            var request = UUID.randomUUID();
            post(kari, "/requests", TalkBodies.request(request, "ANOTHER_MANAGER"));

            await().untilAsserted(() -> assertThat(service.neighbours().heard(known.caseId()))
                    .filteredOn(message -> message.path("type").asString().contains("EmployeeRequestMade"))
                    .singleElement()
                    .satisfies(message -> {
                        new ContractRules().assertFits(message);
                        assertThat(message.at("/data/requestId").asString()).isEqualTo(request.toString());
                        assertThat(message.toString()).doesNotContain("ANOTHER_MANAGER", "møtes");
                    }));
        }
    }

    @Nested
    class The_employees_own_page {
        @Test
        @Shows(
                value = {"C-04", "C-05"},
                at = "GET /cases/{caseId}/own")
        void tells_what_is_reported_what_happens_next_and_what_is_shared() {
            var own = service.visitor(kari).open(page + "/own").text();

            assertThat(own)
                    .contains("Sykmelding", "100 prosent", "5. mars 2026")
                    .contains("onsdag 1. april 2026", "aml § 4-6 (3)", "aml § 4-6 (4)")
                    .contains("Dette er et felles ansvar", "arbeidsmiljøloven § 2-3");
            assertThat(service.visitor(ola).open(page + "/own").status()).isEqualTo(403);
        }

        @Test
        void speaks_the_language_hr_has_told_of_where_every_word_of_a_page_is_written_in_it() {
            for (var language :
                    Map.of("en", "Your follow-up", "nn", "Oppfølginga di").entrySet()) {
                var reader = KarisCase.opened(service);
                service.neighbours()
                        .hrTells(
                                "EmploymentChanged",
                                reader.kari().employment(),
                                Map.of(
                                        "revision",
                                        2,
                                        "validFrom",
                                        today.toString(),
                                        "person",
                                        speaking(reader.kari(), language.getKey()),
                                        "lineManager",
                                        Map.of("personId", reader.ola().person().toString())));
                var own = "/cases/" + reader.caseId() + "/own";
                await().untilAsserted(
                                () -> assertThat(service.visitor(reader.kari().someone())
                                                .open(own)
                                                .text())
                                        .contains("lang=\"" + language.getKey() + "\"", language.getValue())
                                        .doesNotContain("Dette skjer videre"));
                assertThat(service.visitor(reader.kari().someone())
                                .open("/cases/" + reader.caseId())
                                .text())
                        .contains("lang=\"nb\"", "Frister");
            }
        }

        private Map<String, Object> speaking(Employed someone, String language) {
            return Map.of(
                    "personId",
                    someone.person().toString(),
                    "name",
                    someone.name(),
                    "language",
                    language,
                    "signInId",
                    Map.of("issuer", service.issuer().uri(), "subject", someone.signIn()));
        }
    }

    private static String hidden(String html, String name) {
        var at = html.indexOf("name=\"" + name + "\"");
        var value = html.indexOf("value=\"", at) + "value=\"".length();
        return html.substring(value, html.indexOf('"', value));
    }
}
