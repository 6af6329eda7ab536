package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.AuthorityRules;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class MeetingsIT {
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

            var rows = service.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
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
