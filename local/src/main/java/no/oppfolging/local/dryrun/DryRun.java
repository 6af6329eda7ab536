package no.oppfolging.local.dryrun;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.cases.domain.TrialRun;
import no.oppfolging.cases.law.LawFiles;
import no.oppfolging.local.Complaint;
import no.oppfolging.platform.directory.MessageContents;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.messaging.FileDoor;
import no.oppfolging.platform.messaging.FileDoor.Line.LetIn;
import no.oppfolging.platform.messaging.FileDoor.Line.TurnedBack;
import no.oppfolging.platform.time.NorwegianCalendar;
import org.jspecify.annotations.Nullable;

/** Tells what a file of HR's messages would lead to, and leaves nothing behind. */
public final class DryRun {
    public static final String USAGE = """
            Usage: oppfolging dry-run FILE [--as-of DATE] [--json]

              FILE          messages of the HR system, one a line, as on its topic
              --as-of DATE  the day to take for today, such as 2026-06-17
              --json        one JSON object (contracts/README.md) in place of a table
            """;

    private final DryRunOptions options;
    private final PrintStream errors;
    private final LocalDate today;
    private final Instant now;
    private final RuleSets law = LawFiles.read();
    private final Progress progress;

    private DryRun(DryRunOptions options, LocalDate today, PrintStream errors) {
        this.options = options;
        this.errors = errors;
        this.today = today;
        this.now = LegalDay.begins(today);
        this.progress = new Progress(errors);
    }

    /** Does what the arguments after {@code dry-run} ask for, and writes the outcome to standard output. */
    public static void run(List<String> arguments, Clock clock) {
        var options = DryRunOptions.parse(arguments);
        var out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                options.json() ? StandardCharsets.UTF_8 : norwegian(System.out.charset()));
        run(options, clock, out, System.err);
    }

    /** Where the surroundings name no language, Java would write a question mark for every letter it cannot. */
    static Charset norwegian(Charset terminal) {
        return terminal.newEncoder().canEncode("æøå–§") ? terminal : StandardCharsets.UTF_8;
    }

    static void run(DryRunOptions options, Clock clock, PrintStream out, PrintStream errors) {
        var today = options.asOf().orElseGet(() -> LegalDay.of(clock.instant()));
        var workBy = new WorkBy(new NorwegianCalendar());
        var report = options.json() ? new JsonReport(out, workBy) : new TableReport(out, workBy);
        try {
            new DryRun(options, today, errors).tellIn(report);
        } catch (IOException e) {
            throw new Complaint("The file " + options.feed() + " could not be read to its end.");
        }
    }

    private void tellIn(Report report) throws IOException {
        var folder = Files.createTempDirectory("oppfolging-dry-run-");
        var cleaning = new Thread(() -> delete(folder));
        Runtime.getRuntime().addShutdownHook(cleaning);
        try (var messages = new Sorted(folder, "messages");
                var rejections = new Sorted(folder, "rejections")) {
            read(messages, rejections, folder);
            report.begin(today);
            reckon(messages, rejections, report);
            for (var all = rejections.inOrder(); all.hasNext(); ) {
                report.tell(Rejection.fromBytes(all.next()));
            }
            report.end();
        } finally {
            delete(folder);
            Runtime.getRuntime().removeShutdownHook(cleaning);
        }
    }

    private void read(Sorted messages, Sorted rejections, Path folder) throws IOException {
        try (var said = new Sorted(folder, "said")) {
            read(said, rejections);
            hearTheFirst(said, messages, rejections);
        }
    }

    private void read(Sorted said, Sorted rejections) throws IOException {
        var door = new FileDoor();
        try (var lines = new Lines(options.feed())) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                switch (door.read(lines.number(), line)) {
                    case LetIn(var message) -> said.add(Saying.of(message).toBytes());
                    case TurnedBack(var messageId, var rule) -> {
                        rejections.add(Rejection.of(messageId, line, rule).toBytes());
                        if (messageId.isEmpty()) {
                            errors.println("Line " + lines.number() + " is refused: " + rule.rule());
                        }
                    }
                }
                progress.read(lines.number());
            }
        }
    }

    /** An id names one content, the one that HR said first; the same again is a repeat. */
    private static void hearTheFirst(Sorted said, Sorted messages, Sorted rejections) throws IOException {
        @Nullable Saying first = null;
        for (var all = said.inOrder(); all.hasNext(); ) {
            var saying = Saying.fromBytes(all.next());
            if (first == null || !saying.isUnderTheIdOf(first)) {
                first = saying;
                (saying.isRefused() ? rejections : messages).add(saying.outcome());
            } else if (!saying.saysTheSameAs(first)) {
                rejections.add(
                        Rejection.of(saying.messageId(), MessageContents.REUSED).toBytes());
            }
        }
    }

    private void reckon(Sorted messages, Sorted rejections, Report report) throws IOException {
        var ofOne = new ArrayList<Told>();
        for (var all = messages.inOrder(); all.hasNext(); ) {
            var told = Told.fromBytes(all.next());
            if (!ofOne.isEmpty() && !told.employmentId().equals(ofOne.getFirst().employmentId())) {
                reckon(ofOne, rejections, report);
                ofOne.clear();
            }
            ofOne.add(told);
        }
        if (!ofOne.isEmpty()) {
            reckon(ofOne, rejections, report);
        }
    }

    private void reckon(List<Told> ofOne, Sorted rejections, Report report) throws IOException {
        var hearing = new Hearing(law, now).of(ofOne);
        TrialRun.of(hearing.followUp(), today).forEach(report::tell);
        for (var rejection : hearing.rejected()) {
            rejections.add(rejection.toBytes());
        }
        progress.reckoned(ofOne.size());
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
