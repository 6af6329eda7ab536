package no.oppfolging.plans.domain;

/** How the plan came to whoever certifies the illness (sykmelder). */
public enum WayToDoctor {
    /** The employee took it along (tok den med). */
    TAKEN_ALONG_BY_EMPLOYEE,
    POSTED,
    /** From the form for plans in Altinn, which passes it on to the general practitioner. */
    THROUGH_ALTINN,
    /** Nav passed it on as a message to the general practitioner (dialogmelding). */
    FORWARDED_BY_NAV
}
