package no.oppfolging.cases.domain;

/** Who may ask for a dialogue meeting that the law leaves open: aml § 4-6 (4). */
public enum Asker {
    EMPLOYEE,
    EMPLOYER,
    PRACTITIONER
}
