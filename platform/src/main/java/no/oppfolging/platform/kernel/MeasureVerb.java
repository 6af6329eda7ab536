package no.oppfolging.platform.kernel;

/** The eight ways to make work possible (C-06), after the booklet Den viktige samtalen (Idébanken, 2013). */
public enum MeasureVerb {
    /** Tilby. */
    OFFER,
    /** Endre. */
    CHANGE,
    /** Tilpasse. */
    ADAPT,
    /** Bytte. */
    SWAP,
    /** Justere. */
    ADJUST,
    /** Trygge. */
    SECURE,
    /** Delegere. */
    DELEGATE,
    /** Omfordele. */
    REDISTRIBUTE
}
