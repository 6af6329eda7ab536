package no.oppfolging.meetings.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.oppfolging.meetings.domain.Appointment;
import no.oppfolging.meetings.domain.MeetingForm;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.domain.ParticipantRole;
import no.oppfolging.platform.kernel.PersonId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BeanPropertyBindingResult;

class AppointmentFormTest {
    static final PersonId KARI = PersonId.of("00000000-0000-0000-0000-00000000000a");

    @Nested
    class What_was_typed {
        @ParameterizedTest
        @CsvSource({
            "2026-03-17, 10:00",
            "2026-03-17, 10:00:00",
            "17.3.2026, 10.00",
            "17.03.2026, '10:00 '",
        })
        void is_understood_as_browsers_send_it_and_as_people_write_it(String day, String time) {
            assertThat(typed(day, time, "45").appointment())
                    .map(Appointment::startsAt)
                    .contains(Instant.parse("2026-03-17T09:00:00Z"));
        }

        @Test
        void is_meant_by_norwegian_clocks_in_summer_as_well() {
            assertThat(typed("2026-06-17", "10:00", "45").appointment())
                    .map(Appointment::startsAt)
                    .contains(Instant.parse("2026-06-17T08:00:00Z"));
        }

        @Test
        void lasts_as_long_as_it_says_also_when_the_clocks_change_meanwhile() {
            var appointment = typed("2026-10-25", "01:30", "120").appointment().orElseThrow();
            assertThat(Duration.between(appointment.startsAt(), appointment.endsAt()))
                    .isEqualTo(Duration.ofHours(2));
        }

        @Test
        void keeps_the_first_of_two_that_a_clock_shows() {
            assertThat(typed("2026-10-25", "02:30", "45").appointment())
                    .map(Appointment::startsAt)
                    .contains(Instant.parse("2026-10-25T00:30:00Z"));
        }

        @Test
        void names_those_who_come_along_and_nobody_else() {
            var form = new AppointmentForm(
                    "2026-03-17", "10:00", "45", "DIGITAL", "Lenke", List.of("NAV", "MANAGER", "SOMEBODY"), null);
            assertThat(form.guestsOf(MeetingKind.DM1)).containsExactly(ParticipantRole.NAV);
        }
    }

    @Nested
    class What_cannot_be_meant {
        @Test
        void is_a_time_that_no_clock_shows() {
            assertThat(typed("2026-03-29", "02:30", "45").faults()).containsExactly("time form.time.skipped");
        }

        @ParameterizedTest
        @ValueSource(strings = {"31.2.2026", "2026-02-31", "29.2.2026"})
        void is_a_day_that_is_in_no_calendar(String day) {
            assertThat(typed(day, "10:00", "45").faults()).containsExactly("day form.day.none");
        }

        @ParameterizedTest
        @ValueSource(strings = {"i morgen", "17.3.26", "2026-03-17T10:00"})
        void is_what_is_not_written_as_a_day(String day) {
            assertThat(typed(day, "10:00", "45").faults()).containsExactly("day form.day.unreadable");
        }

        @ParameterizedTest
        @ValueSource(strings = {"25:00", "ti", "10", "10:60"})
        void is_a_time_that_is_none(String time) {
            assertThat(typed("2026-03-17", time, "45").faults()).containsExactly("time form.time.unreadable");
        }

        @ParameterizedTest
        @ValueSource(strings = {"9", "481", "-45", "4.5", "99999999999", "tre kvarter"})
        void is_a_meeting_of_no_length(String minutes) {
            assertThat(typed("2026-03-17", "10:00", minutes).faults())
                    .containsExactly("minutes form.minutes.unreadable");
        }

        @Test
        void is_nothing_at_all() {
            assertThat(read(new AppointmentForm(null, null, null, null, null, null, null))
                            .faults())
                    .containsExactly(
                            "day NotBlank",
                            "time NotBlank",
                            "minutes NotBlank",
                            "form form.choose",
                            "place form.place.missing");
        }
    }

    private record Understood(Optional<Appointment> appointment, List<String> faults) {}

    private static Understood typed(String day, String time, String minutes) {
        return read(new AppointmentForm(
                day, time, minutes, MeetingForm.IN_PERSON.name(), "Møterom Fjorden", List.of(), null));
    }

    private static Understood read(AppointmentForm form) {
        var errors = new BeanPropertyBindingResult(form, "form");
        var appointment = form.read(KARI, errors);
        var faults = errors.getFieldErrors().stream()
                .map(error -> error.getField() + " " + error.getCode())
                .toList();
        return new Understood(appointment, faults);
    }
}
