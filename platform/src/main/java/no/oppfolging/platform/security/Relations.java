package no.oppfolging.platform.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;

/** Knows what ties people to the cases, employments and other things of this service. */
public interface Relations {
    /** All of them together: each target is known by the first that knows it. */
    static Relations of(List<Relations> all) {
        return new Relations() {
            @Override
            public Optional<Standing> standing(PersonId person, Identifier target, Instant at) {
                return all.stream()
                        .flatMap(relations -> relations.standing(person, target, at).stream())
                        .findFirst();
            }

            @Override
            public Optional<OrganisationNumber> organisationOf(Identifier target) {
                return all.stream()
                        .flatMap(relations -> relations.organisationOf(target).stream())
                        .findFirst();
            }
        };
    }

    /** How a person stands to a target at an instant; empty when this service does not know the target. */
    Optional<Standing> standing(PersonId person, Identifier target, Instant at);

    /** Whose thing the target is; empty when this service does not know it. */
    Optional<OrganisationNumber> organisationOf(Identifier target);
}
