package no.oppfolging.plans.domain;

import java.time.LocalDate;
import java.util.Map;
import no.oppfolging.platform.kernel.MeasureVerb;
import no.oppfolging.platform.kernel.PersonalText;

/**
 * One thing the two will do so that work becomes possible (tiltak).
 *
 * @param responsible exactly one of the two (ditt og mitt ansvar)
 * @param dueOn the last day to have done it
 */
public record PlannedMeasure(
        MeasureId id, MeasureVerb category, PersonalText what, Party responsible, LocalDate dueOn) {
    /** Whether its day is over; that it was done is told apart. */
    public boolean isOverdueOn(LocalDate today) {
        return dueOn.isBefore(today);
    }

    Map<String, Object> signed() {
        return Map.of(
                "id", id.toString(),
                "category", category.name(),
                "what", what.text(),
                "responsible", responsible.name(),
                "dueOn", dueOn.toString());
    }
}
