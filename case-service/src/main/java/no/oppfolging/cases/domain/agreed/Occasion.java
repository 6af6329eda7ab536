package no.oppfolging.cases.domain.agreed;

/** Why somebody is followed up (anledning). */
public enum Occasion {
    EMPLOYEE_OR_MANAGER_SEES_CHALLENGES,
    AT_RISK,
    /** Absence opens a case by itself. */
    ON_SICK_LEAVE,
    HAS_BEEN_ON_SICK_LEAVE
}
