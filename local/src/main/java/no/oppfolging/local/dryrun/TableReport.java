package no.oppfolging.local.dryrun;

import java.io.PrintStream;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.TrialRun.TriedCase;
import no.oppfolging.cases.domain.TrialRun.TriedDeadline;
import org.jspecify.annotations.Nullable;

/** The outcome for people to read, in the words of the pages. */
final class TableReport implements Report {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final String DEADLINE = "    %-26s %-11s %-11s %-11s %-20s %s%n";

    private final List<ResourceBundle> words = Stream.of("local", "cases", "cases-contact", "frame", "platform")
            .map(file -> ResourceBundle.getBundle("messages/" + file, Locale.ROOT))
            .toList();
    private final PrintStream out;
    private final WorkBy workBy;
    private @Nullable UUID employment;
    private long cases;
    private long rejections;

    TableReport(PrintStream out, WorkBy workBy) {
        this.out = out;
        this.workBy = workBy;
    }

    @Override
    public void begin(LocalDate today) {
        out.println(say("dryrun.title", DAY.format(today)));
    }

    @Override
    public void tell(TriedCase tried) {
        cases++;
        if (!tried.employmentId().value().equals(employment)) {
            employment = tried.employmentId().value();
            out.println();
            out.println(say("dryrun.employment", employment));
        }
        var course = tried.course();
        out.println(say(
                "dryrun.case",
                DAY.format(course.start()),
                DAY.format(course.end()),
                course.ongoing() ? say("dryrun.ongoing") : "",
                course.sickDays(),
                tried.weeks(),
                say(course.gradedAtEnd() ? "dryrun.graded" : "dryrun.not-graded"),
                say(tried.repeatedAbsence() ? "dryrun.repeated" : "dryrun.not-repeated")));
        out.printf(
                DEADLINE,
                say("dryrun.duty"),
                say("dryrun.due"),
                say("dryrun.work-by"),
                say("dryrun.rule-set"),
                say("dryrun.legal-basis"),
                say("dryrun.outcome"));
        tried.deadlines().forEach(this::tell);
    }

    private void tell(TriedDeadline deadline) {
        out.printf(
                DEADLINE,
                say("stage." + deadline.duty().stage()),
                DAY.format(deadline.due()),
                DAY.format(workBy.of(deadline.due())),
                deadline.ruleSet(),
                deadline.duty().legalBasis(),
                say("status." + deadline.outcome()));
    }

    @Override
    public void tell(Rejection rejection) {
        if (rejections == 0) {
            out.println();
            out.println(say("dryrun.rejected"));
        }
        rejections++;
        var rule = rejection.broken().rule();
        out.printf(
                "  %-36s  %-24s %s%n",
                rejection.messageId().map(UUID::toString).orElseGet(() -> say("dryrun.without-id")),
                rejection.broken().pointer(),
                sentence(rule));
    }

    @Override
    public void end() {
        out.println();
        out.println(say("dryrun.sum", cases, rejections));
        out.flush();
    }

    /** The rule's sentence after its name, where there is one for people. */
    private String sentence(String rule) {
        return Stream.of("message-reason.", "refusal.")
                .map(group -> group + rule)
                .filter(key -> words.stream().anyMatch(bundle -> bundle.containsKey(key)))
                .findFirst()
                .map(key -> rule + ": " + say(key))
                .orElse(rule);
    }

    private String say(String key, Object... arguments) {
        var sentence = words.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No words for " + key))
                .getString(key);
        return arguments.length == 0 ? sentence : new MessageFormat(sentence, Locale.of("nb", "NO")).format(arguments);
    }
}
