package no.oppfolging.local.dryrun;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** A feed tried out on 17 June 2026, and what was printed. */
record Trial(String output, String errors) {
    static final LocalDate TODAY = LocalDate.parse("2026-06-17");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-17T08:00:00Z"), ZoneOffset.UTC);

    /** Asked for as JSON, or as a table; as of that day or, where none is named, as of today. */
    record Asked(Path feed, Optional<LocalDate> asOf) {
        String json() {
            return run(true).output();
        }

        Trial run(boolean json) {
            var output = new ByteArrayOutputStream();
            var errors = new ByteArrayOutputStream();
            DryRun.run(
                    new DryRunOptions(feed, asOf, json),
                    CLOCK,
                    new PrintStream(output, false, UTF_8),
                    new PrintStream(errors, false, UTF_8));
            return new Trial(output.toString(UTF_8), errors.toString(UTF_8));
        }
    }

    static Asked of(Path feed) {
        return new Asked(feed, Optional.of(TODAY));
    }
}
