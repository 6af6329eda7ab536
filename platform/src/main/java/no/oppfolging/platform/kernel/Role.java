package no.oppfolging.platform.kernel;

/** In what capacity somebody acts (rolle); what each may do stands in the table of authority. */
public enum Role {
    /** Arbeidstaker: in the own case. */
    EMPLOYEE,
    /** Nærmeste leder: the manager with personnel responsibility, now. */
    MANAGER,
    /** Stedfortreder: acts as manager within dates. */
    SUBSTITUTE,
    /** Personalavdeling. */
    HR,
    /** Tillitsvalgt. */
    UNION_REPRESENTATIVE,
    /** Verneombud. */
    SAFETY_REPRESENTATIVE,
    /** Bedriftshelsetjeneste (BHT). */
    OCCUPATIONAL_HEALTH,
    /** Sykmelder, behandler. */
    DOCTOR,
    /** Arbeids- og velferdsetaten. */
    NAV,
    /** Revisor, Arbeidstilsynet. */
    AUDITOR,
    /** Personvernombud. */
    DATA_PROTECTION_OFFICER,
    /** Driftsansvarlig: sees messages that wait or were refused, never a case's content. */
    OPERATOR,
    /** The product itself: automations, sweeps and messages from other services. */
    SYSTEM
}
