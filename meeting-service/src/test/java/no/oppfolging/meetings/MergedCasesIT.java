package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.meetings.read.casemeetings.MeetingsOfCases;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Where meetings belong when cases are merged and split. */
class MergedCasesIT {
    private final RunningService service = RunningMeetings.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final KarisCase known = KarisCase.opened();
    private final UUID caseId = known.caseId;
    private final UUID meetingId = known.meetingId;
    private final String meetings = known.meetings;
    private final String meeting = known.meeting;
    private final ZonedDateTime today = known.today;
    private final Instant nextWeek = known.nextWeek;
    private final Instant anHourLater = known.anHourLater;
    private final Employed kari = known.kari;
    private final Someone asOla = known.asOla;
    private final Someone asKari = known.asKari;

    @Nested
    class Cases_that_become_one {
        @Test
        void show_all_their_meetings_and_summon_in_the_survivor() {
            known.summoned();
            var survivor = UUID.randomUUID();
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.casesMerged(survivor, caseId, 8, 7);

            for (var id : List.of(survivor, caseId)) {
                known.eventually(asKari, "/api/cases/" + id + "/meetings", answer -> {
                    assertThat(answer.body().path("caseId").asString()).isEqualTo(survivor.toString());
                    assertThat(answer.body()
                                    .path("meetings")
                                    .path(0)
                                    .path("caseId")
                                    .asString())
                            .isEqualTo(caseId.toString());
                });
            }
            var answer = service.post(asOla, meetings, Optional.empty(), known.summons(nextWeek, anHourLater));
            assertThat(answer.body().path("type").asString()).endsWith("/problems/case-is-part-of-another");
        }

        @Test
        void stay_over_when_that_is_heard_of_before_they_part_again() {
            var survivor = survivorOfAMergerToldAt(8);
            neighbours.tells(ServiceName.CASES, "CaseReopened", caseId, 9, 1, Map.of());
            neighbours.tells(ServiceName.CASES, "CaseClosed", caseId, 11, 9, Map.of("endedOn", "2026-03-20"));
            Awaitility.await().until(() -> isOver(caseId));

            neighbours.caseSplit(survivor, caseId, "2026-03-02", 10, 8);
            neighbours.tells(ServiceName.CASES, "CaseClosed", survivor, 12, 10, Map.of("endedOn", "2026-02-20"));

            Awaitility.await().until(() -> isOver(survivor));
            assertThat(isOver(caseId)).isTrue();
        }

        @Test
        void stay_one_though_it_is_heard_late_that_they_were_two_for_a_while() {
            var survivor = survivorOfAMergerToldAt(12);
            neighbours.tells(ServiceName.CASES, "CaseReopened", caseId, 9, 1, Map.of());
            neighbours.tells(ServiceName.CASES, "CaseClosed", caseId, 11, 9, Map.of("endedOn", "2026-03-20"));

            known.eventually(
                    asKari,
                    "/api/cases/" + caseId + "/history",
                    answer -> assertThat(answer.body().path("told").findValuesAsString("event"))
                            .contains("meeting.CaseEnded"));
            neighbours.tells(ServiceName.CASES, "CaseClosed", survivor, 13, 12, Map.of("endedOn", "2026-03-20"));
            Awaitility.await().until(() -> isOver(survivor));
            assertThat(service.get(asKari, meetings).body().path("caseId").asString())
                    .isEqualTo(survivor.toString());
        }

        private UUID survivorOfAMergerToldAt(long position) {
            var survivor = UUID.randomUUID();
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.casesMerged(survivor, caseId, position, 7);
            known.eventually(
                    asKari,
                    meetings,
                    answer ->
                            assertThat(answer.body().path("caseId").asString()).isEqualTo(survivor.toString()));
            return survivor;
        }

        private boolean isOver(UUID id) {
            return service.bean(MeetingsOfCases.class)
                    .caseOf(new CaseId(id))
                    .filter(followed -> followed.caseId().value().equals(id) && followed.ended())
                    .isPresent();
        }

