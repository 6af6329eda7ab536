package no.oppfolging.platform.directory;

import java.time.Instant;
import java.util.Optional;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.security.Relations;
import no.oppfolging.platform.security.Standing;

/** What ties people to a service's things, where each thing belongs to an employment. */
public final class EmploymentRelations implements Relations {
    private final Directory directory;
    private final Belonging belonging;

    public EmploymentRelations(Directory directory, Belonging belonging) {
        this.directory = directory;
        this.belonging = belonging;
    }

    /** Which employment a thing of this service belongs to, such as a case or a meeting. */
    public interface Belonging {
        Optional<EmploymentId> employmentOf(Identifier target);
    }

    @Override
    public Optional<Standing> standing(PersonId person, Identifier target, Instant at) {
        return employmentOf(target).flatMap(employment -> directory.standing(person, employment, at));
    }

    @Override
    public Optional<OrganisationNumber> organisationOf(Identifier target) {
        return employmentOf(target).flatMap(directory::organisationOf);
    }

    private Optional<EmploymentId> employmentOf(Identifier target) {
        return target instanceof EmploymentId employment ? Optional.of(employment) : belonging.employmentOf(target);
    }
}
