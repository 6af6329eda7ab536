package no.oppfolging.cases.pages;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.oppfolging.cases.read.history.CaseStory.Told;
import no.oppfolging.platform.kernel.LegalDay;

/**
 * A day on which something happened in a case, to see it as it stood when that day was over.
 *
 * @param first the name of what happened first that day
 * @param more whether something else happened too
 */
public record TimeLineStop(LocalDate on, String first, boolean more) {
    /** Every day on which something happened that people would call an event, the first first. */
    static List<TimeLineStop> of(List<Told> told) {
        var days = new LinkedHashMap<LocalDate, Set<String>>();
        for (var one : told) {
            if (new Happening(one, "").isBookkeeping()) {
                continue;
            }
            days.computeIfAbsent(LegalDay.of(one.recordedAt()), _ -> new LinkedHashSet<>())
                    .add(one.simpleName());
        }
        return days.entrySet().stream()
                .map(day -> new TimeLineStop(
                        day.getKey(),
                        day.getValue().iterator().next(),
                        day.getValue().size() > 1))
                .toList();
    }
}