        @Test
        void wait_until_all_of_them_have_been_heard_of() {
            var late = UUID.randomUUID();
            neighbours.casesMerged(caseId, late, 2, 1);
            neighbours.caseOpened(late, kari, 11);

            known.eventually(
                    asOla,
                    "/api/cases/" + late + "/meetings",
                    answer ->
                            assertThat(answer.body().path("caseId").asString()).isEqualTo(caseId.toString()));
        }
    }

    @Nested
    class Cases_that_were_one {
        private final UUID survivor = UUID.randomUUID();

        @BeforeEach
        void and_turn_out_to_be_two() {
            var inOneCase = known.summoned();
            assertThat(service.post(asOla, meeting + "/cancellations", inOneCase, "{\"reason\": \"\"}")
                            .status())
                    .isEqualTo(200);
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.casesMerged(survivor, caseId, 8, 7);
            known.eventually(
                    asOla,
                    meetings,
                    answer ->
                            assertThat(answer.body().path("caseId").asString()).isEqualTo(survivor.toString()));
            var inTheSurvivor = known.summons(nextWeek, anHourLater).replace(meetingId.toString(), later.toString());
            assertThat(service.post(asOla, of(survivor), Optional.empty(), inTheSurvivor)
                            .status())
                    .isEqualTo(201);
            neighbours.tells(ServiceName.CASES, "CaseReopened", caseId, 9, 1, Map.of());
            neighbours.caseSplit(survivor, caseId, today.toLocalDate().toString(), 10, 8);
        }

        private final UUID later = UUID.randomUUID();

        @Test
        void each_have_the_meetings_of_their_own_days() {
            known.eventually(asKari, meetings, answer -> {
                assertThat(answer.body().path("caseId").asString()).isEqualTo(caseId.toString());
                assertThat(answer.body().path("meetings").findValuesAsString("meetingId"))
                        .containsExactlyInAnyOrder(meetingId.toString(), later.toString());
                assertThat(answer.body().path("meetings").findValuesAsString("place"))
                        .containsOnly("Møterom Fjorden");
            });
            known.eventually(asKari, of(survivor), answer -> {
                assertThat(answer.body().path("caseId").asString()).isEqualTo(survivor.toString());
                assertThat(answer.body().path("meetings")).isEmpty();
            });
        }

        @Test
        void change_a_meeting_where_it_belongs_and_say_so_elsewhere() {
            known.eventually(
                    asOla,
                    meetings,
                    answer -> assertThat(answer.body().path("meetings")).hasSize(2));
            var cancellation = "/" + later + "/cancellations";
            var gone = service.post(
                    asOla,
                    of(survivor) + cancellation,
                    service.get(asOla, of(survivor)).etag(),
                    "{\"reason\": \"\"}");
            assertThat(gone.body().path("type").asString()).endsWith("/problems/meeting-belongs-to-another-case");
            var here = service.post(
                    asOla, meetings + cancellation, service.get(asOla, meetings).etag(), "{\"reason\": \"\"}");
            assertThat(here.status()).as(here.body().toString()).isEqualTo(200);
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(neighbours.heard(caseId).getLast().path("data"))
                                    .hasToString("{\"caseId\":\"" + caseId + "\",\"meetingId\":\"" + later
                                            + "\",\"kind\":\"DM1\"}"));
        }

        @Test
        void give_an_invitations_words_by_either_id() {
            for (var id : List.of(survivor, caseId)) {
                Awaitility.await().untilAsserted(() -> {
                    var words = service.getAsProgram("/api/meetings/" + later + "/invitation-words?caseId=" + id);
                    assertThat(words.body().path("caseId").asString()).isEqualTo(caseId.toString());
                    assertThat(words.body().path("place").asString()).isEqualTo("Møterom Fjorden");
                });
            }
        }

        private String of(UUID id) {
            return "/api/cases/" + id + "/meetings";
        }
    }
}
