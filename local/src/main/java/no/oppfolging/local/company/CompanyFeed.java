package no.oppfolging.local.company;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells who works at Fjordlys and who is away, as an HR system would: over the topic, once for each data folder. */
public final class CompanyFeed {
    private static final int AT_ONCE = 50;

    private final HrSystem hr;
    private final HrOffice office;
    private final PrintStream progress;

    public CompanyFeed(HrSystem hr, HrOffice office, PrintStream progress) {
        this.hr = hr;
        this.office = office;
        this.progress = progress;
    }

    /** Tells everything, unless the marker says that it has been told; whether it did so now. */
    public boolean tellOnce(Path folder) {
        var marker = folder.resolve("told");
        if (Files.exists(marker)) {
            return false;
        }
        try {
            var people = office.everyone();
            tell("positions", people);
            tell("news of " + HrOffice.absences() + " absences", office.happenings());
            Files.createDirectories(folder);
            Files.writeString(marker, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private void tell(String what, List<HrMessage> messages) {
        for (var from = 0; from < messages.size(); from += AT_ONCE) {
            var to = Math.min(from + AT_ONCE, messages.size());
            hr.tell(messages.subList(from, to));
            progress.printf("  HR has told %d of %d: %s%n", to, messages.size(), what);
        }
    }
}
