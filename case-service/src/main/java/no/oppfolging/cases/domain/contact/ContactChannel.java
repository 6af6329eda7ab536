package no.oppfolging.cases.domain.contact;

/** By what somebody gets in touch (kontaktform). */
public enum ContactChannel {
    PHONE,
    SMS,
    E_MAIL,
    VIDEO,
    /** The employee drops in at work. */
    AT_WORK,
    /** The employee is visited. */
    VISIT,
    CARD,
    FLOWERS
}
