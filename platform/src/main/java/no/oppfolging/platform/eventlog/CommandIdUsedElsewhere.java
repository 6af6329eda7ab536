package no.oppfolging.platform.eventlog;

/**
 * This command id has been the answer to something else, of another stream or in another request: its first answer is
 * no answer to this, and nothing is done.
 */
public final class CommandIdUsedElsewhere extends RuntimeException {
    CommandIdUsedElsewhere() {
        super("The command id has been used for something else");
    }
}
