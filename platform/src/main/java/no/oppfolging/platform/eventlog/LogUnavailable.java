package no.oppfolging.platform.eventlog;

/** The database could not be asked; nothing was stored, and the same command may be sent again. */
public final class LogUnavailable extends RuntimeException {
    LogUnavailable(Throwable cause) {
        super("The event log cannot be reached: " + cause.getMessage(), cause);
    }
}
