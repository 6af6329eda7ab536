package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.meetings.read.casemeetings.CaseMeetingsView;
import no.oppfolging.meetings.read.casemeetings.MeetingsOfCases;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.AuthorityRules;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class MeetingsIT {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningService service = RunningMeetings.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final UUID caseId = UUID.randomUUID();
    private final UUID meetingId = UUID.randomUUID();
    private final String meetings = "/api/cases/" + caseId + "/meetings";
    private final String meeting = meetings + "/" + meetingId;
    /** Ten in the morning by Norwegian clocks, today; other tests may have moved the clock. */
    private final ZonedDateTime today =
            LegalDay.of(service.clock().instant()).atTime(10, 0).atZone(LegalDay.NORWAY);

    private final Instant nextWeek = today.plusDays(8).toInstant();
    private final Instant anHourLater = nextWeek.plus(Duration.ofHours(1));
    private final Employed ola = Employed.named("Ola Bråthen", "ola-" + caseId);
    private final Employed kari = Employed.named("Kari Nordmann", "kari-" + caseId);
    private final Employed siri = Employed.named("Siri Moe", "siri-" + caseId);
    private final Someone asOla = ola.someone();
    private final Someone asKari = kari.someone();
    private final Someone asHr = new Someone("hr", List.of("HR"), List.of(RunningService.ORGANISATION));

    @BeforeEach
    void kari_is_led_by_ola_and_has_a_case() {
        neighbours.hrTells(ola, Optional.empty());
        neighbours.hrTells(siri, Optional.empty());
        neighbours.hrTells(kari, Optional.of(ola));
        neighbours.caseOpened(caseId, kari, 1);
        eventually(asOla, meetings, answer -> assertThat(answer.status()).isEqualTo(200));
    }

    @Test
    void every_endpoint_stands_in_the_table_of_authority() {
        AuthorityRules.mustHold(
                service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                service.bean(Authority.class));
    }

    @Nested
    class A_meeting_the_leader_summons_to {
        @Test
        @Shows(value = "C-26", at = "GET /api/cases/{caseId}/meetings")
        void is_shown_to_both_of_them_with_names_and_place() {
            summoned();

            for (var someone : List.of(asOla, asKari)) {
                eventually(someone, meetings, answer -> {
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
            summoned();

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
            summoned();

            eventually(asHr, meetings, answer -> {
                var shown = answer.body().path("meetings").path(0);
                assertThat(shown.path("startsAt").asString()).isEqualTo(nextWeek.toString());
                assertThat(shown.has("place")).isFalse();
                assertThat(shown.has("participants")).isFalse();
            });
        }

        @Test
        void is_moved_cancelled_and_told_of() {
            var etag = summoned();
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

            eventually(asOla, meetings, answer -> {
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
            summoned();
            eventually(
                    asOla,
                    meetings,
                    answer -> assertThat(answer.body().path("meetings")).hasSize(1));

            var rows = service.bean(JdbcClient.class)
                    .sql("""
                            select place from case_meetings_v2.meetings where case_id = :case
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
            summoned();
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
    }

    @Nested
    class The_history_of_a_case {
        private final String history = "/api/cases/" + caseId + "/history";

        @Test
        void tells_both_of_them_what_happened_and_who_did_it_but_nobodys_words() {
            summoned();

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
            summoned();

            var last = service.get(asHr, history).body().path("told").path(1);
            assertThat(last.path("by").asString()).isEmpty();
            assertThat(last.path("details").path("appointment").propertyNames())
                    .containsExactlyInAnyOrder("startsAt", "endsAt");
            assertThat(last.path("details").has("participants")).isFalse();
        }

        @Test
        void tells_nothing_of_what_was_not_known_then_and_nothing_at_all_to_others() {
            summoned();

            assertThat(service.get(asOla, history + "?knownAt=2026-03-01T00:00:00Z")
                            .body()
                            .path("told"))
                    .isEmpty();
            assertThat(service.get(siri.someone(), history).status()).isEqualTo(404);
        }

        @Test
        void goes_on_in_the_case_it_became_part_of() {
            summoned();
            var survivor = UUID.randomUUID();
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.tells(
                    ServiceName.CASES,
                    "CasesMerged",
                    survivor,
                    8,
                    7,
                    Map.of("survivor", survivor.toString(), "absorbed", List.of(caseId.toString())));

            for (var id : List.of(survivor, caseId)) {
                eventually(
                        asKari,
                        "/api/cases/" + id + "/history",
                        answer -> assertThat(answer.body().path("told").findValuesAsString("event"))
                                .contains("meeting.MeetingSummoned", "meeting.CaseAbsorbed"));
            }
        }
    }

    @Nested
    class Nobody_else {
        @Test
        void learns_that_there_is_a_case() {
            assertThat(service.get(siri.someone(), meetings).status()).isEqualTo(404);
            assertThat(service.get(Someone.named("stranger"), meetings).status())
                    .isEqualTo(404);
        }

        @Test
        void summons() {
            assertThat(summon(asKari).status()).isEqualTo(403);
            assertThat(summon(asHr).status()).isEqualTo(403);
            assertThat(summon(siri.someone()).status()).isEqualTo(404);
        }

        @Test
        void waives_notice_for_the_employee() {
            var etag = summoned();
            assertThat(service.post(asOla, meeting + "/notice-waivers", etag, "")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Nested
    class What_cannot_be {
        @Test
        void is_refused_by_its_rule() {
            var answer = service.post(
                    asOla,
                    meetings,
                    Optional.empty(),
                    summons(today.minusDays(7).toInstant(), anHourLater));
            assertThat(answer.body().path("type").asString()).endsWith("/problems/meeting-time-has-passed");
            assertThat(answer.body().path("detail").asString()).isEqualTo("Velg et tidspunkt som ikke har vært.");
        }

        @Test
        void is_changed_without_having_been_seen() {
            summoned();
            assertThat(service.post(asOla, meeting + "/cancellations", Optional.empty(), "{\"reason\": \"\"}")
                            .status())
                    .isEqualTo(428);
            assertThat(service.post(asOla, meeting + "/cancellations", Optional.of("\"1\""), "{\"reason\": \"\"}")
                            .status())
                    .isEqualTo(412);
        }
    }

    @Nested
    class What_is_sent_wrongly {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "/appointment/startsAt     | ~17. mars kl. 10~",
                    "/appointment/startsAt     | 2026-02-30T10:00:00Z",
                    "/appointment/startsAt     | 2026-03-17T10:00:00",
                    "/appointment/endsAt       | ~~",
                    "/appointment/place        | ~   ~",
                    "/appointment/form         | ON_THE_MOON",
                    "/meetingId                | ~not an id~",
                    "/participants/0/role      | BOSS",
                    "/participants/1/person    | Ola",
                })
        void is_told_where_it_is_wrong(String pointer, String value) {
            var body = JSON.readTree(summons(nextWeek, anHourLater));
            var at = pointer.lastIndexOf('/');
            ((ObjectNode) body.at(pointer.substring(0, at))).put(pointer.substring(at + 1), value);
            assertThat(faultsOf(post(body.toString()))).contains(pointer);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/meetingId", "/appointment", "/appointment/startsAt", "/participants"})
        void is_told_what_is_missing(String pointer) {
            var body = JSON.readTree(summons(nextWeek, anHourLater));
            var at = pointer.lastIndexOf('/');
            ((ObjectNode) body.at(pointer.substring(0, at))).remove(pointer.substring(at + 1));
            assertThat(faultsOf(post(body.toString()))).contains(pointer);
        }

        @Test
        void is_told_when_it_is_too_long() {
            var body = JSON.readTree(summons(nextWeek, anHourLater));
            ((ObjectNode) body.at("/appointment")).put("place", "x".repeat(501));
            assertThat(faultsOf(post(body.toString()))).containsExactly("/appointment/place");
            ((ObjectNode) body.at("/appointment")).put("place", "x".repeat(1_100_000));
            assertThat(post(body.toString()).status()).isEqualTo(413);
        }

        @ParameterizedTest
        @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "+292278994-01-01T00:00:00Z"})
        void is_refused_at_the_end_of_time(String far) {
            var answer = post(summons(nextWeek, anHourLater).replace(nextWeek.toString(), far));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(409);
            assertThat(problemOf(answer)).isEqualTo("meeting-is-too-far-ahead");
        }

        @Test
        void is_refused_when_somebody_is_named_whom_nobody_knows() {
            var stranger = UUID.randomUUID();
            var answer =
                    post(summons(nextWeek, anHourLater).replace(ola.person().toString(), stranger.toString()));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(problemOf(answer)).isEqualTo("participant-is-not-known");
            assertThat(answer.body().path("detail").asString())
                    .isEqualTo(
                            "En av deltakerne er ikke ansatt i virksomheten. Er det noen utenfra, oppgi bare rollen.");
        }

        @Test
        void says_nothing_to_those_who_may_not_know_of_the_case() {
            var stranger = summons(nextWeek, anHourLater)
                    .replace(ola.person().toString(), UUID.randomUUID().toString());
            assertThat(service.post(siri.someone(), meetings, Optional.empty(), stranger)
                            .status())
                    .isEqualTo(404);
            var hrElsewhere = new Someone("hr elsewhere", List.of("HR"), List.of("974760673"));
            assertThat(service.get(hrElsewhere, meetings).status()).isEqualTo(404);
            assertThat(service.post(hrElsewhere, meetings, Optional.empty(), stranger)
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void names_neither_a_case_nor_a_meeting() {
            assertThat(service.get(asOla, "/api/cases/not-an-id/meetings").status())
                    .isEqualTo(404);
            var answer = service.post(asOla, meeting + "/nothing", Optional.empty(), "{}");
            assertThat(answer.status()).isEqualTo(404);
            var unknown = service.post(asOla, meeting + "/cancellations", etag(), "{\"reason\": \"\"}");
            assertThat(problemOf(unknown)).isEqualTo("meeting-is-not-summoned");
        }

        @ParameterizedTest
        @CsvSource({"7, 400", "W/7, 400", "*, 400", "'\"7', 400", "'\"-1\"', 400", "'\"999\"', 412"})
        void names_a_version_that_is_none(String tag, int status) {
            summoned();
            var answer = service.post(asOla, meeting + "/cancellations", Optional.of(tag), "{\"reason\": \"Reise\"}");
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        }

        private Optional<String> etag() {
            return service.get(asOla, meetings).etag();
        }

        private Answered post(String body) {
            return service.post(asOla, meetings, Optional.empty(), body);
        }

        private List<String> faultsOf(Answered answer) {
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
            return answer.body().path("errors").findValuesAsString("pointer");
        }

        private String problemOf(Answered answer) {
            return answer.body().path("type").asString().replace("/problems/", "");
        }
    }

    @Nested
    class Somebody_from_outside {
        @Test
        void is_summoned_by_role_alone() {
            var body = JSON.readTree(summons(nextWeek, anHourLater));
            ((ArrayNode) body.at("/participants")).addObject().put("role", "DOCTOR");
            assertThat(service.post(asOla, meetings, Optional.empty(), body.toString())
                            .status())
                    .isEqualTo(201);
            eventually(asKari, meetings, answer -> {
                var doctor = answer.body().at("/meetings/0/participants/2");
                assertThat(doctor.path("role").asString()).isEqualTo("DOCTOR");
                assertThat(doctor.has("person")).isFalse();
                assertThat(doctor.has("name")).isFalse();
            });
        }
    }

    @Nested
    class Cases_that_were_one {
        private final UUID survivor = UUID.randomUUID();

        @BeforeEach
        void and_turn_out_to_be_two() {
            var inOneCase = summoned();
            assertThat(service.post(asOla, meeting + "/cancellations", inOneCase, "{\"reason\": \"\"}")
                            .status())
                    .isEqualTo(200);
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.tells(
                    ServiceName.CASES,
                    "CasesMerged",
                    survivor,
                    8,
                    7,
                    Map.of("survivor", survivor.toString(), "absorbed", List.of(caseId.toString())));
            eventually(
                    asOla,
                    meetings,
                    answer ->
                            assertThat(answer.body().path("caseId").asString()).isEqualTo(survivor.toString()));
            var inTheSurvivor = summons(nextWeek, anHourLater).replace(meetingId.toString(), later.toString());
            assertThat(service.post(asOla, of(survivor), Optional.empty(), inTheSurvivor)
                            .status())
                    .isEqualTo(201);
            neighbours.tells(ServiceName.CASES, "CaseReopened", caseId, 9, 1, Map.of());
            neighbours.tells(
                    ServiceName.CASES,
                    "CaseSplit",
                    survivor,
                    10,
                    8,
                    Map.of(
                            "kept",
                            survivor.toString(),
                            "created",
                            caseId.toString(),
                            "startedOn",
                            today.toLocalDate().toString()));
        }

        private final UUID later = UUID.randomUUID();

        @Test
        void each_have_the_meetings_of_their_own_days() {
            eventually(asKari, meetings, answer -> {
                assertThat(answer.body().path("caseId").asString()).isEqualTo(caseId.toString());
                assertThat(answer.body().path("meetings").findValuesAsString("meetingId"))
                        .containsExactlyInAnyOrder(meetingId.toString(), later.toString());
                assertThat(answer.body().path("meetings").findValuesAsString("place"))
                        .containsOnly("Møterom Fjorden");
            });
            eventually(asKari, of(survivor), answer -> {
                assertThat(answer.body().path("caseId").asString()).isEqualTo(survivor.toString());
                assertThat(answer.body().path("meetings")).isEmpty();
            });
        }

        @Test
        void change_a_meeting_where_it_belongs_and_say_so_elsewhere() {
            eventually(
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

    @Nested
    class A_view_that_is_thrown_away {
        @Test
        void grows_again_from_the_log_as_it_was() {
            var moved = today.plusDays(3).toInstant();
            var etag = service.post(asOla, meeting + "/moves", summoned(), """
                            {"appointment": {"startsAt": "%s", "endsAt": "%s", "place": "Kantina", "form": "OFF_SITE"}}
                            """.formatted(
                                    moved, moved.plus(Duration.ofHours(1))))
                    .etag();
            eventually(asOla, meetings, answer -> assertThat(answer.etag()).isEqualTo(etag));
            var queries = service.bean(MeetingsOfCases.class);
            var grown = queries.meetingsOf(new CaseId(caseId));
            var jdbc = service.bean(JdbcClient.class);
            for (var table : List.of("participants", "meetings", "cases")) {
                jdbc.sql("delete from case_meetings_v2." + table + " where case_id = :case")
                        .param("case", caseId)
                        .update();
            }
            assertThat(queries.meetingsOf(new CaseId(caseId))).isEmpty();

            service.bean(CaseMeetingsView.class)
                    .receive(service.bean(EventLog.class).ofStream(caseId));

            assertThat(queries.meetingsOf(new CaseId(caseId))).isEqualTo(grown).hasSize(1);
        }
    }

    @Nested
    class Cases_that_become_one {
        @Test
        void show_all_their_meetings_and_summon_in_the_survivor() {
            summoned();
            var survivor = UUID.randomUUID();
            neighbours.caseOpened(survivor, kari, 7);
            neighbours.tells(
                    ServiceName.CASES,
                    "CasesMerged",
                    survivor,
                    8,
                    7,
                    Map.of("survivor", survivor.toString(), "absorbed", List.of(caseId.toString())));

            for (var id : List.of(survivor, caseId)) {
                eventually(asKari, "/api/cases/" + id + "/meetings", answer -> {
                    assertThat(answer.body().path("caseId").asString()).isEqualTo(survivor.toString());
                    assertThat(answer.body()
                                    .path("meetings")
                                    .path(0)
                                    .path("caseId")
                                    .asString())
                            .isEqualTo(caseId.toString());
                });
            }
            var answer = service.post(asOla, meetings, Optional.empty(), summons(nextWeek, anHourLater));
            assertThat(answer.body().path("type").asString()).endsWith("/problems/case-is-part-of-another");
        }

        @Test
        void wait_until_all_of_them_have_been_heard_of() {
            var late = UUID.randomUUID();
            neighbours.tells(
                    ServiceName.CASES,
                    "CasesMerged",
                    caseId,
                    2,
                    1,
                    Map.of("survivor", caseId.toString(), "absorbed", List.of(late.toString())));
            neighbours.caseOpened(late, kari, 11);

            eventually(
                    asOla,
                    "/api/cases/" + late + "/meetings",
                    answer ->
                            assertThat(answer.body().path("caseId").asString()).isEqualTo(caseId.toString()));
        }
    }

    private Optional<String> summoned() {
        var answer = summon(asOla);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.etag();
    }

    private Answered summon(Someone someone) {
        return service.post(someone, meetings, Optional.empty(), summons(nextWeek, anHourLater));
    }

    private String summons(Instant from, Instant to) {
        return """
                {"meetingId": "%s",
                 "appointment": {"startsAt": "%s", "endsAt": "%s", "place": "Møterom Fjorden", "form": "IN_PERSON"},
                 "participants": [{"role": "EMPLOYEE", "person": "%s"}, {"role": "MANAGER", "person": "%s"}]}
                """.formatted(meetingId, from, to, kari.person(), ola.person());
    }

    private void eventually(Someone someone, String path, ThrowingConsumer<Answered> holds) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> holds.accept(service.get(someone, path)));
    }
}
