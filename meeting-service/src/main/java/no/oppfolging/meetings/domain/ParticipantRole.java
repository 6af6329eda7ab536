package no.oppfolging.meetings.domain;

/** In which capacity someone takes part in a meeting (rolle). */
public enum ParticipantRole {
    EMPLOYEE,
    /** The line manager (nærmeste leder), or the substitute of that day. */
    MANAGER,
    HR,
    /** Attends when the employee wants it (tillitsvalgt). */
    UNION_REPRESENTATIVE,
    /** Attends when the employee wants it (verneombud). */
    SAFETY_REPRESENTATIVE,
    /** Attends on request (bedriftshelsetjeneste). */
    OCCUPATIONAL_HEALTH,
    /** Called when both want it, or the employee alone (sykmelder, behandler). */
    DOCTOR,
    /** Attends on request (Nav). */
    NAV
}
