package no.oppfolging.platform.kernel;

import java.util.Optional;

/** Who does something, in which role, and what the right to do it rests on; ids only, never a name. */
public sealed interface Actor {
    Role role();

    /**
     * Somebody who has signed in.
     *
     * @param relation what ties this person to what is acted on; empty where the role alone gives the right
     * @param onBehalfOf whose place a substitute takes
     */
    record Person(PersonId id, Role role, Optional<Relation> relation, Optional<PersonId> onBehalfOf) implements Actor {
        public Person(PersonId id, Role role) {
            this(id, role, Optional.empty(), Optional.empty());
        }
    }

    /** An automation, a sweep or a consumer, by its lasting name such as {@code cases.when-meeting-held}. */
    record Automatic(String name) implements Actor {
        @Override
        public Role role() {
            return Role.SYSTEM;
        }
    }

    /**
     * What ties a person to an employment, as the directory knew it.
     *
     * @param directoryPosition the last entry of the service's directory that was read to see it
     */
    record Relation(Kind kind, long directoryPosition) {
        /** The ties that give rights. */
        public enum Kind {
            SELF,
            LINE_MANAGER,
            SUBSTITUTE,
            HR_OF_ORGANISATION,
            INVITED
        }
    }
}
