package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.oppfolging.cases.domain.Asker;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingAskedFor;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the employee asks leader and HR for. */
class RequestsIT {
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
    class A_request {
        @Test
        @Shows(value = "D-10", at = "POST /api/cases/{caseId}/requests")
        void waits_in_the_leaders_lists_and_is_answered_by_leader_or_hr() {
            var request = UUID.randomUUID();
            var another = UUID.randomUUID();
            talk.post(kari, "/requests", TalkBodies.request(request, "MEETING"));
            talk.post(kari, "/requests", TalkBodies.request(another, "ANOTHER_MANAGER"));
            await().untilAsserted(
                            () -> assertThat(service.visitor(ola).open("/cases").text())
                                    .contains("En anmodning fra arbeidstakeren skal ha svar senest"));
            assertThat(service.get(kari, path + "/requests").body().findValuesAsString("answerBy"))
                    .containsOnly(today.plusDays(7).toString());

            assertThat(service.visitor(hanne).open("/cases/all").text())
                    .contains("fra ansatte venter på svar", "href=\"" + page + "/requests\"", "Svar senest");

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
            assertThat(service.visitor(hanne).open("/cases/all").text()).doesNotContain(page + "/requests");
        }

        @Test
        void for_a_meeting_asks_for_the_dialogue_meeting_that_the_law_leaves_open() {
            talk.post(kari, "/requests", TalkBodies.request(UUID.randomUUID(), "PLAN"));
            talk.post(kari, "/requests", TalkBodies.request(UUID.randomUUID(), "MEETING"));

            await().untilAsserted(() -> assertThat(asked()).hasSize(1));
            assertThat(asked())
                    .containsExactly(new DialogueMeetingAskedFor(
                            new EmploymentId(known.kari().employment()),
                            new CaseId(known.caseId()),
                            Asker.EMPLOYEE,
                            today));
        }

        private List<DomainEvent> asked() {
            return service.bean(EventLog.class).ofStream(known.kari().employment()).stream()
                    .map(RecordedEvent::event)
                    .filter(DialogueMeetingAskedFor.class::isInstance)
                    .toList();
        }

        /** By the version that is shown, once what was done before is shown. */
        private Answered answer(Someone someone, UUID request, String body) {
            return await().until(
                            () -> service.post(
                                    someone,
                                    path + "/requests/" + request + "/answers",
                                    service.get(someone, path + "/requests").etag(),
                                    body),
                            answered -> answered.status() != 412);
        }
    }

    @Nested
    class The_topic {
        @Test
        @Shows(value = "D-10", at = "oppfolging.case.v1")
        void tells_that_something_is_asked_for_and_by_when_but_not_what() {
            var request = UUID.randomUUID();
            talk.post(kari, "/requests", TalkBodies.request(request, "ANOTHER_MANAGER"));

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
}
