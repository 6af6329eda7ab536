package no.oppfolging.local.dryrun;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says how far a long run has come, every other second. */
final class Progress {
    private static final long BETWEEN = Duration.ofSeconds(2).toNanos();

    private final PrintStream to;
    private long said;
    private long reckoned;

    Progress(PrintStream to) {
        this.to = to;
    }

    void read(long lines) {
        say("Read %,d lines …", lines);
    }

    void reckoned(int messages) {
        reckoned += messages;
        say("Reckoned %,d messages …", reckoned);
    }

    private void say(String sentence, long count) {
        if (said == 0) {
            said = System.nanoTime();
        } else if (System.nanoTime() - said > BETWEEN) {
            said = System.nanoTime();
            to.printf(Locale.ROOT, sentence + "%n", count);
        }
    }
}
