package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the history of a case tells of its meetings, and to whom. */
class CaseHistoryIT {
    private final RunningService service = RunningMeetings.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final KarisCase known = KarisCase.opened();
    private final UUID caseId = known.caseId;
    private final Employed ola = known.ola;
    private final Employed kari = known.kari;
    private final Employed siri = known.siri;
    private final Someone asOla = known.asOla;
    private final Someone asKari = known.asKari;
    private final Someone asHr = known.asHr;

    @Nested
    class The_history_of_a_case {
        private final String history = "/api/cases/" + caseId + "/history";

        @Test
        void tells_both_of_them_what_happened_and_who_did_it_but_nobodys_words() {
            known.summoned();

            for (var someone : List.of(asOla, asKari)) {
                var answer = service.get(someone, history);
                assertThat(answer.body().path("told").findValuesAsString("event"))
                        .containsExactly("meeting.CaseFollowed", "meeting.MeetingSummoned");
                var last = answer.body().path("told").path(1);
                assertThat(last.path("by").asString()).isEqualTo(ola.person().toString());
                assertThat(last.path("details").path("participants")).hasSize(2);
                assertThat(last.toString()).doesNotContain("Fjorden");
            }
        }

        @Test
        void tells_hr_when_but_not_who() {
            known.summoned();

            var last = service.get(asHr, history).body().path("told").path(1);
            assertThat(last.path("by").asString()).isEmpty();
            assertThat(last.path("details").path("appointment").propertyNames())
                    .containsExactlyInAnyOrder("startsAt", "endsAt");
            assertThat(last.path("details").has("participants")).isFalse();
        }

        @Test
        void tells_nothing_of_what_was_not_known_then_and_nothing_at_all_to_others() {
            known.summoned();

            assertThat(service.get(asOla, history + "?knownAt=2026-03-01T00:00:00Z")
                            .body()
                            .path("told"))
                    .isEmpty();
            assertThat(service.get(siri.someone(), history).status()).isEqualTo(404);
        }

        @Test
        void goes_on_in_the_case_it_became_part_of() {
            known.summoned();
            var survivor = UUID.randomUUID();
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.casesMerged(survivor, caseId, 8, 7);

            for (var id : List.of(survivor, caseId)) {
                known.eventually(
                        asKari,
                        "/api/cases/" + id + "/history",
                        answer -> assertThat(answer.body().path("told").findValuesAsString("event"))
                                .contains("meeting.MeetingSummoned", "meeting.CaseAbsorbed"));
            }
        }
    }
}
