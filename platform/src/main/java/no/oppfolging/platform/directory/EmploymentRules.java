package no.oppfolging.platform.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.messaging.BrokenRule;
import no.oppfolging.platform.messaging.Message;

/** What HR may not say about an employment, beyond what its contract rules out. */
public final class EmploymentRules {
    private static final BrokenRule ANOTHER_ORGANISATION =
            new BrokenRule("/organisation", "employment-of-another-organisation");
    private static final BrokenRule ANOTHER_PERSON =
            new BrokenRule("/data/person/personId", "employment-of-another-person");

    private EmploymentRules() {}

    /** Whose an employment is; this never changes. */
    public record Owner(OrganisationNumber organisation, PersonId employee) {}

    private record Told(Optional<List<Substitute>> substitutes) {}

    private record Substitute(LocalDate from, LocalDate to) {}

    /** What is wrong with the message, whatever else is known. */
    public static Optional<BrokenRule> brokenBy(Message message) {
        if (!HrMessages.tellsOfTheWhole(message)) {
            return Optional.empty();
        }
        var substitutes = message.as(Told.class).substitutes().orElse(List.of());
        for (var i = 0; i < substitutes.size(); i++) {
            if (substitutes.get(i).to().isBefore(substitutes.get(i).from())) {
                return Optional.of(
                        new BrokenRule("/data/substitutes/" + i + "/to", "substitute-ends-before-beginning"));
            }
        }
        return Optional.empty();
    }

    /** What is wrong with the message, now that it is known whose the employment is. */
    public static Optional<BrokenRule> brokenBy(Message message, Owner owner) {
        return brokenBy(message.organisation(), HrMessages.employeeIn(message), owner);
    }

    /** An employment keeps its organisation and its employee. */
    public static Optional<BrokenRule> brokenBy(
            OrganisationNumber organisation, Optional<PersonId> employee, Owner owner) {
        if (!owner.organisation().equals(organisation)) {
            return Optional.of(ANOTHER_ORGANISATION);
        }
        return employee.filter(told -> !told.equals(owner.employee())).map(_ -> ANOTHER_PERSON);
    }
}
