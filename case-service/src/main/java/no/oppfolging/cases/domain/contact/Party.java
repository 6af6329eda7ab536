package no.oppfolging.cases.domain.contact;

/** One of the two main parties of a case (hovedaktører); a substitute stands in the leader's place. */
public enum Party {
    EMPLOYEE,
    LEADER;

    public Party other() {
        return this == EMPLOYEE ? LEADER : EMPLOYEE;
    }
}
