package no.oppfolging.cases.domain;

/** What an HR system reports about a stretch of days (fraværstype), in the order in which one overrules another. */
public enum AbsenceKind {
    /** Friskmeldt, fully back. */
    BACK_AT_WORK(1, DayKind.WORK),
    /** Korrigert arbeidstid: the hours turned out to equal full work. */
    CORRECTED_HOURS(2, DayKind.WORK),
    /** Ferie. */
    VACATION(3, DayKind.VACATION_OR_LEAVE),
    /** Permisjon. */
    LEAVE(3, DayKind.VACATION_OR_LEAVE),
    /** Egenmelding, and absence before the certificate. */
    SELF_CERTIFICATION(4, DayKind.SICK),
    /** Sykmelding, full or graded. */
    SICK_NOTE(5, DayKind.SICK),
    /** Behandlingsdager: alone they make no day sick. */
    TREATMENT_DAYS(6, DayKind.WORK),
    /** Reisetilskudd: at work, with the journey paid. */
    TRAVEL_SUBSIDY(6, DayKind.WORK);

    private final int rank;
    private final DayKind dayKind;

    AbsenceKind(int rank, DayKind dayKind) {
        this.rank = rank;
        this.dayKind = dayKind;
    }

    /** The lower rank decides a day that several records cover. */
    int rank() {
        return rank;
    }

    public DayKind dayKind() {
        return dayKind;
    }

    /** Whether it may be told without an end: nobody knows how long sickness lasts, nor health. */
    boolean mayBeOpen() {
        return isSickness() || this == BACK_AT_WORK;
    }

    public boolean isSickness() {
        return dayKind == DayKind.SICK;
    }
}
