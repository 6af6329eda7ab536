package no.oppfolging.cases.write;

import no.oppfolging.cases.domain.contact.Party;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.NotAllowed;

/** Which of the two main parties somebody is, by what ties them to the case now. */
public final class Parties {
    private Parties() {}

    /** A substitute stands in the leader's place. */
    public static Party of(Role role) {
        return switch (role) {
            case EMPLOYEE -> Party.EMPLOYEE;
            case MANAGER, SUBSTITUTE -> Party.LEADER;
            default -> throw new NotAllowed();
        };
    }
}
