package no.oppfolging.notifications.domain;

/** Why there is no longer a reason to send a notice (bortfall). */
public enum CancellationReason {
    MEETING_CANCELLED,
    MEETING_MOVED,
    MEETING_HELD,
    PLAN_CHANGED,
    PLAN_SIGNED,
    MEASURE_DONE,
    /** It has been closed, or has become part of another. */
    CASE_OVER,
    /** Someone else is the line manager now. */
    RECIPIENT_REPLACED,
    /** It begins now, or has begun: an invitation would come too late. */
    MEETING_BEGUN,
    /** Nobody leads the employee any more. */
    EMPLOYMENT_ENDED,
    /** For two weeks something kept it from being sent; somebody has to tell in another way. */
    OVERDUE
}
