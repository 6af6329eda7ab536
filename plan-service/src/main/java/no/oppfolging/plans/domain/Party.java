package no.oppfolging.plans.domain;

/** One of the two who agree on a plan (part). */
public enum Party {
    EMPLOYEE,
    MANAGER
}
