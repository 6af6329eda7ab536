package no.oppfolging.cases.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.cases.pages.CasePicture.Sort;
import no.oppfolging.cases.read.history.CaseStory.Told;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CasePictureTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-25");
    private static final Map<String, String> WORDS = Map.of(
            "event.MeetingHeld", "Møtet ble holdt",
            "event.ConversationEntered", "En samtale som var holdt, ble ført inn");

    @Test
    void draws_a_corrected_absence_once_and_a_withdrawn_one_not_at_all() {
        var picture = picture(
                told("case.AbsenceRegistered", absence("a", "2026-03-02", 100)),
                told("case.AbsenceRegistered", absence("b", "2026-03-20", 50)),
                told("case.AbsenceCorrected", absence("a", "2026-03-02", 60)),
                told("case.AbsenceWithdrawn", Map.of("absenceId", "b")));

        assertThat(picture.bands()).singleElement().satisfies(band -> {
            assertThat(band.grade()).isEqualTo(60);
            assertThat(band.until()).isEqualTo(LocalDate.parse("2026-03-15"));
        });
    }

    @Test
    void leaves_out_absences_of_an_earlier_case() {
        assertThat(picture(told("case.AbsenceRegistered", absence("a", "2026-01-05", 100)))
                        .bands())
                .isEmpty();
    }

    @Test
    void shows_a_deadline_where_it_was_last_put_and_how_it_stands() {
        var picture = picture(
                told("case.DeadlineSet", Map.of("stage", "PLAN", "due", "2026-03-29")),
                told("case.DeadlineRecalculated", Map.of("stage", "PLAN", "due", "2026-03-22")),
                told("case.DeadlineMissed", Map.of("stage", "PLAN", "due", "2026-03-22")));

        assertThat(picture.marks()).singleElement().satisfies(mark -> {
            assertThat(mark.day()).isEqualTo(LocalDate.parse("2026-03-22"));
            assertThat(mark.what()).isEqualTo("stage.PLAN");
            assertThat(mark.look()).isEqualTo("danger");
        });
    }

    @Test
    void shows_a_meeting_on_the_day_it_begins_in_norway() {
        var picture = picture(told(
                "meeting.MeetingSummoned",
                Map.of("meetingId", "m", "appointment", Map.of("startsAt", "2026-03-26T23:30:00Z"))));

        assertThat(picture.marks()).singleElement().satisfies(mark -> {
            assertThat(mark.sort()).isEqualTo(Sort.MEETING);
            assertThat(mark.day()).isEqualTo(LocalDate.parse("2026-03-27"));
        });
    }

    @Test
    void forgets_a_meeting_that_was_cancelled() {
        assertThat(picture(
                                told("meeting.MeetingHeld", Map.of("meetingId", "m", "heldOn", "2026-03-20")),
                                told("meeting.MeetingCancelled", Map.of("meetingId", "m")))
                        .marks())
                .isEmpty();
    }

    @Test
    void keeps_the_words_of_neighbours_apart() {
        var picture = picture(
                told("case.DeadlineSet", Map.of("stage", "PLAN", "due", "2026-03-29")),
                told("case.DeadlineSet", Map.of("stage", "PLAN_TO_DOCTOR", "due", "2026-03-29")),
                told("case.DeadlineSet", Map.of("stage", "DM1", "due", "2026-05-10")));

        assertThat(picture.marks().stream().map(CasePicture.Mark::step)).containsExactly(0, 1, 0);
    }

    @Test
    void gives_long_words_the_room_they_take() {
        var picture = picture(
                told("meeting.ConversationEntered", Map.of("meetingId", "a", "heldOn", "2026-03-06")),
                told("meeting.MeetingHeld", Map.of("meetingId", "b", "heldOn", "2026-03-23")),
                told("meeting.MeetingHeld", Map.of("meetingId", "c", "heldOn", "2026-04-13")));

        assertThat(picture.marks().stream().map(CasePicture.Mark::step)).containsExactly(0, 1, 0);
    }

    @Test
    void puts_words_before_a_mark_that_has_no_room_for_them_after_it_and_keeps_them_apart_there_too() {
        var picture = picture(
                told("meeting.MeetingHeld", Map.of("meetingId", "a", "heldOn", "2026-03-30")),
                told("meeting.ConversationEntered", Map.of("meetingId", "b", "heldOn", "2026-04-27")));

        assertThat(picture.marks().stream().map(CasePicture.Mark::before)).containsExactly(false, true);
        assertThat(picture.marks().stream().map(CasePicture.Mark::step)).containsExactly(0, 1);
    }

    @Test
    void counts_weeks_from_the_first_day_on_an_axis_that_holds_everything() {
        var picture = picture(told("case.DeadlineSet", Map.of("stage", "DM1", "due", "2026-05-10")));

        assertThat(picture.weeks().getFirst().number()).isEqualTo(1);
        assertThat(picture.weeks()).allSatisfy(week -> assertThat(week.x()).isLessThanOrEqualTo(700));
        assertThat(picture.last()).isAfter(LocalDate.parse("2026-05-10"));
        assertThat(picture.todayAt()).hasValueSatisfying(x -> assertThat(x).isBetween(0.0, 720.0));
        assertThat(picture.marks()).allSatisfy(mark -> assertThat(mark.x()).isBetween(0.0, (double) CasePicture.WIDTH));
    }

    private static CasePicture picture(Told... told) {
        return CasePicture.of(MONDAY, Optional.empty(), TODAY, List.of(told), key -> WORDS.getOrDefault(key, key));
    }

    private static Map<String, Object> absence(String id, String from, int grade) {
        return Map.of(
                "absenceId",
                id,
                "kind",
                "SICK_NOTE",
                "from",
                from,
                "to",
                LocalDate.parse(from).plusDays(13).toString(),
                "grade",
                grade);
    }

    private static Told told(String event, Map<String, Object> details) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        details.forEach((name, value) -> fields.put(name, JsonMapper.shared().valueToTree(value)));
        return new Told("cases", 1, Instant.parse("2026-03-25T08:00:00Z"), event, "SYSTEM", "test", fields);
    }
}
