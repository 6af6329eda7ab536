package no.oppfolging.platform.kernel;

import java.util.UUID;

/** Tells one thing from all others of its kind, without saying anything about it. */
public interface Identifier {
    UUID value();
}
