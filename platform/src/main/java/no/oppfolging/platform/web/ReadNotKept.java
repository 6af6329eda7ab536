package no.oppfolging.platform.web;

/** Who reads a case could not be stored, and so nothing of it is shown. */
final class ReadNotKept extends RuntimeException {
    ReadNotKept(RuntimeException cause) {
        super("A read could not be kept", cause);
    }
}
