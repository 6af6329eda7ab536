package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.meetings.read.casemeetings.CaseMeetingsView;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the two, HR and auditors see of the meetings of a case. */
class MeetingsIT {
    private static final JsonMapper JSON = JsonMapper.shared();

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
    private final Someone asHr = known.asHr;
    private final Someone asAuditor = new Someone("auditor", List.of("AUDITOR"), List.of(RunningService.ORGANISATION));

    @Nested
    class A_meeting_the_leader_summons_to {
        @Test
        @Shows(value = "C-26", at = "GET /api/cases/{caseId}/meetings")
        void is_shown_to_both_of_them_with_names_and_place() {
            known.summoned();

            for (var someone : List.of(asOla, asKari)) {
                known.eventually(someone, meetings, answer -> {
                    var shown = answer.body().path("meetings").path(0);
                    assertThat(shown.path("status").asString()).isEqualTo("SUMMONED");
                    assertThat(shown.path("startsAt").asString()).isEqualTo(nextWeek.toString());
                    assertThat(shown.path("place").asString()).isEqualTo("Møterom Fjorden");
                    assertThat(shown.path("shortNotice").asBoolean()).isFalse();
                    assertThat(shown.path("participants").findValuesAsString("name"))
                            .containsExactlyInAnyOrder("Kari Nordmann", "Ola Bråthen");
                });
            }
        }

        @Test
        void is_told_without_saying_where_or_who() {
            known.summoned();

            Awaitility.await().untilAsserted(() -> {
                var told = neighbours.heard(caseId);
                assertThat(told).hasSize(1);
                new ContractRules().assertFits(told.getFirst());
                assertThat(told.getFirst().path("type").asString())
                        .isEqualTo("no.oppfolging.meeting.MeetingSummoned.v1");
                assertThat(told.getFirst().toString())
                        .doesNotContain("Fjorden")
                        .doesNotContain(kari.person().toString());
            });
        }

        @Test
        void shows_hr_when_but_not_where() {
            known.summoned();

            known.eventually(asHr, meetings, answer -> {
                var shown = answer.body().path("meetings").path(0);
                assertThat(shown.path("startsAt").asString()).isEqualTo(nextWeek.toString());
                assertThat(shown.has("place")).isFalse();
                assertThat(shown.has("participants")).isFalse();
            });
        }

        @Test
        void shows_an_auditor_who_is_summoned_but_not_where() {
            known.summoned();

            known.eventually(asAuditor, meetings, answer -> {
                var shown = answer.body().path("meetings").path(0);
                assertThat(shown.path("participants").findValuesAsString("role"))
                        .containsExactlyInAnyOrder("EMPLOYEE", "MANAGER");
                assertThat(shown.has("place")).isFalse();
            });
            assertThat(service.get(asAuditor, meetings).body().toString())
                    .as("what is seen before a purpose is stated")
                    .doesNotContain("Nordmann", "Bråthen");
        }

        @Test
        void loses_of_its_place_what_nobody_can_see() {
            var summons = known.summons(nextWeek, anHourLater).replace("Møterom", "Møterom\\u0007\\u000b");
            assertThat(service.post(asOla, meetings, Optional.empty(), summons).status())
                    .isEqualTo(201);

            known.eventually(
                    asOla,
                    meetings,
                    answer -> assertThat(answer.body()
                                    .path("meetings")
                                    .path(0)
                                    .path("place")
                                    .asString())
                            .isEqualTo("Møterom Fjorden"));
        }

        @Test
        void is_moved_cancelled_and_told_of() {
            var etag = known.summoned();
            var inThreeDays = today.plusDays(3).toInstant();
            var moved = service.post(
                    asOla, meeting + "/moves", etag, """
                    {"appointment": {"startsAt": "%s", "endsAt": "%s", "place": "Kantina", "form": "OFF_SITE"}}
                    """.formatted(inThreeDays, inThreeDays.plus(Duration.ofHours(1))));
            assertThat(moved.status()).isEqualTo(200);
            var waived = service.post(asKari, meeting + "/notice-waivers", moved.etag(), "");
            assertThat(waived.status()).isEqualTo(200);
            var cancelled =
                    service.post(asOla, meeting + "/cancellations", waived.etag(), "{\"reason\": \"Nytt møte siden\"}");
            assertThat(cancelled.status()).isEqualTo(200);

            known.eventually(asOla, meetings, answer -> {
                var shown = answer.body().path("meetings").path(0);
                assertThat(shown.path("status").asString()).isEqualTo("CANCELLED");
                assertThat(shown.path("place").asString()).isEqualTo("Kantina");
                assertThat(shown.path("noticeWaived").asBoolean()).isTrue();
                assertThat(shown.path("reason").asString()).isEqualTo("Nytt møte siden");
                assertThat(answer.etag()).isEqualTo(cancelled.etag());
            });
            Awaitility.await()
                    .untilAsserted(() -> assertThat(neighbours.heard(caseId))
                            .extracting(told -> told.path("type").asString())
                            .containsExactly(
                                    "no.oppfolging.meeting.MeetingSummoned.v1",
                                    "no.oppfolging.meeting.MeetingMoved.v1",
                                    "no.oppfolging.meeting.MeetingCancelled.v1"));
        }

