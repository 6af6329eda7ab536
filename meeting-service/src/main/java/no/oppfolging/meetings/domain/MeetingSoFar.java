package no.oppfolging.meetings.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.kernel.KeptFor;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;

/** All there is to know of a meeting when another case takes it over. */
public record MeetingSoFar(
        Appointment appointment,
        List<Participant> participants,
        boolean shortNotice,
        boolean noticeWaived,
        Optional<LocalDate> heldOn,
        List<Participant> attended,
        @KeptFor(Purpose.REASON_CODE) Optional<PersonalText> purposes) {
    public MeetingSoFar {
        participants = List.copyOf(participants);
        attended = List.copyOf(attended);
    }
}
