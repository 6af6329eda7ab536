package no.oppfolging.platform.security;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;

/** Who is behind a request: a person who has signed in, or another program. */
public sealed interface Caller {
    /** The organisations whose things may be shown to this caller at all. */
    Set<OrganisationNumber> organisations();

    /** What the caller holds without looking at anything in particular. */
    Set<Role> roles();

    /**
     * Somebody who has signed in.
     *
     * @param name as the directory has it; empty for somebody who is not in it, such as an auditor from outside
     * @param signIn how they proved who they are
     */
    record Person(
            PersonId id,
            Optional<PersonalText> name,
            Locale language,
            Set<Role> roles,
            Set<OrganisationNumber> organisations,
            SignIn signIn)
            implements Caller {
        public Person {
            roles = Set.copyOf(roles);
            organisations = Set.copyOf(organisations);
        }
    }

    /**
     * How somebody proved who they are, in their issuer's own words.
     *
     * @param acr how strongly; empty when the issuer did not say
     * @param amr by which means
     * @param at when; empty when the issuer did not say
     */
    record SignIn(String issuer, Optional<String> acr, List<String> amr, Optional<Instant> at) {
        public SignIn {
            amr = List.copyOf(amr);
        }
    }

    /** Another service, or the employer's system, by the name its issuer knows it by. */
    record Program(String name, Set<OrganisationNumber> organisations) implements Caller {
        public Program {
            organisations = Set.copyOf(organisations);
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.SYSTEM);
        }
    }
}
