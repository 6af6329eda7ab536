package no.oppfolging.platform.security;

/** There is no such thing, or the caller may not know whether there is; answered with 404 Not Found. */
public final class NotKnown extends RuntimeException {
    public NotKnown() {
        super("Not known to the caller", null, false, false);
    }
}
