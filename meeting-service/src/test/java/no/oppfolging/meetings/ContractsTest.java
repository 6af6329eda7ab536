package no.oppfolging.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.oppfolging.meetings.domain.Appointment;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.ConversationEntered;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.ConversationStruck;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingCancelled;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingEvent;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingHeld;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingMoved;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingSummoned;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.NoticeWaived;
import no.oppfolging.meetings.domain.MeetingForm;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.domain.Participant;
import no.oppfolging.meetings.domain.ParticipantRole;
import no.oppfolging.meetings.inbox.CaseNews;
import no.oppfolging.meetings.inbox.CaseNews.CaseClosed;
import no.oppfolging.meetings.inbox.CaseNews.CaseOpened;
import no.oppfolging.meetings.inbox.CaseNews.CaseReopened;
import no.oppfolging.meetings.inbox.CaseNews.CaseSplit;
import no.oppfolging.meetings.inbox.CaseNews.CasesMerged;
import no.oppfolging.meetings.inbox.CaseNews.DeadlineNews;
import no.oppfolging.meetings.outbox.MeetingNews;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.testing.ContractRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {
    private static final CaseId CASE = CaseId.of("00000000-0000-4000-8000-0000000000c1");
    private static final MeetingId MEETING = MeetingId.of("00000000-0000-4000-8000-0000000000f1");
    private static final PersonId KARI = PersonId.of("00000000-0000-4000-8000-00000000000a");
    private static final Instant MONDAY_NINE = Instant.parse("2026-03-16T08:00:00Z");
    private static final List<Participant> KARI_ALONE = List.of(Participant.named(ParticipantRole.EMPLOYEE, KARI));

    private final ContractRules rules = new ContractRules();

    @TestFactory
    Stream<DynamicTest> what_is_told_fits_its_contract_and_says_neither_where_nor_who() {
        var appointment = new Appointment(
                MONDAY_NINE, MONDAY_NINE.plusSeconds(2700), new PersonalText(KARI, "Fjorden"), MeetingForm.IN_PERSON);
        return Stream.<MeetingEvent>of(
                        new MeetingSummoned(CASE, MEETING, MeetingKind.DM1, appointment, KARI_ALONE, false),
                        new MeetingMoved(CASE, MEETING, MeetingKind.DM1, appointment, MONDAY_NINE, true),
                        new MeetingCancelled(CASE, MEETING, MeetingKind.DM1, new PersonalText(KARI, "Fjorden")),
                        new MeetingHeld(CASE, MEETING, MeetingKind.DM1, LocalDate.of(2026, 3, 16), KARI_ALONE),
                        new ConversationEntered(
                                CASE,
                                MEETING,
                                LocalDate.of(2026, 3, 16),
                                MeetingForm.OFF_SITE,
                                new PersonalText(KARI, "AT_RISK"),
                                new PersonalText(KARI, "FEEDBACK_BOTH_WAYS"),
                                KARI_ALONE),
                        new ConversationStruck(CASE, MEETING))
                .map(event -> DynamicTest.dynamicTest(event.getClass().getSimpleName(), () -> {
                    var told = rules.assertFits(
                                    ContractRules.told(new MeetingNews(), event).orElseThrow())
                            .toString();
                    assertThat(told).doesNotContain("Fjorden", "AT_RISK", "FEEDBACK", KARI.toString());
                }));
    }

    @Test
    void what_concerns_the_two_alone_is_not_told() {
        assertThat(ContractRules.told(new MeetingNews(), new NoticeWaived(CASE, MEETING, MeetingKind.DM1)))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> what_others_tell_is_understood() {
        return Stream.of(
                rules.isUnderstood(CaseNews.CASE_OPENED, CaseOpened.class),
                rules.isUnderstood(CaseNews.CASES_MERGED, CasesMerged.class),
                rules.isUnderstood(CaseNews.CASE_SPLIT, CaseSplit.class),
                rules.isUnderstood(CaseNews.CASE_REOPENED, CaseReopened.class),
                rules.isUnderstood(CaseNews.CASE_CLOSED, CaseClosed.class),
                rules.isUnderstood(CaseNews.DEADLINE_SET, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_RECALCULATED, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_REVIVED, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_MET, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_FOUND_MET, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_MISSED, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_EXEMPTED, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_LAPSED, DeadlineNews.class),
                rules.isUnderstood(CaseNews.DEADLINE_NOT_REQUIRED, DeadlineNews.class));
    }
}
