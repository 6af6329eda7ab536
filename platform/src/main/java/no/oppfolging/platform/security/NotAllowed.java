package no.oppfolging.platform.security;

/** The caller knows the thing but may not do this with it; answered with 403 Forbidden. */
public final class NotAllowed extends RuntimeException {
    public NotAllowed() {
        super("Not allowed to the caller", null, false, false);
    }
}
