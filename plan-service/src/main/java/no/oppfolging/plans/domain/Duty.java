package no.oppfolging.plans.domain;

import java.time.LocalDate;

/** The duty to have a plan (plikt, aml § 4-6 (3)) as case-service last told of it: by when, and how it stands. */
public record Duty(LocalDate dueOn, Standing standing) {
    /** How a duty stands. */
    public enum Standing {
        OPEN,
        MET,
        MISSED,
        EXEMPT,
        LAPSED,
        NOT_REQUIRED
    }

    /** Whether a plan is still asked for; a day that has passed does not lift the duty. */
    public boolean isOutstanding() {
        return standing == Standing.OPEN || standing == Standing.MISSED;
    }
}
