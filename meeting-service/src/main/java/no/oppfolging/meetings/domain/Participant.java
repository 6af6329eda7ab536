package no.oppfolging.meetings.domain;

import java.util.Optional;
import no.oppfolging.platform.kernel.PersonId;

/**
 * Someone who is summoned to a meeting, or was there (deltaker).
 *
 * @param person empty for somebody from outside, such as the doctor: then the role says who
 */
public record Participant(ParticipantRole role, Optional<PersonId> person) {
    public static Participant named(ParticipantRole role, PersonId person) {
        return new Participant(role, Optional.of(person));
    }

    /** Whoever fills the role. */
    public static Participant as(ParticipantRole role) {
        return new Participant(role, Optional.empty());
    }

    /** What may stand only once in a list of participants. */
    Object whoever() {
        return person.isPresent() ? person.get() : role;
    }
}
