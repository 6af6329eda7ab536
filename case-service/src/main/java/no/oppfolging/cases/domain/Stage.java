package no.oppfolging.cases.domain;

/** A point the law has set in the course of a sick leave (stoppunkt). */
public enum Stage {
    /** The follow-up plan is made (oppfølgingsplan). */
    PLAN,
    /** The plan is sent to the doctor who certified the illness (sykmelder). */
    PLAN_TO_DOCTOR,
    /** The employer's dialogue meeting is held (dialogmøte 1). */
    DM1,
    /** The employer reports to Nav, unasked (nieukersrapport). */
    REPORT_TO_NAV,
    /** The plan is sent to Nav before a meeting Nav calls. */
    PLAN_TO_NAV,
    /** The employee is in work-related activity (aktivitetskrav). */
    ACTIVITY,
    /** Nav's dialogue meeting is held (dialogmøte 2). */
    DM2,
    /** Nav's later dialogue meeting, when someone asks for it (dialogmøte 3). */
    DM3;

    /** The stage whose postponement this one shares: a plan goes to the doctor when it is made. */
    Stage owedWith() {
        return this == PLAN_TO_DOCTOR ? PLAN : this;
    }
}
