package no.oppfolging.meetings.domain;

import java.time.LocalDate;

/** The duty to hold a dialogue meeting (plikt) as case-service last told of it: by when, and how it stands. */
public record Duty(MeetingKind kind, LocalDate dueOn, Standing standing) {
    /** How a duty stands. */
    public enum Standing {
        OPEN,
        MET,
        MISSED,
        EXEMPT,
        LAPSED,
        NOT_REQUIRED
    }

    /** Whether a meeting is still asked for; a day that has passed does not lift the duty. */
    public boolean isOutstanding() {
        return standing == Standing.OPEN || standing == Standing.MISSED;
    }
}
