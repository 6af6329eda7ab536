package no.oppfolging.cases.domain;

/**
 * Why something was not done in time (forklaring på brudd): neutral, about work, and nothing about anybody's health.
 */
public enum LatenessReason {
    /** The line manager was away, and nobody stood in. */
    MANAGER_ABSENT,
    /** The employee got another line manager meanwhile. */
    MANAGER_CHANGED,
    /** The employee could not be reached. */
    EMPLOYEE_UNREACHABLE,
    /** HR's system told too late of the absence, or told something else first. */
    HR_DATA_LATE,
    /** What had to be done at work left no time for it. */
    WORKLOAD,
    /** The two agreed on another day. */
    ANOTHER_DAY_AGREED,
    /** The plan lay ready in time, and waited for a signature. */
    SIGNATURE_AWAITED,
    /** It was overlooked. */
    OVERLOOKED;

    /** Whether it can be why this duty was late. */
    public boolean isFor(Stage stage) {
        return this != SIGNATURE_AWAITED || stage.owedWith() == Stage.PLAN;
    }
}
