package no.oppfolging.cases.domain;

/** Why a case was closed. */
public enum ClosingReason {
    /** Sixteen days have passed without absence. */
    BACK_AT_WORK,
    EMPLOYMENT_OVER,
    /** Every absence it was made of has been withdrawn, or moved elsewhere. */
    NOTHING_LEFT
}
