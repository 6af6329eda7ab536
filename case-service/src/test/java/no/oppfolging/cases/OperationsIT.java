package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.MeterRules;
import no.oppfolging.platform.testing.Neighbours;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Servers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OperationsIT {
    private final RunningService service = RunningCases.SERVICE;
    private final Neighbours neighbours = service.neighbours();
    private final UUID absence = UUID.randomUUID();
    private final Employed kari = Employed.named("Kari Nordmann", "kari-" + absence);

    @Nested
    class The_meters {
        @Test
        void tell_of_appends_followers_news_and_deadlines_without_naming_anybody() {
            neighbours.hrTells(
                    "AbsenceReported", kari.employment(), Map.of("absenceId", absence.toString(), "grade", 101));
            neighbours.hrTells("AbsenceReported", UUID.randomUUID(), away());
            neighbours.hrTells(kari, Optional.empty());
            neighbours.hrTells("AbsenceReported", kari.employment(), away());

            await().untilAsserted(() -> {
                var exposed = service.text("/actuator/prometheus");
                for (var expected : List.of(
                        "oppfolging_log_appends_seconds_count [1-9]",
                        "oppfolging_log_appends_seconds_sum ",
                        "oppfolging_log_behind\\{follower=\"publisher\"} ",
                        "oppfolging_log_behind\\{follower=\"message_desk\"} ",
                        "oppfolging_log_behind\\{follower=\"overview_v[0-9]+\"} 0",
                        "oppfolging_inbox_lag ",
                        "oppfolging_watermarks_age_seconds\\{producer=\"meeting\"} ",
                        "oppfolging_watermarks_age_seconds\\{producer=\"plan\"} ",
                        "oppfolging_messages_refused_total\\{reason=\"schema-maximum\"} [1-9]",
                        "oppfolging_messages_parked\\{reason=\"employment-not-known-yet\"} [1-9]",
                        "oppfolging_deadlines_outcomes\\{kind=\"PLAN\",outcome=\"OPEN\"} [1-9]",
                        "oppfolging_deadlines_outcomes\\{kind=\"DM1\",outcome=\"MISSED\"} ")) {
                    assertThat(exposed).containsPattern("(?m)^" + expected);
                }
                MeterRules.mustHold(exposed);
            });
        }

        private Map<String, Object> away() {
            return Map.of(
                    "absenceId", UUID.randomUUID().toString(), "revision", 1, "from", "2026-03-05", "to", "2026-06-30");
        }
    }

    @Nested
    class Readiness {
        @Test
        void says_that_nothing_of_its_own_is_missing_and_whom_it_has_not_heard_from() {
            await().untilAsserted(() -> {
                var ready = JsonMapper.shared().readTree(service.text("/actuator/health/readiness"));
                assertThat(ready.path("status").asString()).isEqualTo("UP");
                for (var part : List.of("database", "broker", "news", "followers", "producers")) {
                    assertThat(ready.at("/components/" + part + "/status").asString())
                            .as(part)
                            .isEqualTo("UP");
                }
                for (var sentence : ready.at("/components/producers/details/missing")) {
                    assertThat(sentence.asString()).startsWith("Nothing has been heard from ");
                }
            });
        }
    }

    @Nested
    class A_trace {
        @Test
        void leads_from_the_message_of_hr_to_the_news_of_the_case() {
            neighbours.hrTells(kari, Optional.empty());
            var trace = UUID.randomUUID();
            var told = neighbours.message(
                    "no.oppfolging.hr.AbsenceReported.v1",
                    kari.employment(),
                    Map.of(
                            "absenceId",
                            absence.toString(),
                            "employmentId",
                            kari.employment().toString(),
                            "from",
                            "2026-03-05",
                            "to",
                            "2026-06-30"));
            told.put("traceparent", "00-" + hex(trace) + "-00f067aa0ba902b7-01");

            neighbours.put(
                    Servers.hr(),
                    "oppfolging.hr.v1",
                    kari.employment().toString(),
                    JsonMapper.shared().writeValueAsBytes(told));

            await().untilAsserted(() -> {
                var news = neighbours.heard(caseId());
                assertThat(news).hasSize(3);
                assertThat(news)
                        .allSatisfy(message -> assertThat(
                                        message.path("traceparent").asString())
                                .startsWith("00-" + hex(trace) + "-"));
            });
        }

        private UUID caseId() {
            var cases = service.get(kari.someone(), "/api/cases").body();
            assertThat(cases).hasSize(1);
            return UUID.fromString(cases.path(0).path("caseId").asString());
        }

        private static String hex(UUID trace) {
            return trace.toString().replace("-", "");
        }
    }
}