        @Test
        void lies_in_clear_nowhere_in_the_database() {
            known.summoned();
            known.eventually(
                    asOla,
                    meetings,
                    answer -> assertThat(answer.body().path("meetings")).hasSize(1));

            var rows = service.bean(ViewVersions.class)
                    .tables(CaseMeetingsView.NAME)
                    .sql("""
                            select place from view.meetings where case_id = :case
                            union all
                            select payload::text from event_log where stream = :case
                            """)
                    .param("case", caseId)
                    .query(String.class)
                    .list();
            assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row).doesNotContain("Fjorden"));
        }

        @Test
        void gives_its_words_to_a_program_that_writes_the_invitation() {
            known.summoned();
            var words = "/api/meetings/" + meetingId + "/invitation-words?caseId=" + caseId;

            Awaitility.await().untilAsserted(() -> {
                var answer = service.getAsProgram(words);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body().path("title").asString()).isEqualTo("Møte");
                assertThat(answer.body().path("place").asString()).isEqualTo("Møterom Fjorden");
                assertThat(answer.body().path("endsAt").asString()).isEqualTo(anHourLater.toString());
            });
            assertThat(service.get(asOla, words).status()).isEqualTo(403);
        }

        @Test
        void gives_no_words_to_any_other_program() {
            known.summoned();
            var words = "/api/meetings/" + meetingId + "/invitation-words?caseId=" + caseId;
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(service.getAsProgram(words).status()).isEqualTo(200));

            var payroll = service.issuer().programToken("payroll", "meeting-service", RunningService.ORGANISATION);
            var answer = service.getWithToken(payroll, words);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body().toString()).doesNotContain("Fjorden");
        }

        @Test
        void gives_no_words_while_something_newer_has_happened_than_they_tell() {
            known.summoned();
            var words = "/api/meetings/" + meetingId + "/invitation-words?caseId=" + caseId;
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(service.getAsProgram(words).status()).isEqualTo(200));

            theViewHasHeardOf("version - 1");
            var answer = service.getAsProgram(words);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body().path("type").asString()).endsWith("/problems/unavailable");

            theViewHasHeardOf("version + 1");
            assertThat(service.getAsProgram(words).status()).isEqualTo(200);
        }

        private void theViewHasHeardOf(String version) {
            service.bean(ViewVersions.class)
                    .tables(CaseMeetingsView.NAME)
                    .sql("update view.cases set version = " + version + " where case_id = :case")
                    .param("case", caseId)
                    .update();
        }
    }

    @Nested
    class Somebody_from_outside {
        @Test
        void is_summoned_by_role_alone() {
            var body = JSON.readTree(known.summons(nextWeek, anHourLater));
            ((ArrayNode) body.at("/participants")).addObject().put("role", "DOCTOR");
            assertThat(service.post(asOla, meetings, Optional.empty(), body.toString())
                            .status())
                    .isEqualTo(201);
            known.eventually(asKari, meetings, answer -> {
                var doctor = answer.body().at("/meetings/0/participants/2");
                assertThat(doctor.path("role").asString()).isEqualTo("DOCTOR");
                assertThat(doctor.has("person")).isFalse();
                assertThat(doctor.has("name")).isFalse();
            });
        }
    }

    @Nested
    class A_conversation {
        @Test
        @Shows(value = "C-01", at = "GET /api/cases/{caseId}/meetings")
        void stands_beside_the_dialogue_meeting_with_a_kind_of_its_own() {
            known.summoned();
            var other = UUID.randomUUID();
            var body = (ObjectNode) JSON.readTree(
                    known.summons(nextWeek.plus(Duration.ofDays(1)), anHourLater.plus(Duration.ofDays(1))));
            body.put("meetingId", other.toString()).put("kind", "CONVERSATION");
            assertThat(service.post(asOla, meetings, Optional.empty(), body.toString())
                            .status())
                    .isEqualTo(201);

            for (var someone : List.of(asOla, asKari, asHr)) {
                known.eventually(
                        someone,
                        meetings,
                        answer -> assertThat(answer.body().path("meetings"))
                                .extracting(one -> one.path("kind").asString() + " "
                                        + one.path("status").asString())
                                .containsExactly("CONVERSATION SUMMONED", "DM1 SUMMONED"));
            }
            Awaitility.await()
                    .untilAsserted(() -> assertThat(neighbours.heard(caseId))
                            .allSatisfy(told -> new ContractRules().assertFits(told))
                            .extracting(told -> told.at("/data/kind").asString())
                            .containsExactly("DM1", "CONVERSATION"));
        }

        @Test
        void of_a_kind_nobody_knows_is_refused() {
            var body = (ObjectNode) JSON.readTree(known.summons(nextWeek, anHourLater));
            body.put("kind", "CHAT");
            assertThat(service.post(asOla, meetings, Optional.empty(), body.toString())
                            .status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class A_conversation_held_without_a_summons {
        private final String heldOn =
                LegalDay.of(service.clock().instant()).minusDays(3).toString();

        @Test
        @Shows(
                value = {"C-01", "C-02", "C-10"},
                at = "POST /api/cases/{caseId}/meetings/conversations")
        void is_listed_with_what_it_was_for_and_told_of_as_held() {
            entered();

            for (var someone : List.of(asOla, asKari)) {
                known.eventually(someone, meetings, answer -> {
                    var one = answer.body().path("meetings").path(0);
                    assertThat(one.path("status").asString()).isEqualTo("HELD");
                    assertThat(one.path("heldOn").asString()).isEqualTo(heldOn);
                    assertThat(one.path("occasion").asString()).isEqualTo("AT_RISK");
                    assertThat(one.path("purposes").toString())
                            .isEqualTo("[\"MUTUAL_EXPECTATIONS\",\"FEEDBACK_BOTH_WAYS\"]");
                    assertThat(one.has("startsAt")).isFalse();
                });
            }
            for (var onlooker : List.of(asHr, asAuditor)) {
                assertThat(service.get(onlooker, meetings).body().toString())
                        .contains(heldOn)
                        .doesNotContain("AT_RISK", "FEEDBACK", "OFF_SITE", "participants");
            }
            var history = meetings.replace("/meetings", "/history");
            assertThat(service.get(asHr, history).body().toString())
                    .contains("meeting.ConversationEntered")
                    .doesNotContain("AT_RISK", "FEEDBACK");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(neighbours.heard(caseId))
                            .allSatisfy(told -> new ContractRules().assertFits(told))
                            .extracting(told -> told.path("type").asString() + " "
                                    + told.at("/data/heldOn").asString())
                            .containsExactly("no.oppfolging.meeting.MeetingHeld.v1 " + heldOn));
        }

        @Test
        void lies_in_clear_nowhere_in_the_database() {
            entered();
            known.eventually(
                    asKari,
                    meetings,
                    answer -> assertThat(answer.body().path("meetings")).hasSize(1));

            var rows = service.bean(ViewVersions.class)
                    .tables(CaseMeetingsView.NAME)
                    .sql("""
                            select meetings::text from view.meetings where case_id = :case
                            union all
                            select payload::text from event_log where stream = :case
                            """)
                    .param("case", caseId)
                    .query(String.class)
                    .list();
            assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row).doesNotContain("AT_RISK", "FEEDBACK"));
        }

        @Test
        @Shows(value = "C-01", at = "POST /api/cases/{caseId}/meetings/{meetingId}/strikings")
        void is_struck_when_it_was_entered_by_mistake() {
            var etag = entered();
            var struck = service.post(asOla, meetings + "/" + meetingId + "/strikings", etag, "{}");
            assertThat(struck.status()).as(struck.body().toString()).isEqualTo(200);

            known.eventually(
                    asKari,
                    meetings,
                    answer -> assertThat(answer.body().path("meetings")).isEmpty());
            var history = meetings.replace("/meetings", "/history");
            assertThat(service.get(asKari, history).body().toString())
                    .contains("meeting.ConversationEntered", "meeting.ConversationStruck");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(neighbours.heard(caseId))
                            .allSatisfy(told -> new ContractRules().assertFits(told))
                            .extracting(told -> told.path("type").asString())
                            .containsExactly(
                                    "no.oppfolging.meeting.MeetingHeld.v1", "no.oppfolging.meeting.MeetingStruck.v1"));
        }

        private Optional<String> entered() {
            var answer = service.post(asOla, meetings + "/conversations", Optional.empty(), """
                    {"meetingId": "%s", "heldOn": "%s", "form": "OFF_SITE", "occasion": "AT_RISK",
                     "purposes": ["FEEDBACK_BOTH_WAYS", "MUTUAL_EXPECTATIONS"],
                     "attended": [{"role": "EMPLOYEE", "person": "%s"}, {"role": "MANAGER", "person": "%s"}]}
                    """.formatted(
                            meetingId, heldOn, known.kari.person(), known.ola.person()));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
            return answer.etag();
        }
    }
}
