package no.oppfolging.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import no.oppfolging.meetings.domain.Appointment;
import no.oppfolging.meetings.domain.CaseMeetings;
import no.oppfolging.meetings.domain.CaseMeetingsCommand;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.AbsorbCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.CancelMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EndCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EnterConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.FollowCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.JoinCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.LeaveCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.NoteDuty;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ReleaseCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ResumeCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.StrikeConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.WaiveNotice;
import no.oppfolging.meetings.domain.CaseMeetingsEvent;
import no.oppfolging.meetings.domain.ConversationPurpose;
import no.oppfolging.meetings.domain.Duty;
import no.oppfolging.meetings.domain.MeetingForm;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.domain.Occasion;
import no.oppfolging.meetings.domain.Participant;
import no.oppfolging.meetings.domain.ParticipantRole;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
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
    private static final List<Participant> BOTH =
            List.of(Participant.named(ParticipantRole.EMPLOYEE, KARI), Participant.named(ParticipantRole.MANAGER, OLA));
    private static final List<Duty.Standing> STANDINGS = List.of(Duty.Standing.values());
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T08:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("oppfolging.histories", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_history_leads_to_the_same_however_it_is_folded(long seed) {
        ReplayRules.leadsToTheSame(
                MeetingEvents.catalogue(),
                CaseMeetingsEvent.class,
                CaseMeetings.unknown(),
                CaseMeetings::evolve,
                history(new Random(seed)));
    }

    /** Half a year of whatever may be asked of a case's meetings; what a rule refuses, has not happened. */
    private static List<CaseMeetingsEvent> history(Random random) {
        var events = new ArrayList<CaseMeetingsEvent>();
        var state = CaseMeetings.unknown();
        for (var day = 0; day < 180; day += 1 + random.nextInt(6)) {
            var now = NEW_YEAR.plus(Duration.ofDays(day));
            var command = events.isEmpty() ? new FollowCase(CASE, JOB, KARI) : any(random, now);
            for (var event : decided(state, command, now)) {
                events.add(event);
                state = state.evolve(event);
            }
        }
        return events;
    }

    private static List<CaseMeetingsEvent> decided(CaseMeetings state, CaseMeetingsCommand command, Instant now) {
        try {
            return state.decide(command, now);
        } catch (Refusal refused) {
            return List.of();
        }
    }

    private static CaseMeetingsCommand any(Random random, Instant now) {
        var meeting = new MeetingId(new UUID(0, 1 + random.nextInt(4)));
        var appointment = appointment(now.plus(Duration.ofDays(1 + random.nextInt(12))));
        var today = LegalDay.of(now);
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> new SummonMeeting(CASE, meeting, MeetingKind.DM1, appointment, BOTH);
            case 4, 5 -> new MoveMeeting(CASE, meeting, appointment);
            case 6 -> new WaiveNotice(CASE, meeting);
            case 7 -> new CancelMeeting(CASE, meeting, new PersonalText(KARI, "Nytt møte siden"));
            case 8, 9 -> new HoldMeeting(CASE, meeting, today, BOTH);
            case 10 ->
                new NoteDuty(
                        CASE,
                        new Duty(
                                MeetingKind.DM1,
                                today.plusDays(random.nextInt(30)),
                                STANDINGS.get(random.nextInt(STANDINGS.size()))));
            case 11 -> new AbsorbCase(CASE, OTHER_CASE);
            case 12 -> new ReleaseCase(CASE, OTHER_CASE, today.minusDays(10));
            case 13 ->
                new EnterConversation(
                        CASE,
                        meeting,
                        today,
                        MeetingForm.OFF_SITE,
                        Occasion.ON_SICK_LEAVE,
                        Set.of(ConversationPurpose.FEEDBACK_BOTH_WAYS),
                        BOTH);
            case 14 -> new StrikeConversation(CASE, meeting);
            default ->
                switch (random.nextInt(5)) {
                    case 0 -> new JoinCase(CASE, OTHER_CASE, anyPlace(random));
                    case 1 -> new EndCase(CASE, today);
                    case 2 -> new LeaveCase(CASE, anyPlace(random));
                    default -> new ResumeCase(CASE, anyPlace(random));
                };
        };
    }

    private static Appointment appointment(Instant start) {
        return new Appointment(
                start,
                start.plus(Duration.ofHours(1)),
                new PersonalText(KARI, "Møterom Fjorden"),
                MeetingForm.IN_PERSON);
    }

    private static ToldAt anyPlace(Random random) {
        return new ToldAt(1 + random.nextInt(1_000));
    }
}
