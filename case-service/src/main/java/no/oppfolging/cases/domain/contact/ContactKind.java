package no.oppfolging.cases.domain.contact;

/** What a contact was for (typer kontakt, Aas 2009). */
public enum ContactKind {
    /** Bry-seg-om. */
    CARING,
    /** Sikre-driften. */
    KEEPING_OPERATIONS_RUNNING,
    /** Problemløsning, as in a conflict; nobody but the two sees that it was this. */
    PROBLEM_SOLVING
}
