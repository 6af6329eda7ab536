package no.oppfolging.local.company;

import java.util.Set;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.Role;

/**
 * Somebody made up, who can sign in.
 *
 * @param subject what the issuer calls them, and HR's feed with it
 * @param role what they are first of all; what they may do follows from the directory or, for offices, from the issuer
 * @param unit where they work; empty for those who do not work at Fjordlys
 * @param organisations where they hold that role
 */
public record Person(String subject, String name, Role role, String unit, Set<OrganisationNumber> organisations) {
    private static final Set<Role> KNOWN_TO_THE_DIRECTORY = Set.of(Role.EMPLOYEE, Role.MANAGER, Role.SUBSTITUTE);

    public Person {
        organisations = Set.copyOf(organisations);
    }

    /** The roles an issuer vouches for: those that no directory could tell. */
    public Set<Role> offices() {
        return KNOWN_TO_THE_DIRECTORY.contains(role) ? Set.of() : Set.of(role);
    }
}
