package no.oppfolging.cases.domain;

/**
 * Why a duty is clearly unnecessary (åpenbart unødvendig): aml § 4-6 (3) and (4). The codes say something of somebody's
 * health, so they are sealed wherever they are kept, and told to nobody outside the case.
 */
public enum ExemptionReason {
    /** The employee comes back without anything having to change. */
    RETURNS_WITHOUT_ADAPTATION(Stage.PLAN, false),
    /** The employee will not come back to this employer. */
    WILL_NOT_RETURN(Stage.PLAN, false),
    /** Partly at work already, and no adaptation would change anything. */
    PARTLY_AWAY_AND_ADAPTATION_CHANGES_NOTHING(Stage.PLAN, false),

    SERIOUS_ILLNESS_NO_RETURN(Stage.DM1, false),
    SOON_BACK_FULLY_WITHOUT_MEASURES(Stage.DM1, false),
    MEASURES_IN_PLACE_AND_SOON_BACK(Stage.DM1, false),
    /** The meeting is to be held later, if it can: so it has to be looked at again. */
    SERIOUS_ILLNESS_MEETING_NOT_MEANINGFUL_NOW(Stage.DM1, true);

    private final Stage stage;
    private final boolean onlyForNow;

    ExemptionReason(Stage stage, boolean onlyForNow) {
        this.stage = stage;
        this.onlyForNow = onlyForNow;
    }

    /** The duty it can be a reason for. */
    public Stage stage() {
        return stage;
    }

    /** Whether it is one only of somebody who does a part of the work. */
    boolean isOfThePartlyAway() {
        return this == PARTLY_AWAY_AND_ADAPTATION_CHANGES_NOTHING;
    }

    /** Whether it must be said when it is looked at again. */
    public boolean needsReview() {
        return onlyForNow;
    }
}
