package no.oppfolging.meetings.domain;

import no.oppfolging.platform.kernel.PersonId;

/** Someone who is summoned to a meeting, or was there (deltaker). */
public record Participant(ParticipantRole role, PersonId person) {}
