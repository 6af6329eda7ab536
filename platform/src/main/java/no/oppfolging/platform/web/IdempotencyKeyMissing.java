package no.oppfolging.platform.web;

/** A command came without a key by which it is recognised when it comes again; answered with 400 Bad Request. */
final class IdempotencyKeyMissing extends RuntimeException {
    IdempotencyKeyMissing() {
        super("Idempotency-Key is missing", null, false, false);
    }
}
