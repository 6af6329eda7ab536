package no.oppfolging.platform.security;

import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Role;

/**
 * How a person stands to something.
 *
 * @param organisation whose thing it is
 * @param directoryPosition the last entry of the directory that was read to see it
 * @param ties closest first; none for a stranger, and none for a former manager
 */
public record Standing(OrganisationNumber organisation, long directoryPosition, List<Tie> ties) {
    public Standing {
        ties = List.copyOf(ties);
    }

    /**
     * One tie, and the role it gives.
     *
     * @param onBehalfOf whose place a substitute takes
     */
    public record Tie(Role role, Actor.Relation.Kind kind, Optional<PersonId> onBehalfOf) {
        public static Tie self() {
            return new Tie(Role.EMPLOYEE, Actor.Relation.Kind.SELF, Optional.empty());
        }

        public static Tie lineManager() {
            return new Tie(Role.MANAGER, Actor.Relation.Kind.LINE_MANAGER, Optional.empty());
        }

        public static Tie substituteOf(PersonId manager) {
            return new Tie(Role.SUBSTITUTE, Actor.Relation.Kind.SUBSTITUTE, Optional.of(manager));
        }

        public static Tie invitedAs(Role role) {
            return new Tie(role, Actor.Relation.Kind.INVITED, Optional.empty());
        }
    }

    /** Whether the thing is about this very person, whatever else ties them to it. */
    boolean isOwn() {
        return ties.stream().anyMatch(tie -> tie.kind() == Actor.Relation.Kind.SELF);
    }

    Optional<Tie> tie(Role role, Actor.Relation.Kind kind) {
        return ties.stream()
                .filter(tie -> tie.role() == role && tie.kind() == kind)
                .findFirst();
    }
}
