package no.oppfolging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.CancellationReason;
import no.oppfolging.notifications.domain.FailureCode;
import no.oppfolging.notifications.domain.MessageId;
import no.oppfolging.notifications.domain.NoticeEvent;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeCancelled;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeFailed;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeOrdered;
import no.oppfolging.notifications.domain.NoticeEvent.NoticeSent;
import no.oppfolging.notifications.domain.NoticeEvent.SendingStarted;
import no.oppfolging.notifications.domain.NoticeId;
import no.oppfolging.notifications.domain.NoticeKind;
import no.oppfolging.notifications.domain.RecipientRole;
import no.oppfolging.notifications.inbox.CaseNews;
import no.oppfolging.notifications.inbox.CaseNews.CaseOpened;
import no.oppfolging.notifications.inbox.CaseNews.CaseSplit;
import no.oppfolging.notifications.inbox.CaseNews.CasesMerged;
import no.oppfolging.notifications.inbox.MeetingNews;
import no.oppfolging.notifications.inbox.MeetingNews.MeetingTold;
import no.oppfolging.notifications.inbox.PlanNews;
import no.oppfolging.notifications.inbox.PlanNews.MeasureOverdue;
import no.oppfolging.notifications.inbox.PlanNews.PlanSigned;
import no.oppfolging.notifications.inbox.PlanNews.PlanTold;
import no.oppfolging.notifications.outbox.NoticeNews;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.testing.ContractRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {
    private static final CaseId CASE = CaseId.of("00000000-0000-4000-8000-0000000000c1");
    private static final PersonId OLA = PersonId.of("00000000-0000-4000-8000-00000000000b");
    private static final NoticeKind KIND = NoticeKind.MEETING_SUMMONED;
    private static final UUID CAUSE = UUID.fromString("00000000-0000-4000-8000-0000000000f1");
    private static final NoticeId NOTICE = NoticeId.of(CASE, KIND, CAUSE, OLA);
    private static final Instant MONDAY_NINE = Instant.parse("2026-03-16T08:00:00Z");

    private final ContractRules rules = new ContractRules();

    @TestFactory
    Stream<DynamicTest> what_is_told_fits_its_contract_and_says_nobodys_id() {
        return Stream.<NoticeEvent>of(
                        new NoticeSent(NOTICE, CASE, KIND, RecipientRole.MANAGER, 1, MessageId.of(NOTICE), MONDAY_NINE),
                        new NoticeFailed(NOTICE, CASE, KIND, RecipientRole.MANAGER, 1, FailureCode.ADDRESS_REFUSED),
                        new NoticeCancelled(
                                NOTICE, CASE, KIND, RecipientRole.MANAGER, CancellationReason.MEETING_CANCELLED))
                .map(event -> DynamicTest.dynamicTest(event.getClass().getSimpleName(), () -> {
                    var told = ContractRules.told(new NoticeNews(), event).orElseThrow();
                    assertThat(rules.assertFits(told).toString()).doesNotContain(OLA.toString());
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_on_its_way_is_not_told() {
        return Stream.<NoticeEvent>of(
                        new NoticeOrdered(
                                NOTICE,
                                CASE,
                                KIND,
                                CAUSE,
                                OLA,
                                RecipientRole.MANAGER,
                                About.meeting(CAUSE),
                                MONDAY_NINE),
                        new SendingStarted(NOTICE, CASE, 1, MessageId.of(NOTICE)))
                .map(event -> DynamicTest.dynamicTest(
                        event.getClass().getSimpleName(),
                        () -> assertThat(ContractRules.told(new NoticeNews(), event))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> what_others_tell_is_understood() {
        return Stream.of(
                rules.isUnderstood(CaseNews.CASE_OPENED, CaseOpened.class),
                rules.isUnderstood(CaseNews.CASES_MERGED, CasesMerged.class),
                rules.isUnderstood(CaseNews.CASE_SPLIT, CaseSplit.class),
                rules.isUnderstood(MeetingNews.MEETING_SUMMONED, MeetingTold.class),
                rules.isUnderstood(MeetingNews.MEETING_MOVED, MeetingTold.class),
                rules.isUnderstood(MeetingNews.MEETING_CANCELLED, MeetingTold.class),
                rules.isUnderstood(MeetingNews.MEETING_HELD, MeetingTold.class),
                rules.isUnderstood(PlanNews.PLAN_PRESENTED, PlanTold.class),
                rules.isUnderstood(PlanNews.PLAN_SIGNED, PlanSigned.class),
                rules.isUnderstood(PlanNews.PLAN_SIGNATURES_VOIDED, PlanTold.class),
                rules.isUnderstood(PlanNews.PLAN_AGREED, PlanTold.class),
                rules.isUnderstood(PlanNews.MEASURE_OVERDUE, MeasureOverdue.class));
    }
}
