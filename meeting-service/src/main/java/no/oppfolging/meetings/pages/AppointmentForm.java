package no.oppfolging.meetings.pages;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import no.oppfolging.meetings.domain.Appointment;
import no.oppfolging.meetings.domain.MeetingForm;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.domain.ParticipantRole;
import no.oppfolging.meetings.read.casemeetings.MeetingRow;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.web.Chosen;
import no.oppfolging.platform.web.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * When, where and how to meet, as it was typed: text until it is understood, so that nothing is lost on the way.
 *
 * @param others the roles of those who come along
 * @param warned the cautions that were said the last time it was shown
 */
public record AppointmentForm(
        @Nullable String day,
        @Nullable String time,
        @Nullable String minutes,
        @Nullable String form,
        @Nullable String place,
        @Nullable List<String> others,
        @Nullable String warned) {
    /** As people type it. */
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    /** As a field for a time holds it. */
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("HH:mm");

    private static final int SHORTEST = 10;
    private static final int LONGEST = 480;

    /** What is proposed before anything has been typed. */
    static AppointmentForm on(LocalDate day) {
        return new AppointmentForm(day.toString(), "10:00", "45", MeetingForm.IN_PERSON.name(), "", List.of(), null);
    }

    /** A meeting as it stands. */
    static AppointmentForm of(MeetingRow meeting) {
        var starts = meeting.startsAt().atZone(LegalDay.NORWAY);
        var minutes = Duration.between(meeting.startsAt(), meeting.endsAt()).toMinutes();
        return new AppointmentForm(
                starts.toLocalDate().toString(),
                FIELD.format(starts),
                Long.toString(minutes),
                meeting.form().name(),
                meeting.place().isErased() ? "" : meeting.place().text(),
                List.of(),
                null);
    }

    /** What was meant; empty, and said beside the fields, where that cannot be told. */
    Optional<Appointment> read(PersonId employee, Errors errors) {
        var onDay = Days.read(day, "day", errors);
        var atTime = time(errors);
        var lasts = minutes(errors);
        var how = Chosen.one(MeetingForm.class, form, "form", errors);
        if (place == null || place.isBlank()) {
            errors.rejectValue("place", "form.place.missing");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        var starts = LocalDateTime.of(onDay.orElseThrow(), atTime.orElseThrow());
        if (LegalDay.NORWAY.getRules().getValidOffsets(starts).isEmpty()) {
            errors.rejectValue("time", "form.time.skipped");
            return Optional.empty();
        }
        var startsAt = starts.atZone(LegalDay.NORWAY).toInstant();
        return Optional.of(new Appointment(
                startsAt,
                startsAt.plus(lasts.orElseThrow()),
                new PersonalText(employee, Chosen.typed(place)),
                how.orElseThrow()));
    }

    /** Who comes along besides the two the meeting is between. */
    List<ParticipantRole> guestsOf(MeetingKind kind) {
        return Guests.to(kind).stream()
                .filter(role -> others != null && others.contains(role.name()))
                .toList();
    }

    private Optional<LocalTime> time(Errors errors) {
        var typed = Chosen.typed(time).replace('.', ':');
        try {
            return Optional.of(LocalTime.parse(typed.length() > 5 ? typed.substring(0, 5) : typed, CLOCK));
        } catch (DateTimeException e) {
            errors.rejectValue("time", typed.isEmpty() ? "NotBlank" : "form.time.unreadable");
            return Optional.empty();
        }
    }

    private Optional<Duration> minutes(Errors errors) {
        var typed = Chosen.typed(minutes);
        if (!typed.matches("[0-9]{1,4}")) {
            errors.rejectValue("minutes", typed.isEmpty() ? "NotBlank" : "form.minutes.unreadable");
            return Optional.empty();
        }
        var number = Integer.parseInt(typed);
        if (number < SHORTEST || number > LONGEST) {
            errors.rejectValue("minutes", "form.minutes.unreadable");
            return Optional.empty();
        }
        return Optional.of(Duration.ofMinutes(number));
    }
}
