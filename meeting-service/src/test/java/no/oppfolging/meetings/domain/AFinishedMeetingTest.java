package no.oppfolging.meetings.domain;

import static no.oppfolging.meetings.domain.CaseMeetingsExample.*;

import java.time.LocalDate;
import java.util.List;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.CancelMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MeetingCommand;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.WaiveNotice;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingCancelled;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingHeld;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AFinishedMeetingTest {
    static final LocalDate ITS_DAY = LocalDate.of(2026, 3, 16);
    static final CancelMeeting CANCEL = new CancelMeeting(CASE, MEETING, text("Reise"));
    static final HoldMeeting HOLD = new HoldMeeting(CASE, MEETING, ITS_DAY, BOTH);
    static final MoveMeeting MOVE = new MoveMeeting(CASE, MEETING, at(TUESDAY_AFTER));
    static final WaiveNotice WAIVE = new WaiveNotice(CASE, MEETING);

    @Nested
    class That_was_held {
        final MeetingHeld held = new MeetingHeld(CASE, MEETING, MeetingKind.DM1, ITS_DAY, BOTH);

        @Test
        void is_held_once_however_often_it_is_told() {
            meetings().given(FOLLOWED, SUMMONED, held).when(HOLD, TUESDAY_AFTER).thenNothing();
        }

        @Test
        void is_the_same_in_whatever_order_people_are_named() {
            meetings()
                    .given(FOLLOWED, SUMMONED, held)
                    .when(new HoldMeeting(CASE, MEETING, ITS_DAY, List.of(MANAGER, EMPLOYEE)), TUESDAY_AFTER)
                    .thenNothing();
        }

        @Test
        void was_not_held_on_another_day() {
            refused(new HoldMeeting(CASE, MEETING, ITS_DAY.plusDays(1), BOTH));
        }

        @Test
        void is_neither_summoned_moved_cancelled_nor_waived() {
            refused(summon(IN_A_WEEK));
            refused(MOVE);
            refused(CANCEL);
            refused(WAIVE);
        }

        private void refused(MeetingCommand command) {
            meetings()
                    .given(FOLLOWED, SUMMONED, held)
                    .when(command, TUESDAY_AFTER)
                    .thenRefused("meeting-is-held", "Møtet er holdt 2026-03-16.");
        }
    }

    @Nested
    class That_was_cancelled {
        final MeetingCancelled cancelled = new MeetingCancelled(CASE, MEETING, MeetingKind.DM1, text("Reise"));

        @Test
        void is_cancelled_once_however_often_it_is_asked() {
            meetings()
                    .given(FOLLOWED, SUMMONED, cancelled)
                    .when(CANCEL, MONDAY_NINE)
                    .thenNothing();
        }

        @Test
        void is_neither_summoned_moved_held_nor_waived() {
            refused(summon(IN_A_WEEK));
            refused(MOVE);
            refused(HOLD);
            refused(WAIVE);
        }

        private void refused(MeetingCommand command) {
            meetings()
                    .given(FOLLOWED, SUMMONED, cancelled)
                    .when(command, TUESDAY_AFTER)
                    .thenRefused("meeting-is-cancelled", "Møtet er avlyst.");
        }
    }

    @Nested
    class Nobody_was_summoned_to {
        @Test
        void is_neither_moved_cancelled_held_nor_waived() {
            refused(MOVE);
            refused(CANCEL);
            refused(HOLD);
            refused(WAIVE);
        }

        private void refused(MeetingCommand command) {
            meetings()
                    .given(FOLLOWED)
                    .when(command, TUESDAY_AFTER)
                    .thenRefused("meeting-is-not-summoned", "Det er ikke kalt inn til dette møtet.");
        }
    }
}
