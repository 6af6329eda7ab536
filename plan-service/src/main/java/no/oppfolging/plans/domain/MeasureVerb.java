package no.oppfolging.plans.domain;

/** In which of the eight ways a measure makes work possible (C-06), after the booklet Den viktige samtalen. */
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
