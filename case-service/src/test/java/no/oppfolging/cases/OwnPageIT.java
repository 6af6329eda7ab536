package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the employee sees first. */
class OwnPageIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisTalk talk = KarisTalk.inANewCase();
    private final Someone kari = talk.kari;
    private final Someone ola = talk.ola;
    private final String page = talk.page;
    private final LocalDate today = talk.today;

    @Nested
    class The_employees_own_page {
        @Test
        @Shows(
                value = {"C-04", "C-05"},
                at = "GET /cases/{caseId}/own")
        void tells_what_is_reported_what_happens_next_and_what_is_shared() {
            assertThat(service.visitor(kari).open("/cases").text())
                    .contains("Din oppfølging", "Du og lederen blir ferdige med oppfølgingsplanen, senest onsdag")
                    .doesNotContain("Snart frist", "Åpen</span>");
            var own = service.visitor(kari).open(page + "/own").text();

            assertThat(own)
                    .contains("Sykmelding", "100 prosent", "5. mars 2026")
                    .contains("onsdag 1. april 2026", "aml § 4-6 (3)", "aml § 4-6 (4)")
                    .contains("Arbeidsgiveren sender planen til sykmelder", "Nav holder dialogmøte 2")
                    .contains("Er du tilbake før en av dem, faller den bort.", "Til noe annet er avtalt.")
                    .contains(
                            "Arbeidsrelatert aktivitet så langt det lar seg gjøre",
                            "onsdag 29. april 2026",
                            "ftrl § 8-8")
                    .contains("Dette er et felles ansvar", "arbeidsmiljøloven § 2-3");
            assertThat(service.visitor(ola).open(page + "/own").status()).isEqualTo(403);
        }

        @Test
        void tells_that_a_plan_has_been_laid_before_the_two() {
            var waiting = "En plan er lagt fram for dere to. Den er ferdig når begge har signert.";
            assertThat(service.visitor(kari).open(page + "/own").text()).doesNotContain(waiting);

            service.neighbours()
                    .tells(
                            ServiceName.PLANS,
                            "PlanPresented",
                            talk.known.caseId(),
                            1,
                            0,
                            Map.of("planId", UUID.randomUUID().toString(), "version", 1));

            await().untilAsserted(() ->
                    assertThat(service.visitor(kari).open(page + "/own").text()).contains(waiting));
        }

        @Test
        void asks_for_no_meeting_the_law_does_not_want_of_somebody_partly_at_work() {
            var graded = KarisCase.opened(service);
            var about = "/cases/" + graded.caseId();
            var employee = service.visitor(graded.kari().someone());
            assertThat(employee.open(about + "/own").text()).contains("aml § 4-6 (4)");

            graded.isGraded(service, 50);

            await().untilAsserted(() -> assertThat(employee.open(about + "/own").text())
                    .contains("50 prosent", "aml § 4-6 (3)")
                    .doesNotContain("aml § 4-6 (4)"));
            assertThat(service.visitor(graded.ola().someone()).open(about).text())
                    .contains("aml § 4-6 (4)", "Etter det som er meldt, blir det ikke krevd den dagen.");
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
                                        .contains(language.getKey().equals("en") ? "5 March 2026" : "5. mars 2026")
                                        .doesNotContain("Dette skjer videre"));
                assertThat(service.visitor(reader.kari().someone())
                                .open("/cases")
                                .text())
                        .contains("lang=\"" + language.getKey() + "\"")
                        .contains(
                                language.getKey().equals("en")
                                        ? "Your follow-up since 5 March 2026"
                                        : "Oppfølginga di frå 5. mars 2026");
                assertThat(service.visitor(reader.kari().someone())
                                .open("/cases/" + reader.caseId())
                                .text())
                        .contains("lang=\"nb\"", "Frister");
            }
        }

        @Test
        void tells_also_what_is_reported_right_after_the_last_day_away() {
            var journeys = KarisCase.absence(UUID.randomUUID(), 1, "2026-07-01");
            journeys.put("kind", "TRAVEL_SUBSIDY");
            journeys.remove("grade");
            journeys.put("to", "2026-07-20");
            service.neighbours().hrTells("AbsenceReported", talk.known.kari().employment(), journeys);

            await().untilAsserted(() -> assertThat(
                            service.visitor(kari).open(page + "/own").text())
                    .contains("Reisetilskudd", "1. juli 2026 – 20. juli 2026"));
        }

        @Test
        @Shows(value = "D-17", at = "GET /cases/{caseId}/own")
        void says_to_whom_it_matters_that_nobody_leads_and_what_to_do() {
            var alone = Employed.alone("Aud", UUID.randomUUID());
            service.neighbours().hrTells(alone, Optional.empty());
            service.neighbours()
                    .hrTells(
                            "AbsenceReported",
                            alone.employment(),
                            KarisCase.absence(UUID.randomUUID(), 1, "2026-03-05"));
            var caseId = await().until(
                            () -> service.get(alone.someone(), "/api/cases")
                                    .body()
                                    .path(0)
                                    .path("caseId")
                                    .asString(""),
                            found -> !found.isEmpty());

            assertThat(service.visitor(alone.someone())
                            .open("/cases/" + caseId + "/own")
                            .text())
                    .contains("Ingen nærmeste leder er meldt inn for deg. Si fra til HR");
            assertThat(service.visitor(talk.hanne).open("/cases/" + caseId).text())
                    .contains("Ingen er meldt inn", "HR må melde inn en.");
            assertThat(service.visitor(ola).open(page).text()).doesNotContain("Ingen er meldt inn");
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
}
