package no.oppfolging.platform.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request's body is larger than any we have a use for; answered with 413 Content Too Large. */
final class TooLarge extends IOException {
    TooLarge() {
        super("The body is too large");
    }

    static boolean caused(@Nullable Throwable throwable) {
        for (var cause = throwable; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLarge) {
                return true;
            }
        }
        return false;
    }
}
