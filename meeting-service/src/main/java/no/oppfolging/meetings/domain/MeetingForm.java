package no.oppfolging.meetings.domain;

/** How people meet (møteform). */
public enum MeetingForm {
    IN_PERSON,
    DIGITAL,
    /** Elsewhere than at work, such as on a walk or in a café (utenfor arbeidsplassen). */
    OFF_SITE
}
