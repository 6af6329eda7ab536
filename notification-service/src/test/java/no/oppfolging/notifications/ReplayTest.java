package no.oppfolging.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.CancellationReason;
import no.oppfolging.notifications.domain.DeferralReason;
import no.oppfolging.notifications.domain.FailureCode;
import no.oppfolging.notifications.domain.FollowedCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand;
import no.oppfolging.notifications.domain.FollowedCaseCommand.FollowCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand.JoinCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand.ResumeCase;
import no.oppfolging.notifications.domain.FollowedCaseEvent;
import no.oppfolging.notifications.domain.Notice;
import no.oppfolging.notifications.domain.NoticeCommand;
import no.oppfolging.notifications.domain.NoticeCommand.CancelNotice;
import no.oppfolging.notifications.domain.NoticeCommand.DeferNotice;
import no.oppfolging.notifications.domain.NoticeCommand.OrderNotice;
import no.oppfolging.notifications.domain.NoticeCommand.RecordFailure;
import no.oppfolging.notifications.domain.NoticeCommand.RecordSent;
import no.oppfolging.notifications.domain.NoticeCommand.RecordUnknownOutcome;
import no.oppfolging.notifications.domain.NoticeCommand.StartSending;
import no.oppfolging.notifications.domain.NoticeEvent;
import no.oppfolging.notifications.domain.NoticeKind;
import no.oppfolging.notifications.domain.RecipientRole;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.kernel.ToldAt;
import no.oppfolging.platform.testing.ReplayRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
    private static final CaseId CASE = CaseId.of("00000000-0000-0000-0000-0000000000c1");
    private static final CaseId OTHER_CASE = CaseId.of("00000000-0000-0000-0000-0000000000c2");
    private static final EmploymentId JOB = EmploymentId.of("00000000-0000-0000-0000-0000000000e1");
    private static final PersonId KARI = PersonId.of("00000000-0000-0000-0000-00000000000a");
    private static final PersonId OLA = PersonId.of("00000000-0000-0000-0000-00000000000b");
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T08:00:00Z");
    private static final OrderNotice ORDER = new OrderNotice(
            CASE,
            NoticeKind.MEETING_SUMMONED,
            new UUID(0, 1),
            OLA,
            RecipientRole.MANAGER,
            About.meeting(new UUID(0, 2)),
            NEW_YEAR);
    private static final List<FailureCode> FAILURES = List.of(FailureCode.values());
    private static final List<DeferralReason> DEFERRALS = List.of(DeferralReason.values());
    private static final List<CancellationReason> CANCELLATIONS = List.of(CancellationReason.values());

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("oppfolging.histories", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_history_of_a_notice_leads_to_the_same_however_it_is_folded(long seed) {
        ReplayRules.leadsToTheSame(
                NotificationEvents.catalogue(),
                NoticeEvent.class,
                Notice.unknown(),
                Notice::evolve,
                ofANotice(new Random(seed)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_history_of_a_followed_case_leads_to_the_same_however_it_is_folded(long seed) {
        ReplayRules.leadsToTheSame(
                NotificationEvents.catalogue(),
                FollowedCaseEvent.class,
                FollowedCase.unknown(),
                FollowedCase::evolve,
                ofACase(new Random(seed)));
    }

    /** Some days of whatever may be asked of a notice; what a rule refuses, has not happened. */
    private static List<NoticeEvent> ofANotice(Random random) {
        var events = new ArrayList<NoticeEvent>();
        var state = Notice.unknown();
        var now = NEW_YEAR;
        for (var step = 0; step < 30; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(6 * 60)));
            var command = events.isEmpty() ? ORDER : any(random, now);
            for (var event : decided(state, command, now, Notice::decide)) {
                events.add(event);
                state = state.evolve(event);
            }
        }
        return events;
    }

    private static NoticeCommand any(Random random, Instant now) {
        var notice = ORDER.noticeId();
        var attempt = 1 + random.nextInt(4);
        return switch (random.nextInt(20)) {
            case 0 -> ORDER;
            case 1 -> new CancelNotice(notice, CANCELLATIONS.get(random.nextInt(CANCELLATIONS.size())));
            case 2, 3 ->
                new DeferNotice(
                        notice,
                        now.plus(Duration.ofHours(random.nextInt(30))),
                        DEFERRALS.get(random.nextInt(DEFERRALS.size())));
            case 4, 5, 6, 7 -> new RecordFailure(notice, attempt, FAILURES.get(random.nextInt(FAILURES.size())));
            case 8, 9 -> new RecordUnknownOutcome(notice, attempt);
            case 10, 11 -> new RecordSent(notice, attempt);
            default -> new StartSending(notice);
        };
    }

    private static List<FollowedCaseEvent> ofACase(Random random) {
        var events = new ArrayList<FollowedCaseEvent>();
        var state = FollowedCase.unknown();
        for (var step = 0; step < 12; step++) {
            FollowedCaseCommand command = switch (random.nextInt(4)) {
                case 0 -> new FollowCase(CASE, JOB, KARI);
                case 1 -> new ResumeCase(CASE, anyPlace(random));
                default -> new JoinCase(CASE, OTHER_CASE, anyPlace(random));
            };
            for (var event : decided(state, command, NEW_YEAR, (it, asked, _) -> it.decide(asked))) {
                events.add(event);
                state = state.evolve(event);
            }
        }
        return events;
    }

    private interface Decide<S, C, E> {
        List<E> decide(S state, C command, Instant now);
    }

    private static <S, C, E> List<E> decided(S state, C command, Instant now, Decide<S, C, E> decide) {
        try {
            return decide.decide(state, command, now);
        } catch (Refusal refused) {
            return List.of();
        }
    }

    private static ToldAt anyPlace(Random random) {
        return new ToldAt(1 + random.nextInt(1_000));
    }
}
