package no.oppfolging.platform.eventlog;

/**
 * This command id has been answered by another stream than the one that is now asked: its first answer is no answer to
 * this, and nothing is done.
 */
public final class CommandIdUsedElsewhere extends RuntimeException {
    CommandIdUsedElsewhere() {
        super("The command id has been answered by another stream");
    }
}
