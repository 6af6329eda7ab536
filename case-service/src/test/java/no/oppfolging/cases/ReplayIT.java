package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.oppfolging.cases.domain.EmploymentFollowUp;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent;
import no.oppfolging.cases.domain.contact.CaseContact;
import no.oppfolging.cases.domain.contact.CaseContactEvent;
import no.oppfolging.cases.law.LawFiles;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.Followers;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.ReplayRules;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ReplayIT {
    private final RunningService service = RunningCases.SERVICE;

    /** Two cases that become one, and a deadline met. */
    @BeforeEach
    void much_has_happened() {
        var known = KarisCase.opened(service);
        var neighbours = service.neighbours();
        neighbours.hrTells(
                "AbsenceReported",
                known.kari().employment(),
                Map.of(
                        "absenceId",
                        UUID.randomUUID().toString(),
                        "revision",
                        1,
                        "kind",
                        "SICK_NOTE",
                        "grade",
                        50,
                        "from",
                        "2026-02-23",
                        "to",
                        "2026-03-04"));
        neighbours.tells(
                ServiceName.MEETINGS,
                "MeetingHeld",
                known.caseId(),
                1,
                0,
                Map.of("meetingId", UUID.randomUUID().toString(), "kind", "DM1", "heldOn", "2026-03-09"));
        talked(known);
        service.post(
                known.kari().someone(),
                "/api/employments/" + known.kari().employment() + "/follow-ups",
                Optional.empty(),
                "{\"occasion\": \"HAS_BEEN_ON_SICK_LEAVE\"}");
        var hr = new Someone("hanne-" + known.caseId(), List.of("HR"), List.of(RunningService.ORGANISATION));
        await().until(
                        () -> service.visitor(hr).open("/cases/dashboard").text(),
                        figures -> figures.contains("1. kvartal 2024"));
        await().until(() -> service.bean(CaseOverviews.class)
                .of(new CaseId(known.caseId()))
                .filter(overview -> overview.startedOn().toString().equals("2026-02-23"))
                .filter(overview -> overview.deadlines().stream()
                        .anyMatch(deadline -> deadline.factOn().isPresent()))
                .isPresent());
    }

    /** Something of everything the two may say. */
    private void talked(KarisCase known) {
        var path = "/api/cases/" + known.caseId();
        var kari = known.kari().someone();
        var ola = known.ola().someone();
        var mistake = UUID.randomUUID();
        service.post(kari, path + "/contact/proposals", Optional.empty(), TalkBodies.proposal(mistake, 7, "PHONE"));
        service.post(ola, path + "/contact/log", Optional.empty(), TalkBodies.contact(mistake, "CARING", "2026-03-06"));
        service.post(ola, path + "/contact/news", Optional.empty(), TalkBodies.news("Ny kollega"));
        service.post(ola, path + "/contact/doctor-contacts", Optional.empty(), "{\"on\": \"2026-03-06\"}");
        service.post(kari, path + "/requests", Optional.empty(), TalkBodies.request(mistake, "PLAN"));
        await().until(() -> service.get(kari, path + "/requests").body().size() == 1);
        var seen = service.get(ola, path + "/contact").etag();
        service.post(ola, path + "/contact/agreements", seen, TalkBodies.agreement(mistake));
    }

    @Test
    void every_contact_in_the_log_leads_to_the_same_however_it_is_folded() {
        ReplayRules.everyStreamLeadsToTheSame(service, CaseContactEvent.class, CaseContact.none(), CaseContact::evolve);
    }

    @Test
    void every_follow_up_in_the_log_leads_to_the_same_however_it_is_folded() {
        ReplayRules.everyStreamLeadsToTheSame(
                service,
                EmploymentFollowUpEvent.class,
                EmploymentFollowUp.unknown(LawFiles.read()),
                EmploymentFollowUp::evolve);
    }

    @TestFactory
    Stream<DynamicTest> every_view_built_anew_is_the_one_that_grew() {
        return ReplayRules.viewsBuiltAnewAreTheSame(
                service,
                Set.of(
                        "occasion_sealed",
                        "kind_sealed",
                        "text_sealed",
                        "can_sealed",
                        "cannot_sealed",
                        "tasks_sealed",
                        "adaptations_sealed",
                        "reason_sealed",
                        "answer_sealed"));
    }

    @Nested
    class A_view_built_from_nothing_while_the_service_runs {
        private static final String OVERVIEW = "/api/cases/views/overview";
        private final Someone operator =
                new Someone("operator", List.of(Role.OPERATOR.name()), List.of(RunningService.ORGANISATION));

        @Test
        void holds_what_the_one_beside_it_holds_and_what_happened_meanwhile() throws SQLException {
            var before = read();
            Map<String, List<String>> grown;
            KarisCase meanwhile;
            try (var _ = untilSomebodyElseHasFinished()) {
                assertThat(step("beginnings").status()).isEqualTo(200);
                assertThat(step("beginnings").status()).as("begun twice").isEqualTo(409);
                meanwhile = KarisCase.opened(service);
                grown = quietRows(before);
                assertThat(read()).as("read while another is built").isEqualTo(before);
                assertThat(step("pauses").body().path("state").asString()).isEqualTo("PAUSED");
            }
            assertThat(step("continuations").status()).isEqualTo(200);
            var built = await().until(
                            this::progress, it -> it.path("state").asString().equals("DONE"));

            assertThat(built.path("done").asLong()).isPositive();
            var now = read();
            assertThat(now)
                    .isNotEqualTo(before)
                    .isEqualTo(built.path("building").asString());
            assertThat(rows(now)).isEqualTo(grown);

            var after = KarisCase.opened(service);
            assertThat(rows(now).get("cases"))
                    .anyMatch(row -> row.contains(meanwhile.caseId().toString()))
                    .anyMatch(row -> row.contains(after.caseId().toString()));
            assertThat(rows(before).get("cases"))
                    .as("the one that rests")
                    .noneMatch(row -> row.contains(after.caseId().toString()));
        }

        @Test
        void is_given_up_without_a_trace_in_what_is_read() throws SQLException {
            var before = read();
            try (var _ = untilSomebodyElseHasFinished()) {
                step("beginnings");
                assertThat(step("cancellations").body().path("state").asString())
                        .isEqualTo("CANCELLED");
            }
            assertThat(step("continuations").status()).isEqualTo(409);
            assertThat(read()).isEqualTo(before);
        }

        @Test
        void is_begun_and_looked_after_on_a_page_by_the_operator_alone() {
            var atTheBrowser = service.visitor(operator);
            var page = atTheBrowser.open("/cases/views");
            assertThat(page.text()).contains("Visninger", "overview", "Bygg på nytt");
            var before = read();

            var begun = atTheBrowser.send(page, "/cases/views/overview/beginnings", Map.of());

            assertThat(begun.status()).isEqualTo(200);
            assertThat(begun.text()).contains("Byggingen er begynt.");
            await().until(() -> !read().equals(before));
            assertThat(service.get(Someone.named("nobody"), OVERVIEW).status()).isEqualTo(403);
        }

        /** As if another instance were at it. */
        private Held untilSomebodyElseHasFinished() throws SQLException {
            var connection = service.bean(DataSource.class).getConnection();
            connection.createStatement().execute("select pg_advisory_lock(hashtext('building overview'))");
            return () -> {
                connection.createStatement().execute("select pg_advisory_unlock_all()");
                connection.close();
            };
        }

        private interface Held extends AutoCloseable {
            @Override
            void close() throws SQLException;
        }

        private Answered step(String step) {
            return service.post(operator, OVERVIEW + "/" + step, Optional.empty(), "{}");
        }

        private JsonNode progress() {
            return service.get(operator, OVERVIEW).body();
        }

        private String read() {
            return progress().path("read").asString();
        }

        /** The rows of a version that has seen everything. */
        private Map<String, List<String>> quietRows(String version) {
            await().until(() -> service.bean(Followers.class).positionOf(version)
                    >= service.bean(EventLog.class).head());
            return rows(version);
        }

        private Map<String, List<String>> rows(String version) {
            var jdbc = service.bean(JdbcClient.class);
            return Map.of(
                    "cases", rows(jdbc, version + ".cases"),
                    "deadlines", rows(jdbc, version + ".deadlines"));
        }

        private List<String> rows(JdbcClient jdbc, String table) {
            return jdbc.sql("select to_jsonb(it)::text from " + table + " it order by 1")
                    .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                    .list();
        }
    }
}
