package no.oppfolging.platform.security;

import java.util.Locale;
import java.util.Set;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;

/**
 * Somebody who has signed in, as this service's directory knows them now.
 *
 * @param language of the pages they see
 * @param organisations where they are employed
 * @param roles that follow from the directory: {@link Role#EMPLOYEE}, and {@link Role#MANAGER} or
 *     {@link Role#SUBSTITUTE} while they lead somebody
 */
public record SignedIn(
        PersonId person, PersonalText name, Locale language, Set<OrganisationNumber> organisations, Set<Role> roles) {
    public SignedIn {
        organisations = Set.copyOf(organisations);
        roles = Set.copyOf(roles);
    }
}
