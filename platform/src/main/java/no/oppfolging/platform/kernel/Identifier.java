package no.oppfolging.platform.kernel;

import java.util.UUID;

/** Tells one thing from all others of its kind, without saying anything about it; prints as its plain value. */
public interface Identifier {
    UUID value();
}
