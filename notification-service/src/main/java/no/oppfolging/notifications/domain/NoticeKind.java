package no.oppfolging.notifications.domain;

/** What a notice tells (varseltype). */
public enum NoticeKind {
    /** People have been summoned to a meeting (innkalling sendt). */
    MEETING_SUMMONED,
    /** A version of the plan lies ready to be signed (plan venter på underskrift). */
    PLAN_AWAITS_SIGNATURE,
    /** Something in the plan in force was not done by its day (tiltak over fristen). */
    MEASURE_OVERDUE
}
