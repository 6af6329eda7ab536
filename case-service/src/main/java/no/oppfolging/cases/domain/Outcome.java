package no.oppfolging.cases.domain;

import java.time.LocalDate;
import no.oppfolging.cases.domain.Duty.Condition;

/** What has become of a deadline (utfall). */
public enum Outcome {
    /** The day has not come, or is not judged yet. */
    OPEN,
    /** Done in time, whenever it was learned. */
    MET,
    /** The day has passed, nothing more can be heard of it, and it was not done. */
    MISSED,
    /** The employee was not sick when the day came, or not employed any more. */
    LAPSED,
    /** The law does not ask for it: partly at work when the day came, and nobody asked for the meeting. */
    NOT_REQUIRED;

    /** How a due day is judged when the duty was not done, by what the employee was on that very day. */
    static Outcome ofDayWithoutFact(LocalDate due, Course course, Condition condition, boolean askedFor) {
        if (!course.isSickOn(due)) {
            return LAPSED;
        }
        return switch (condition) {
            case WHOLLY_OR_PARTLY_AWAY -> MISSED;
            case WHOLLY_AWAY -> course.isWhollyAwayOn(due) || askedFor ? MISSED : NOT_REQUIRED;
        };
    }
}
