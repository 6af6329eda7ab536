package no.oppfolging.platform.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;

/**
 * An employment (arbeidsforhold) as it is on a day, by what HR has told so far.
 *
 * @param lineManager whom HR names; {@link Directory} tells who leads
 * @param ended whether it is over on that day
 * @param directoryPosition the entry this was read from
 */
public record Employment(
        EmploymentId id,
        OrganisationNumber organisation,
        PersonId employee,
        Optional<Unit> unit,
        Optional<PersonId> lineManager,
        List<Substitute> substitutes,
        boolean ended,
        long directoryPosition) {
    public Employment {
        substitutes = List.copyOf(substitutes);
    }

    /** Where in the organisation (enhet). */
    public record Unit(String id, String name) {}

    /** Who takes the line manager's place (stedfortreder), both days included. */
    public record Substitute(PersonId person, LocalDate from, LocalDate to) {
        boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** A manager recorded as the own leader is nobody's superior here. */
    boolean isLedByTheEmployee() {
        return lineManager.filter(employee::equals).isPresent();
    }
}
