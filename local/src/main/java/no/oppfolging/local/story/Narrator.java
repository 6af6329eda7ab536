package no.oppfolging.local.story;

import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import no.oppfolging.platform.kernel.LegalDay;

/** Tells the story line by line: when, who, what, and by which paragraph. */
final class Narrator {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final PrintStream out;
    private final Supplier<Instant> now;

    Narrator(PrintStream out, Supplier<Instant> now) {
        this.out = out;
        this.now = now;
    }

    void tell(String who, String what) {
        tell(who, what, "");
    }

    void tell(String who, String what, String paragraph) {
        var when = WHEN.format(now.get().atZone(LegalDay.NORWAY));
        var basis = paragraph.isEmpty() ? "" : "  [" + paragraph + "]";
        out.printf("  %-16s %-13s %s%s%n", when, who, what, basis);
    }
}
