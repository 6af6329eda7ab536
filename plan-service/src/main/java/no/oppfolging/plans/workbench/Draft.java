package no.oppfolging.plans.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
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

    /**
     * With what its author wrote elsewhere meanwhile set beside it, so that no text is lost; of a day, an answer or a
     * row of the measures that both have, this one's counts.
     *
     * @param mark the line between the two, where both have written in the same section
     */
    public Draft beside(Draft other, String mark) {
        var both = new HashMap<>(sections);
        other.sections()
                .forEach((name, there) ->
                        both.merge(name, there, (here, _) -> name.contains(".") ? here : beside(here, there, mark)));
        return new Draft(
                both,
                evaluationDate.or(other::evaluationDate),
                employeeContributed.or(other::employeeContributed),
                savedAt);
    }

    private static PersonalText beside(PersonalText here, PersonalText there, String mark) {
        if (here.text().contains(there.text())) {
            return here;
        }
        return there.text().contains(here.text())
                ? there
                : new PersonalText(here.subject(), here.text() + "\n\n" + mark + "\n" + there.text());
    }
}
