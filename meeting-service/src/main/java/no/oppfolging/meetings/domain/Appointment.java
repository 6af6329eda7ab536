package no.oppfolging.meetings.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import no.oppfolging.meetings.domain.MeetingRefused.Rule;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonalText;

/**
 * When, where and how a meeting is to take place (avtale).
 *
 * @param place typed freely, so it may say something of the employee, who is its subject
 */
public record Appointment(Instant startsAt, Instant endsAt, PersonalText place, MeetingForm form) {
    /** Both know time and place at least this long before; the booklet's advice, and the employee may waive it. */
    public static final Period INVITATION_MIN_NOTICE = Period.ofDays(7);

    public static final int LONGEST_PLACE = 500;

    static final Period FARTHEST_AHEAD = Period.ofYears(1);
    static final Duration LONGEST = Duration.ofHours(12);

    /** A week is a week on the wall, also when the clocks change during it. */
    public boolean isShortNotice(Instant now) {
        var lastMoment = startsAt.atZone(LegalDay.NORWAY).minus(INVITATION_MIN_NOTICE);
        return now.isAfter(lastMoment.toInstant());
    }

    LocalDate day() {
        return LegalDay.of(startsAt);
    }

    void refuseUnlessToCome(Instant now) {
        MeetingRefused.unless(startsAt.isAfter(now), Rule.MEETING_TIME_HAS_PASSED);
        MeetingRefused.unless(
                startsAt.isBefore(
                        now.atZone(LegalDay.NORWAY).plus(FARTHEST_AHEAD).toInstant()),
                Rule.MEETING_IS_TOO_FAR_AHEAD);
        MeetingRefused.unless(endsAt.isAfter(startsAt), Rule.MEETING_ENDS_BEFORE_IT_STARTS);
        MeetingRefused.unless(!endsAt.isAfter(startsAt.plus(LONGEST)), Rule.MEETING_LASTS_TOO_LONG);
        MeetingRefused.unless(!place.text().isBlank(), Rule.MEETING_NEEDS_PLACE);
        MeetingRefused.unless(
                place.text().length() <= LONGEST_PLACE,
                Rule.MEETING_TEXT_IS_TOO_LONG,
                Map.of("limit", Integer.toString(LONGEST_PLACE)));
    }
}
