package no.oppfolging.meetings.pages;

import java.util.List;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.domain.ParticipantRole;

/** Who may come along to a meeting, besides the employee and the line manager it is between. */
final class Guests {
    static final List<ParticipantRole> ROLES = List.of(
            ParticipantRole.UNION_REPRESENTATIVE,
            ParticipantRole.SAFETY_REPRESENTATIVE,
            ParticipantRole.OCCUPATIONAL_HEALTH,
            ParticipantRole.DOCTOR,
            ParticipantRole.NAV,
            ParticipantRole.HR);

    private Guests() {}

    /** The doctor and Nav are called to the law's meeting alone. */
    static List<ParticipantRole> to(MeetingKind kind) {
        return switch (kind) {
            case DM1 -> ROLES;
            case CONVERSATION ->
                List.of(
                        ParticipantRole.UNION_REPRESENTATIVE,
                        ParticipantRole.SAFETY_REPRESENTATIVE,
                        ParticipantRole.OCCUPATIONAL_HEALTH,
                        ParticipantRole.HR);
        };
    }
}
