package no.oppfolging.cases.domain.contact;

/** What an employee may ask for (anmodning). */
public enum RequestKind {
    PLAN,
    MEETING,
    ANOTHER_PARTICIPANT,
    ANOTHER_MANAGER
}
