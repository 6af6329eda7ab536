package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.automation.WhenSilentTooLongNoteIt;
import no.oppfolging.cases.read.contact.ContactView;
import no.oppfolging.cases.read.contact.Silences;
import no.oppfolging.platform.eventlog.ViewVersions;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.testing.ContractRules;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A silence between leader and employee that is longer than they agreed on, or than the employer puts up with. */
class SilenceIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisTalk talk = KarisTalk.inANewCase();
    private final KarisCase known = talk.known;
    private final Someone ola = talk.ola;
    private final LocalDate today = talk.today;
    private final Employed bjarne = Employed.named("Bjarne Dahl", "bjarne-" + known.caseId());

    private final List<UUID> knownAllAlong = new ArrayList<>();

    @Test
    @Shows(value = "C-22", at = "GET /cases/{caseId}/contact")
    void is_not_reckoned_from_before_the_case_was_known_here() {
        away(bjarne);
        toldOfAllMeetings();
        var his = caseOf(bjarne);
        assertThat(service.get(ola, his + "/contact").body().path("dueOn").asString())
                .isEqualTo(today.plusDays(14).toString());
        assertThat(service.visitor(ola)
                        .open(his.substring("/api".length()) + "/contact")
                        .text())
                .contains("Da ble saken kjent her, etter at fraværet begynte.")
                .doesNotContain("Det har vært stille for lenge.");
        assertThat(service.bean(Silences.class).before(today.plusDays(1), 10_000))
                .noneMatch(silence -> his.endsWith(silence.caseId().toString()));
    }

    /** Away since January: long silent by the employer's own limit of 14 days. */
    @Test
    @Shows(
            value = {"C-22", "D-18"},
            at = "GET /cases")
    void is_told_to_the_leader_with_the_reason_and_a_next_step_and_is_over_with_the_next_contact() {
        away(bjarne);
        knownAllAlong(caseOf(bjarne));
        toldOfAllMeetings();
        await().untilAsserted(
                        () -> assertThat(service.visitor(ola).open("/cases").text())
                                .contains("skal det ikke gå mer enn 14 dager", "Avtal kontakt"));
        var his = caseOf(bjarne);
        await().untilAsserted(() -> assertThat(
                        service.get(ola, his + "/history").body().path("told").findValuesAsString("event"))
                .containsOnlyOnce("case.SilenceNoted"));
        assertThat(service.visitor(ola).open(his.substring("/api".length())).text())
                .contains("Det har vært stille for lenge.");

        service.post(
                ola,
                his + "/contact/log",
                Optional.empty(),
                TalkBodies.contact(UUID.randomUUID(), "CARING", today.toString()));

        await().untilAsserted(() ->
                assertThat(service.visitor(ola).open("/cases").text()).doesNotContain("Avtal kontakt"));
    }

    @Test
    @Shows(value = "C-22", at = "GET /api/cases/{caseId}/history")
    void is_not_noted_while_a_meeting_may_be_told_of_and_a_meeting_is_contact() {
        var arne = Employed.named("Arne Vik", "arne-" + known.caseId());
        var his = DerivedId.of(arne.employment(), "case/" + today.minusDays(60));
        var held = Map.<String, Object>of(
                "meetingId",
                UUID.randomUUID().toString(),
                "kind",
                "CONVERSATION",
                "heldOn",
                today.minusDays(3).toString());
        service.neighbours().tells(ServiceName.MEETINGS, "MeetingHeld", his, 2, 1, held);
        waits(his);
        away(arne);
        away(bjarne);
        knownAllAlong(caseOf(arne));
        knownAllAlong(caseOf(bjarne));
        toldOfAllMeetings();
        await().until(() -> events(caseOf(bjarne)).contains("case.SilenceNoted"));
        assertThat(events("/api/cases/" + his)).doesNotContain("case.SilenceNoted");

        service.neighbours().tells(ServiceName.MEETINGS, "MeetingHeld", his, 1, 0, held);
        await().untilAsserted(() -> assertThat(service.get(ola, "/api/cases/" + his + "/contact")
                        .body()
                        .at("/rhythm/heardOn")
                        .asString())
                .isEqualTo(today.minusDays(3).toString()));
        assertThat(events("/api/cases/" + his)).contains("case.MeetingNoted").doesNotContain("case.SilenceNoted");
    }

    @Test
    void is_not_noted_while_a_meeting_may_be_told_of_under_a_case_that_has_become_part_of_it() {
        var arne = Employed.named("Arne Vik", "arne-" + known.caseId());
        var first = DerivedId.of(arne.employment(), "case/" + today.minusDays(60));
        var second = DerivedId.of(arne.employment(), "case/" + today.minusDays(20));
        var held = Map.<String, Object>of(
                "meetingId",
                UUID.randomUUID().toString(),
                "kind",
                "CONVERSATION",
                "heldOn",
                today.minusDays(3).toString());
        service.neighbours().tells(ServiceName.MEETINGS, "MeetingHeld", second, 2, 1, held);
        waits(second);
        awayTwiceAndInBetween(arne, first);
        away(bjarne);
        knownAllAlong("/api/cases/" + first);
        knownAllAlong(caseOf(bjarne));
        toldOfAllMeetings();
        await().until(() -> events(caseOf(bjarne)).contains("case.SilenceNoted"));

        service.neighbours().tells(ServiceName.MEETINGS, "MeetingHeld", second, 1, 0, held);
        await().untilAsserted(() ->
                assertThat(heardOn(first)).isEqualTo(today.minusDays(3).toString()));
        assertThat(events("/api/cases/" + first)).doesNotContain("case.SilenceNoted");
    }

    private void waits(UUID key) {
        await().until(() -> service.bean(JdbcClient.class)
                .sql("select exists (select from parked_messages where key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single());
    }

    private void awayTwiceAndInBetween(Employed someone, UUID survivor) {
        var absence = UUID.randomUUID();
        service.neighbours().hrTells(someone, Optional.of(known.ola()));
        away(someone, absence, 1, 60, 45);
        away(someone, UUID.randomUUID(), 1, 20, 0);
        await().until(() -> service.get(someone.someone(), "/api/cases").body(), cases -> cases.size() == 2);
        away(someone, absence, 2, 60, 21);
        await().until(() -> caseOf(someone).equals("/api/cases/" + survivor)
                && service.get(someone.someone(), "/api/cases").body().size() == 1);
    }

    private void away(Employed someone, UUID absence, int revision, int fromDaysAgo, int toDaysAgo) {
        var fields = KarisCase.absence(
                absence, revision, today.minusDays(fromDaysAgo).toString());
        fields.put("to", today.minusDays(toDaysAgo).toString());
        service.neighbours().hrTells("AbsenceReported", someone.employment(), fields);
    }

    @Test
    @Shows(value = "C-22", at = "oppfolging.case.v1")
    void was_none_when_contact_in_time_is_learned_of_later_and_both_are_told() {
        away(bjarne);
        knownAllAlong(caseOf(bjarne));
        toldOfAllMeetings();
        await().until(() -> events(caseOf(bjarne)).contains("case.SilenceNoted"));

        service.post(
                ola,
                caseOf(bjarne) + "/contact/log",
                Optional.empty(),
                TalkBodies.contact(
                        UUID.randomUUID(), "CARING", today.minusDays(50).toString()));

        var his = UUID.fromString(caseOf(bjarne).substring("/api/cases/".length()));
        await().untilAsserted(() -> {
            var told = service.neighbours().heard(his);
            told.forEach(message -> new ContractRules().assertFits(message));
            assertThat(told.stream().map(it -> it.path("type").asString()))
                    .containsSubsequence(
                            "no.oppfolging.case.ContactOverdue.v1", "no.oppfolging.case.ContactFoundInTime.v1");
        });
    }

    @Test
    @Shows(value = "C-22", at = "GET /api/cases/{caseId}/contact")
    void goes_on_when_the_meeting_that_ended_it_turns_out_to_have_been_entered_by_mistake() {
        var arne = Employed.named("Arne Vik", "arne-" + known.caseId());
        var his = DerivedId.of(arne.employment(), "case/" + today.minusDays(60));
        var meeting = UUID.randomUUID().toString();
        away(arne);
        knownAllAlong(caseOf(arne));
        metThreeDaysAgo(his, meeting);

        struck(his, meeting);
        await().untilAsserted(() ->
                assertThat(events("/api/cases/" + his)).contains("case.StruckMeetingNoted", "case.SilenceNoted"));
        assertThat(heardOn(his)).isNotEqualTo(today.minusDays(3).toString());
    }

    @Test
    void goes_on_so_also_where_somebody_took_it_for_one_before_the_list_had_heard_of_the_meeting() {
        var arne = Employed.named("Arne Vik", "arne-" + known.caseId());
        var his = DerivedId.of(arne.employment(), "case/" + today.minusDays(60));
        var meeting = UUID.randomUUID().toString();
        away(arne);
        metThreeDaysAgo(his, meeting);
        toldOfAllMeetings();
        knownAllAlong(caseOf(arne));
        contactCases("since = started_on", his);
        service.bean(WhenSilentTooLongNoteIt.class).sweep();
        assertThat(events("/api/cases/" + his)).doesNotContain("case.SilenceNoted");

        struck(his, meeting);
        await().untilAsserted(() -> assertThat(events("/api/cases/" + his)).contains("case.SilenceNoted"));
    }

    private void metThreeDaysAgo(UUID his, String meeting) {
        var heldOn = today.minusDays(3).toString();
        service.neighbours()
                .tells(
                        ServiceName.MEETINGS,
                        "MeetingHeld",
                        his,
                        1,
                        0,
                        Map.of("meetingId", meeting, "kind", "CONVERSATION", "heldOn", heldOn));
        await().untilAsserted(() -> assertThat(heardOn(his)).isEqualTo(heldOn));
    }

    private void struck(UUID his, String meeting) {
        service.neighbours().tells(ServiceName.MEETINGS, "MeetingStruck", his, 2, 1, Map.of("meetingId", meeting));
        toldOfAllMeetings();
    }

    private String heardOn(UUID his) {
        return service.get(ola, "/api/cases/" + his + "/contact")
                .body()
                .at("/rhythm/heardOn")
                .asString("");
    }

    /** As if it had been told of on its first day: the log's clock goes one way, and all tests share it. */
    private void knownAllAlong(String his) {
        var caseId = UUID.fromString(his.substring("/api/cases/".length()));
        knownAllAlong.add(caseId);
        contactCases("known_on = started_on, since = started_on", caseId);
    }

    @AfterEach
    void it_was_not() {
        knownAllAlong.forEach(
                caseId -> contactCases("known_on = date '%1$s', since = date '%1$s'".formatted(today), caseId));
    }

    private void contactCases(String set, UUID caseId) {
        service.bean(ViewVersions.class)
                .tables(ContactView.NAME)
                .sql("update view.cases set " + set + " where case_id = :case")
                .param("case", caseId)
                .update();
    }

    private void away(Employed someone) {
        service.neighbours().hrTells(someone, Optional.of(known.ola()));
        service.neighbours()
                .hrTells(
                        "AbsenceReported",
                        someone.employment(),
                        KarisCase.absence(
                                UUID.randomUUID(), 1, today.minusDays(60).toString()));
        await().until(() -> service.get(someone.someone(), "/api/cases").body(), cases -> cases.size() == 1);
        await().until(() ->
                service.get(someone.someone(), caseOf(someone) + "/contact").status() == 200);
    }

    private void toldOfAllMeetings() {
        service.neighbours().haveToldUntil(ServiceName.MEETINGS, service.clock().instant());
    }

    private List<String> events(String his) {
        return service.get(ola, his + "/history").body().path("told").findValuesAsString("event");
    }

    private String caseOf(Employed someone) {
        return "/api/cases/"
                + service.get(someone.someone(), "/api/cases")
                        .body()
                        .path(0)
                        .path("caseId")
                        .asString();
    }
}
