package no.oppfolging.platform.kernel;

/** Something a person or a system asks for (kommando); a record, answered by exactly one stream. */
public interface DomainCommand {
    /** The stream that answers. */
    Identifier target();

    /** What somebody must be tied to to be allowed to ask; the stream itself, unless it is kept beside another's. */
    default Identifier tiedTo() {
        return target();
    }
}
