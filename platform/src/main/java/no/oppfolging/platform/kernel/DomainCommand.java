package no.oppfolging.platform.kernel;

/** Something a person or a system asks for (kommando); a record, answered by exactly one stream. */
public interface DomainCommand {
    /** The stream that answers. */
    Identifier target();
}
