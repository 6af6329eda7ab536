package no.oppfolging.platform.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A failure as a log may keep it: what kind it was and where it happened, and none of its words, for a message that
 * could not be handled may be quoted in them.
 */
final class Wordless extends Exception {
    private Wordless(Throwable failure, @Nullable Throwable cause) {
        super(failure.getClass().getName(), cause, false, true);
        setStackTrace(failure.getStackTrace());
    }

    static Wordless of(Throwable failure) {
        var cause = failure.getCause();
        return new Wordless(failure, cause == null ? null : of(cause));
    }
}
