package no.oppfolging.plans.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.platform.kernel.PersonalText;

/**
 * A plan that is being written (kladd): its author's alone, and no fact until it is presented.
 *
 * @param sections the texts by their names, as far as they have been written
 */
public record Draft(
        Map<String, PersonalText> sections,
        Optional<LocalDate> evaluationDate,
        Optional<Boolean> employeeContributed,
        Instant savedAt) {
    public Draft {
        sections = Map.copyOf(sections);
    }
}
