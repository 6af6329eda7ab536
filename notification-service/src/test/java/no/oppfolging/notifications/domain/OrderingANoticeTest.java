package no.oppfolging.notifications.domain;

import static no.oppfolging.notifications.domain.NoticeExample.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import no.oppfolging.notifications.domain.NoticeCommand.CancelNotice;
import no.oppfolging.notifications.domain.NoticeCommand.DeferNotice;
import no.oppfolging.notifications.domain.NoticeCommand.RecordFailure;
import no.oppfolging.notifications.domain.NoticeCommand.RecordSent;
import no.oppfolging.notifications.domain.NoticeCommand.RecordUnknownOutcome;
import no.oppfolging.notifications.domain.NoticeCommand.StartSending;
import no.oppfolging.platform.kernel.PersonId;
import org.junit.jupiter.api.Test;

class OrderingANoticeTest {
    @Test
    void tells_to_whom_about_what_and_not_before_when() {
        notice().when(order(MONDAY_TEN), MONDAY_TEN).then(ordered(MONDAY_TEN));
    }

    @Test
    void at_night_waits_for_the_morning() {
        notice().when(order(MONDAY_TEN), MONDAY_NIGHT).then(ordered(TUESDAY_NINE));
    }

    @Test
    void for_a_night_to_come_waits_for_the_morning_after() {
        notice().when(order(MONDAY_NIGHT), MONDAY_TEN).then(ordered(TUESDAY_NINE));
    }

    @Test
    void twice_orders_once() {
        notice().given(ORDERED).when(order(MONDAY_TEN), TUESDAY_NINE).thenNothing();
    }

    @Test
    void gives_an_id_that_follows_from_its_case_kind_cause_and_recipient() {
        assertThat(order(MONDAY_TEN).target())
                .isEqualTo(order(TUESDAY_NINE).target())
                .isEqualTo(NOTICE)
                .isNotEqualTo(NoticeId.of(CASE, NoticeKind.PLAN_AWAITS_SIGNATURE, CAUSE, OLA))
                .isNotEqualTo(NoticeId.of(CASE, NoticeKind.MEETING_SUMMONED, new UUID(0, 1), OLA))
                .isNotEqualTo(NoticeId.of(CASE, NoticeKind.MEETING_SUMMONED, CAUSE, new PersonId(new UUID(0, 1))));
    }

    @Test
    void gives_one_message_id_for_ever() {
        assertThat(MessageId.of(NOTICE))
                .hasToString("<" + NOTICE + "@oppfolging>")
                .isEqualTo(MessageId.of(NoticeId.of(NOTICE.toString())));
    }

    @Test
    void comes_before_everything_else() {
        refused(new StartSending(NOTICE));
        refused(new RecordSent(NOTICE, 1));
        refused(new RecordFailure(NOTICE, 1, FailureCode.UNREACHABLE));
        refused(new RecordUnknownOutcome(NOTICE, 1));
        refused(new DeferNotice(NOTICE, TUESDAY_NINE, DeferralReason.WAITING_FOR_NEWS));
        refused(new CancelNotice(NOTICE, CancellationReason.MEETING_CANCELLED));
    }

    private static void refused(NoticeCommand command) {
        notice().when(command, MONDAY_TEN).thenRefused("notice-is-not-ordered", "Vi kjenner ikke varselet.");
    }
}
