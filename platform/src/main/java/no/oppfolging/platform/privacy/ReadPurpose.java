package no.oppfolging.platform.privacy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import no.oppfolging.platform.kernel.Role;

/** What somebody reads a case for (formål); stored for ever, so names are never changed. */
public enum ReadPurpose {
    /** One's own case. */
    OWN_CASE,
    /** Following up an employee, which is the employer's duty (aml § 4-6). */
    FOLLOW_UP,
    /** Helping those who follow up. */
    ASSISTANCE,
    /** Seeing whether rules are kept, before a closer purpose is stated: without anybody's name. */
    CONTROL,
    /** The employer's own control (internkontroll, aml § 3-1). */
    INTERNAL_CONTROL,
    /** Supervision by Arbeidstilsynet (tilsyn, aml § 18-1). */
    SUPERVISION,
    /** A dispute in which the employer has to show what was done (aml § 4-6 (5)). */
    DISPUTE,
    /** Taking part in what one is invited to or sent. */
    PARTICIPATION,
    /** Putting words into what is sent to somebody who may read them. */
    SENDING,
    /** Keeping the product running. */
    OPERATION;

    /** What an auditor can state, and then sees names. */
    public static final Set<ReadPurpose> STATED =
            Collections.unmodifiableSet(EnumSet.of(INTERNAL_CONTROL, SUPERVISION, DISPUTE));

    /** What a role reads cases for, where nothing closer is stated. */
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
