package no.oppfolging.platform.web;

/** {@code If-Match} does not hold one version as an ETag of ours; answered with 400 Bad Request. */
final class VersionUnreadable extends RuntimeException {
    VersionUnreadable() {
        super("If-Match is not a version", null, false, false);
    }
}
