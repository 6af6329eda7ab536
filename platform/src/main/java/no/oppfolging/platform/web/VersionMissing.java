package no.oppfolging.platform.web;

/** A change was asked for without saying which version was seen; answered with 428 Precondition Required. */
final class VersionMissing extends RuntimeException {
    VersionMissing() {
        super("If-Match is missing", null, false, false);
    }
}
