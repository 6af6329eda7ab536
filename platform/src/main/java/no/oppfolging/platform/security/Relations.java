package no.oppfolging.platform.security;

import java.time.Instant;
import java.util.Optional;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;

/** Knows what ties people to the cases, employments and other things of this service. */
public interface Relations {
    /** How a person stands to a target at an instant; empty when this service does not know the target. */
    Optional<Standing> standing(PersonId person, Identifier target, Instant at);

    /** Whose thing the target is; empty when this service does not know it. */
    Optional<OrganisationNumber> organisationOf(Identifier target);
}
