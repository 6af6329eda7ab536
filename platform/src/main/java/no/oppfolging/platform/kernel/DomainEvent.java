package no.oppfolging.platform.kernel;

import java.util.Optional;

/** Something that has happened (hendelse); a record, stored for ever under a lasting name. */
public interface DomainEvent {
    /** The stream it belongs to. */
    Identifier stream();

    /** The case it is part of, if it is part of one. */
    default Optional<CaseId> caseRef() {
        return Optional.empty();
    }
}
