package no.oppfolging.notifications.domain;

import static no.oppfolging.notifications.domain.NoticeExample.*;

import java.time.Instant;
import no.oppfolging.notifications.domain.NoticeCommand.CancelNotice;
import no.oppfolging.notifications.domain.NoticeCommand.DeferNotice;
import no.oppfolging.notifications.domain.NoticeCommand.RecordFailure;
import no.oppfolging.notifications.domain.NoticeCommand.RecordSent;
import no.oppfolging.notifications.domain.NoticeCommand.RecordUnknownOutcome;
import no.oppfolging.notifications.domain.NoticeCommand.StartSending;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeCancelled;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeDeferred;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeFailed;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeSent;
import no.oppfolging.notifications.domain.NoticeEvent.SendingFailed;
import no.oppfolging.notifications.domain.NoticeEvent.SendingOutcomeUnknown;
import no.oppfolging.notifications.domain.NoticeEvent.SendingStarted;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SendingANoticeTest {
    static final StartSending START = new StartSending(NOTICE);
    static final CancelNotice CANCEL = new CancelNotice(NOTICE, CancellationReason.MEETING_CANCELLED);
    static final DeferNotice DEFER = new DeferNotice(NOTICE, TUESDAY_NINE, DeferralReason.WORDS_UNAVAILABLE);
    static final RecordSent FIRST_WAS_SENT = new RecordSent(NOTICE, 1);
    static final RecordFailure FIRST_FAILED = new RecordFailure(NOTICE, 1, FailureCode.UNREACHABLE);
    static final RecordUnknownOutcome FIRST_WAS_LOST_SIGHT_OF = new RecordUnknownOutcome(NOTICE, 1);

    static final SendingStarted STARTED_AGAIN = new SendingStarted(NOTICE, CASE, 2, MESSAGE);
    static final NoticeCancelled CANCELLED = new NoticeCancelled(
            NOTICE, CASE, NoticeKind.MEETING_SUMMONED, RecipientRole.MANAGER, CancellationReason.MEETING_CANCELLED);

    static final Instant RETRY_AT = MONDAY_TEN.plus(RetryDelay.after(NOTICE, 1));
    static final SendingFailed FAILED = new SendingFailed(NOTICE, CASE, 1, FailureCode.UNREACHABLE, RETRY_AT);
    static final SendingOutcomeUnknown LOST = new SendingOutcomeUnknown(NOTICE, CASE, 1, RETRY_AT);

    static NoticeSent sent(int attempt, Instant at) {
        return new NoticeSent(NOTICE, CASE, NoticeKind.MEETING_SUMMONED, RecipientRole.MANAGER, attempt, MESSAGE, at);
    }

    static NoticeFailed failed(FailureCode code) {
        return new NoticeFailed(NOTICE, CASE, NoticeKind.MEETING_SUMMONED, RecipientRole.MANAGER, 1, code);
    }

    @Nested
    class A_notice_that_waits {
        @Test
        void is_started_at_its_time_under_its_message_id() {
            notice().given(ORDERED).when(START, MONDAY_TEN).then(STARTED);
        }

        @Test
        void is_not_started_before_its_time() {
            notice().given(ORDERED)
                    .when(START, MONDAY_TEN.minusSeconds(1))
                    .thenRefused("notice-is-not-due", "Varselet skal ikke sendes ennå.");
        }

        @Test
        void goes_on_waiting_when_the_day_is_over() {
            notice().given(ORDERED)
                    .when(START, MONDAY_NIGHT)
                    .then(new NoticeDeferred(NOTICE, CASE, TUESDAY_NINE, DeferralReason.OUTSIDE_SENDING_HOURS));
        }

        @Test
        void is_deferred_to_an_opening() {
            notice().given(ORDERED)
                    .when(new DeferNotice(NOTICE, MONDAY_NIGHT, DeferralReason.WAITING_FOR_NEWS), MONDAY_TEN)
                    .then(new NoticeDeferred(NOTICE, CASE, TUESDAY_NINE, DeferralReason.WAITING_FOR_NEWS));
        }

        @Test
        void is_deferred_once_to_the_same_opening_and_started_then() {
            var deferred = new NoticeDeferred(NOTICE, CASE, TUESDAY_NINE, DeferralReason.WORDS_UNAVAILABLE);
            notice().given(ORDERED, deferred).when(DEFER, MONDAY_TEN).thenNothing();
            notice().given(ORDERED, deferred).when(START, TUESDAY_NINE).then(STARTED);
            notice().given(ORDERED, deferred)
                    .when(START, MONDAY_TEN)
                    .thenRefused("notice-is-not-due", "Varselet skal ikke sendes ennå.");
        }

        @Test
        void is_not_deferred_to_a_time_that_has_passed() {
            notice().given(ORDERED)
                    .when(DEFER, TUESDAY_NINE)
                    .thenRefused("notice-is-deferred-to-the-past", "Velg et tidspunkt som ikke har vært.");
        }

        @Test
        void is_cancelled_when_there_is_no_reason_for_it_any_more() {
            notice().given(ORDERED).when(CANCEL, MONDAY_TEN).then(CANCELLED);
        }

        @Test
        void has_no_answer_to_an_attempt_that_was_never_made() {
            refused(FIRST_WAS_SENT);
            refused(FIRST_FAILED);
            refused(FIRST_WAS_LOST_SIGHT_OF);
        }

        private void refused(NoticeCommand answer) {
            notice().given(ORDERED)
                    .when(answer, MONDAY_TEN)
                    .thenRefused("notice-was-not-attempted", "Varselet er ikke forsøkt sendt så mange ganger.");
        }
    }

    @Nested
    class A_notice_being_sent {
        @Test
        void is_sent_when_the_mail_server_has_it() {
            notice().given(ORDERED, STARTED).when(FIRST_WAS_SENT, MONDAY_TEN).then(sent(1, MONDAY_TEN));
        }

        @Test
        void is_tried_later_when_the_mail_server_did_not_answer() {
            notice().given(ORDERED, STARTED).when(FIRST_FAILED, MONDAY_TEN).then(FAILED);
        }

        @Test
        void is_tried_in_the_morning_when_it_fails_just_before_closing() {
            notice().given(ORDERED, STARTED)
                    .when(new RecordFailure(NOTICE, 1, FailureCode.REFUSED_FOR_NOW), oslo("2026-03-09T19:59:30"))
                    .then(new SendingFailed(NOTICE, CASE, 1, FailureCode.REFUSED_FOR_NOW, TUESDAY_NINE));
        }

        @Test
        void is_given_up_when_the_mail_server_will_never_take_it() {
            notice().given(ORDERED, STARTED)
                    .when(new RecordFailure(NOTICE, 1, FailureCode.ADDRESS_REFUSED), MONDAY_TEN)
                    .then(failed(FailureCode.ADDRESS_REFUSED));
            notice().given(ORDERED, STARTED)
                    .when(new RecordFailure(NOTICE, 1, FailureCode.MAIL_REFUSED), MONDAY_TEN)
                    .then(failed(FailureCode.MAIL_REFUSED));
        }

        @Test
        void is_lost_sight_of_when_the_connection_dies_after_its_last_byte() {
            notice().given(ORDERED, STARTED)
                    .when(FIRST_WAS_LOST_SIGHT_OF, MONDAY_TEN)
                    .then(LOST);
        }

        @Test
        void is_neither_started_again_deferred_nor_cancelled() {
            refused(START);
            refused(DEFER);
            refused(CANCEL);
        }

        private void refused(NoticeCommand command) {
            notice().given(ORDERED, STARTED)
                    .when(command, MONDAY_TEN)
                    .thenRefused(
                            "notice-is-being-sent",
                            "Varselet er i ferd med å bli sendt. Vent til vi vet hvordan det gikk.");
        }
    }

    @Nested
    class A_notice_that_failed_once {
        @Test
        void is_started_again_as_the_same_mail() {
            notice().given(ORDERED, STARTED, FAILED).when(START, RETRY_AT).then(STARTED_AGAIN);
        }

        @Test
        void is_not_started_again_too_soon() {
            notice().given(ORDERED, STARTED, FAILED)
                    .when(START, MONDAY_TEN)
                    .thenRefused("notice-is-not-due", "Varselet skal ikke sendes ennå.");
        }

        @Test
        void failed_once_however_often_it_is_told() {
            notice().given(ORDERED, STARTED, FAILED)
                    .when(FIRST_FAILED, RETRY_AT)
                    .thenNothing();
            notice().given(ORDERED, STARTED, FAILED, STARTED_AGAIN)
                    .when(FIRST_FAILED, RETRY_AT)
                    .thenNothing();
            notice().given(ORDERED, STARTED, FAILED, STARTED_AGAIN)
                    .when(FIRST_WAS_LOST_SIGHT_OF, RETRY_AT)
                    .thenNothing();
        }

        @Test
        void is_cancelled_instead_of_being_tried_again() {
            notice().given(ORDERED, STARTED, FAILED).when(CANCEL, RETRY_AT).then(CANCELLED);
        }

        @Test
        void counts_its_attempts_on_through_deferrals() {
            var deferred = new NoticeDeferred(NOTICE, CASE, TUESDAY_NINE, DeferralReason.WAITING_FOR_NEWS);
            notice().given(ORDERED, STARTED, FAILED, deferred)
                    .when(START, TUESDAY_NINE)
                    .then(STARTED_AGAIN);
        }
    }

    @Nested
    class A_notice_that_was_lost_sight_of {
        @Test
        void is_sent_once_more_as_the_same_mail() {
            notice().given(ORDERED, STARTED, LOST).when(START, RETRY_AT).then(STARTED_AGAIN);
        }

        @Test
        void is_sent_when_the_answer_comes_after_all() {
            notice().given(ORDERED, STARTED, LOST)
                    .when(FIRST_WAS_SENT, RETRY_AT)
                    .then(sent(1, RETRY_AT));
        }

        @Test
        void is_sent_when_the_answer_comes_during_the_next_attempt_and_that_adds_nothing() {
            notice().given(ORDERED, STARTED, LOST, STARTED_AGAIN)
                    .when(FIRST_WAS_SENT, RETRY_AT)
                    .then(sent(1, RETRY_AT));
            notice().given(ORDERED, STARTED, LOST, STARTED_AGAIN, sent(1, RETRY_AT))
                    .when(new RecordSent(NOTICE, 2), RETRY_AT)
                    .thenNothing();
        }

        @Test
        void is_lost_sight_of_once_however_often_it_is_told() {
            notice().given(ORDERED, STARTED, LOST)
                    .when(FIRST_WAS_LOST_SIGHT_OF, RETRY_AT)
                    .thenNothing();
        }

        @Test
        void waits_like_any_other() {
            var deferred = new NoticeDeferred(NOTICE, CASE, TUESDAY_NINE, DeferralReason.WORDS_UNAVAILABLE);
            notice().given(ORDERED, STARTED, LOST).when(DEFER, RETRY_AT).then(deferred);
            notice().given(ORDERED, STARTED, LOST, deferred)
                    .when(START, TUESDAY_NINE)
                    .then(STARTED_AGAIN);
        }

        @Test
        void may_be_cancelled_and_still_turn_out_to_have_been_sent() {
            notice().given(ORDERED, STARTED, LOST).when(CANCEL, RETRY_AT).then(CANCELLED);
            notice().given(ORDERED, STARTED, LOST, CANCELLED)
                    .when(FIRST_WAS_SENT, RETRY_AT)
                    .then(sent(1, RETRY_AT));
        }
    }

    @Nested
    class A_notice_that_was_sent {
        @Test
        void is_never_sent_again() {
            refused(START);
            refused(DEFER);
            refused(CANCEL);
        }

        @Test
        void was_sent_once_however_often_it_is_told_or_ordered() {
            nothing(FIRST_WAS_SENT);
            nothing(FIRST_FAILED);
            nothing(FIRST_WAS_LOST_SIGHT_OF);
            nothing(order(TUESDAY_NINE));
        }

        private void refused(NoticeCommand command) {
            notice().given(ORDERED, STARTED, sent(1, MONDAY_TEN))
                    .when(command, MONDAY_TEN)
                    .thenRefused("notice-is-sent", "Varselet er sendt.");
        }

        private void nothing(NoticeCommand command) {
            notice().given(ORDERED, STARTED, sent(1, MONDAY_TEN))
                    .when(command, TUESDAY_NINE)
                    .thenNothing();
        }
    }

    @Nested
    class A_notice_that_was_given_up {
        @Test
        void is_never_sent_again() {
            refused(START);
            refused(DEFER);
            refused(CANCEL);
        }

        @Test
        void was_given_up_once_however_often_it_is_told_or_ordered() {
            nothing(FIRST_FAILED);
            nothing(FIRST_WAS_LOST_SIGHT_OF);
            nothing(order(TUESDAY_NINE));
        }

        private void refused(NoticeCommand command) {
            notice().given(ORDERED, STARTED, failed(FailureCode.ADDRESS_REFUSED))
                    .when(command, MONDAY_TEN)
                    .thenRefused("notice-has-failed", "Varselet kan ikke leveres. Si fra på en annen måte.");
        }

        private void nothing(NoticeCommand command) {
            notice().given(ORDERED, STARTED, failed(FailureCode.ADDRESS_REFUSED))
                    .when(command, TUESDAY_NINE)
                    .thenNothing();
        }
    }

    @Nested
    class A_notice_that_was_cancelled {
        @Test
        void is_never_sent() {
            refused(START);
            refused(DEFER);
        }

        @Test
        void was_cancelled_once_however_often_it_is_asked_or_ordered() {
            notice().given(ORDERED, CANCELLED).when(CANCEL, MONDAY_TEN).thenNothing();
            notice().given(ORDERED, CANCELLED)
                    .when(order(MONDAY_TEN), MONDAY_TEN)
                    .thenNothing();
        }

        private void refused(NoticeCommand command) {
            notice().given(ORDERED, CANCELLED)
                    .when(command, MONDAY_TEN)
                    .thenRefused("notice-is-cancelled", "Varselet er ikke lenger aktuelt og blir ikke sendt.");
        }
    }
}
