package no.oppfolging.cases.domain;

/** What one calendar day is to the law (dagtype), once every record that covers it has been weighed. */
public enum DayKind {
    /** Away because of illness, wholly or partly, self-certified or certified. */
    SICK,
    /** At work, or nothing is known to the contrary. */
    WORK,
    /** Away for another reason: neither sick nor at work. */
    VACATION_OR_LEAVE,
    /** Still to come, and no record covers it: counted as work, shown as open. */
    UNKNOWN_FUTURE
}
