package no.oppfolging.platform.privacy;

import no.oppfolging.platform.kernel.Role;

/** What somebody reads a case for (formål); stored for ever, so names are never changed. */
public enum ReadPurpose {
    /** One's own case. */
    OWN_CASE,
    /** Following up an employee, which is the employer's duty (aml § 4-6). */
    FOLLOW_UP,
    /** Helping those who follow up. */
    ASSISTANCE,
    /** Seeing whether rules are kept. */
    CONTROL,
    /** Taking part in what one is invited to or sent. */
    PARTICIPATION,
    /** Putting words into what is sent to somebody who may read them. */
    SENDING,
    /** Keeping the product running. */
    OPERATION;

    /** What a role reads cases for. */
    public static ReadPurpose of(Role role) {
        return switch (role) {
            case EMPLOYEE -> OWN_CASE;
            case MANAGER, SUBSTITUTE -> FOLLOW_UP;
            case HR -> ASSISTANCE;
            case AUDITOR, DATA_PROTECTION_OFFICER -> CONTROL;
            case UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH, DOCTOR, NAV -> PARTICIPATION;
            case SYSTEM -> SENDING;
            case OPERATOR -> OPERATION;
        };
    }
}
