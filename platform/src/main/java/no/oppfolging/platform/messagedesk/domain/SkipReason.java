package no.oppfolging.platform.messagedesk.domain;

/** Why a message is given up (grunn til å hoppe over); a closed list, so that nothing personal can be written. */
public enum SkipReason {
    /** Its sender has sent, or will send, a right one instead. */
    REPLACED_BY_ANOTHER,
    /** Its sender says that it should never have been sent. */
    SENT_BY_MISTAKE,
    /** What it tells is known here already, by other means. */
    KNOWN_BY_OTHER_MEANS,
    /** What it waits for will never come. */
    WHAT_IT_WAITS_FOR_WILL_NOT_COME,
    /** Its bytes have been forgotten or erased, so that it can never be read again. */
    CAN_NO_LONGER_BE_READ
}
