package no.oppfolging.cases.domain.contact;

/** Who gets in touch, or did. */
public enum ContactPerson {
    LINE_MANAGER,
    COLLEAGUE,
    HR,
    /** The employee calls. */
    EMPLOYEE
}
