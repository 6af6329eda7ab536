package no.oppfolging.cases.pages;

import java.util.ArrayList;
import java.util.List;
import no.oppfolging.cases.domain.figures.QuarterFigures;

/**
 * One quarter that tells something, or all those in a row that tell nothing (kvartaler uten tall).
 *
 * @param first the earliest of them
 * @param last the latest, and the one whose figures are shown
 */
public record Quarters(QuarterFigures first, QuarterFigures last) {

    /** Whether there are several of them. */
    public boolean isRun() {
        return !first.quarter().equals(last.quarter());
    }

    /** @param latestFirst as they are read */
    static List<Quarters> of(List<QuarterFigures> latestFirst) {
        var folded = new ArrayList<Quarters>();
        for (var quarter : latestFirst) {
            if (!folded.isEmpty() && folded.getLast().first().tellsNothing() && quarter.tellsNothing()) {
                folded.add(new Quarters(quarter, folded.removeLast().last()));
            } else {
                folded.add(new Quarters(quarter, quarter));
            }
        }
        return List.copyOf(folded);
    }
}
