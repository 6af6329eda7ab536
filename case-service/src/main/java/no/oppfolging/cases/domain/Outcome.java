package no.oppfolging.cases.domain;

/** What has become of a deadline (utfall). */
public enum Outcome {
    /** The day has not come, or is not judged yet. */
    OPEN,
    /** Done in time, whenever it was learned. */
    MET,
    /** The day has passed, nothing more can be heard of it, and it was not done. */
    MISSED,
    /** It was decided in time that the duty is clearly unnecessary. */
    EXEMPT,
    /** The employee was not sick when the day came, or not employed any more. */
    LAPSED,
    /** The law does not ask for it: partly at work when the day came, and nobody asked for the meeting. */
    NOT_REQUIRED
}
