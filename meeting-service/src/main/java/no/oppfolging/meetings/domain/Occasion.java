package no.oppfolging.meetings.domain;

import java.util.Arrays;
import java.util.Optional;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;

/** Why the two talked (anledning): before, during or after an absence, or without one. */
public enum Occasion {
    EMPLOYEE_OR_MANAGER_SEES_CHALLENGES,
    AT_RISK,
    ON_SICK_LEAVE,
    HAS_BEEN_ON_SICK_LEAVE;

    /** As it is kept: that somebody is at risk is nobody else's to know. */
    PersonalText kept(PersonId employee) {
        return new PersonalText(employee, name());
    }

    /** What was kept; empty once it is erased. */
    public static Optional<Occasion> of(PersonalText kept) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(kept.text()))
                .findFirst();
    }
}
