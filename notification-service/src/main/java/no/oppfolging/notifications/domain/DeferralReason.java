package no.oppfolging.notifications.domain;

/** Why a notice waits (utsettelse). */
public enum DeferralReason {
    OUTSIDE_SENDING_HOURS,
    /** Something that makes it needless may still be on its way to us. */
    WAITING_FOR_NEWS,
    /** The owner of what it is about did not answer. */
    WORDS_UNAVAILABLE,
    /** HR has told of no address yet. */
    ADDRESS_MISSING,
    /** HR names nobody who leads the employee. */
    LEADER_MISSING
}
