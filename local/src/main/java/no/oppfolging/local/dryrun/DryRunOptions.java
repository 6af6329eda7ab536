package no.oppfolging.local.dryrun;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import no.oppfolging.local.Complaint;
import org.jspecify.annotations.Nullable;

/**
 * What to try out, and how to tell of it.
 *
 * @param asOf the day to take for today; empty for today itself
 */
record DryRunOptions(Path feed, Optional<LocalDate> asOf, boolean json) {
    private static final String KNOWN = "known are --as-of DATE and --json";

    private static final int EARLIEST_YEAR = 1;
    private static final int LATEST_YEAR = 9999;

    static DryRunOptions parse(List<String> arguments) {
        Path feed = null;
        var asOf = Optional.<LocalDate>empty();
        var json = false;
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            switch (argument) {
                case "--json" -> json = true;
                case "--as-of" -> {
                    if (!rest.hasNext()) {
                        throw new Complaint("--as-of needs a value.");
                    }
                    asOf = Optional.of(day(rest.next()));
                }
                default -> feed = file(argument, feed);
            }
        }
        if (feed == null) {
            throw new Complaint("dry-run needs a file of HR messages, one a line.");
        }
        return new DryRunOptions(feed, asOf, json);
    }

    private static LocalDate day(String value) {
        try {
            var day = LocalDate.parse(value);
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // It is told below.
        }
        throw new Complaint("--as-of needs a date such as 2026-06-17, not \"" + value + "\".");
    }

    private static Path file(String argument, @Nullable Path already) {
        if (argument.startsWith("--")) {
            throw new Complaint("Unknown option " + argument + "; " + KNOWN + ".");
        }
        if (already != null) {
            throw new Complaint("dry-run reads one file, not both " + already + " and " + argument + ".");
        }
        var file = Path.of(argument);
        if (!Files.exists(file)) {
            throw new Complaint("There is no file " + argument + ".");
        }
        if (Files.isDirectory(file)) {
            throw new Complaint(argument + " is a folder; dry-run reads a file of HR messages, one a line.");
        }
        if (!Files.isReadable(file)) {
            throw new Complaint("The file " + argument + " cannot be read.");
        }
        return file;
    }
}
