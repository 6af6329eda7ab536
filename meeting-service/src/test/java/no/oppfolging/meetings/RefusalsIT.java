package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.testing.Answered;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** To what and to whom the service says no. */
class RefusalsIT {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningService service = RunningMeetings.SERVICE;
    private final KarisCase known = KarisCase.opened();
    private final String meetings = known.meetings;
    private final String meeting = known.meeting;
    private final ZonedDateTime today = known.today;
    private final Instant nextWeek = known.nextWeek;
    private final Instant anHourLater = known.anHourLater;
    private final Employed ola = known.ola;
    private final Employed siri = known.siri;
    private final Someone asOla = known.asOla;
    private final Someone asKari = known.asKari;
    private final Someone asHr = known.asHr;

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
            assertThat(known.summon(asKari).status()).isEqualTo(403);
            assertThat(known.summon(asHr).status()).isEqualTo(403);
            assertThat(known.summon(siri.someone()).status()).isEqualTo(404);
        }

        @Test
        void waives_notice_for_the_employee() {
            var etag = known.summoned();
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
                    known.summons(today.minusDays(7).toInstant(), anHourLater));
            assertThat(answer.body().path("type").asString()).endsWith("/problems/meeting-time-has-passed");
            assertThat(answer.body().path("detail").asString()).isEqualTo("Velg et tidspunkt som ikke har vært.");
        }

        @Test
        void is_changed_without_having_been_seen() {
            known.summoned();
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
            var body = JSON.readTree(known.summons(nextWeek, anHourLater));
            var at = pointer.lastIndexOf('/');
            ((ObjectNode) body.at(pointer.substring(0, at))).put(pointer.substring(at + 1), value);
            assertThat(faultsOf(post(body.toString()))).contains(pointer);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/meetingId", "/appointment", "/appointment/startsAt", "/participants"})
        void is_told_what_is_missing(String pointer) {
            var body = JSON.readTree(known.summons(nextWeek, anHourLater));
            var at = pointer.lastIndexOf('/');
            ((ObjectNode) body.at(pointer.substring(0, at))).remove(pointer.substring(at + 1));
            assertThat(faultsOf(post(body.toString()))).contains(pointer);
        }

        @Test
        void is_told_when_it_is_too_long() {
            var body = JSON.readTree(known.summons(nextWeek, anHourLater));
            ((ObjectNode) body.at("/appointment")).put("place", "x".repeat(501));
            assertThat(faultsOf(post(body.toString()))).containsExactly("/appointment/place");
            ((ObjectNode) body.at("/appointment")).put("place", "x".repeat(1_100_000));
            assertThat(post(body.toString()).status()).isEqualTo(413);
        }

        @ParameterizedTest
        @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "+292278994-01-01T00:00:00Z"})
        void is_refused_at_the_end_of_time(String far) {
            var answer = post(known.summons(nextWeek, anHourLater).replace(nextWeek.toString(), far));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(409);
            assertThat(problemOf(answer)).isEqualTo("meeting-is-too-far-ahead");
        }

        @Test
        void is_refused_when_somebody_is_named_whom_nobody_knows() {
            var stranger = UUID.randomUUID();
            var answer = post(
                    known.summons(nextWeek, anHourLater).replace(ola.person().toString(), stranger.toString()));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(problemOf(answer)).isEqualTo("participant-is-not-known");
            assertThat(answer.body().path("detail").asString())
                    .isEqualTo(
                            "En av deltakerne er ikke ansatt i virksomheten. Er det noen utenfra, oppgi bare rollen.");
        }

        @Test
        void says_nothing_to_those_who_may_not_know_of_the_case() {
            var stranger = known.summons(nextWeek, anHourLater)
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
            known.summoned();
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
}
