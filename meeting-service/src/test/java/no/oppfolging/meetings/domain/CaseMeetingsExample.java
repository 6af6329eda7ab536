package no.oppfolging.meetings.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseFollowed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingSummoned;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.ToldAt;
import no.oppfolging.platform.testing.Sentences;
import no.oppfolging.platform.testing.Specification;

/** Kari has been away since Monday 2 March 2026; Ola leads her, Dr. Berg signs, Siri represents the union. */
final class CaseMeetingsExample {
    static final CaseId CASE = CaseId.of("00000000-0000-0000-0000-0000000000c1");
    static final CaseId OTHER_CASE = CaseId.of("00000000-0000-0000-0000-0000000000c2");
    static final ToldAt EARLIER = new ToldAt(5);
    static final ToldAt LATER = new ToldAt(9);
    static final EmploymentId EMPLOYMENT = EmploymentId.of("00000000-0000-0000-0000-0000000000e1");
    static final PersonId KARI = PersonId.of("00000000-0000-0000-0000-00000000000a");
    static final PersonId OLA = PersonId.of("00000000-0000-0000-0000-00000000000b");
    static final PersonId BERG = PersonId.of("00000000-0000-0000-0000-00000000000d");
    static final PersonId SIRI = PersonId.of("00000000-0000-0000-0000-000000000005");
    static final MeetingId MEETING = MeetingId.of("00000000-0000-0000-0000-0000000000f1");
    static final MeetingId ANOTHER_MEETING = MeetingId.of("00000000-0000-0000-0000-0000000000f2");

    static final Instant MONDAY_NINE = oslo("2026-03-09T09:00");
    static final Instant NEXT_MONDAY_NINE = oslo("2026-03-16T09:00");
    static final Instant TUESDAY_AFTER = oslo("2026-03-17T12:00");

    static final Participant EMPLOYEE = Participant.named(ParticipantRole.EMPLOYEE, KARI);
    static final Participant MANAGER = Participant.named(ParticipantRole.MANAGER, OLA);
    static final List<Participant> BOTH = List.of(EMPLOYEE, MANAGER);

    static final Appointment IN_A_WEEK = at(NEXT_MONDAY_NINE);
    static final Appointment ON_THURSDAY = at(oslo("2026-03-12T09:00"));

    static final CaseFollowed FOLLOWED = new CaseFollowed(CASE, EMPLOYMENT, KARI);
    static final MeetingSummoned SUMMONED = new MeetingSummoned(CASE, MEETING, MeetingKind.DM1, IN_A_WEEK, BOTH, false);
    static final MeetingSummoned SUMMONED_AT_SHORT_NOTICE =
            new MeetingSummoned(CASE, MEETING, MeetingKind.DM1, ON_THURSDAY, BOTH, true);

    private CaseMeetingsExample() {}

    static Specification<CaseMeetings, CaseMeetingsCommand, CaseMeetingsEvent> meetings() {
        return new Specification<>(
                CaseMeetings.unknown(),
                CaseMeetings::decide,
                CaseMeetings::evolve,
                Sentences.in("messages/meetings.properties"));
    }

    static SummonMeeting summon(Appointment appointment) {
        return new SummonMeeting(CASE, MEETING, MeetingKind.DM1, appointment, BOTH);
    }

    static Appointment at(Instant start) {
        return new Appointment(start, start.plus(Duration.ofHours(1)), text("Møterom Fjorden"), MeetingForm.IN_PERSON);
    }

    static PersonalText text(String text) {
        return new PersonalText(KARI, text);
    }

    static Instant oslo(String time) {
        return LocalDateTime.parse(time).atZone(LegalDay.NORWAY).toInstant();
    }
}
