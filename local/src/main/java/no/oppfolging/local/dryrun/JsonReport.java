package no.oppfolging.local.dryrun;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.oppfolging.cases.domain.TrialRun.TriedCase;
import no.oppfolging.cases.domain.TrialRun.TriedDeadline;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object, each case and each refused message on a line of its own; described in {@code contracts/README.md}.
 */
final class JsonReport implements Report {
    private final JsonMapper json = JsonMapper.shared();
    private final PrintStream out;
    private final WorkBy workBy;
    private String before = "";
    private boolean tellsRejections;

    JsonReport(PrintStream out, WorkBy workBy) {
        this.out = out;
        this.workBy = workBy;
    }

    @JsonPropertyOrder({
        "employmentId",
        "start",
        "end",
        "sickDays",
        "weeks",
        "gradedAtEnd",
        "repeatedAbsence",
        "deadlines"
    })
    private record ToldCase(
            UUID employmentId,
            LocalDate start,
            LocalDate end,
            int sickDays,
            int weeks,
            boolean gradedAtEnd,
            boolean repeatedAbsence,
            List<ToldDeadline> deadlines) {}

    @JsonPropertyOrder({"duty", "due", "workBy", "ruleSet", "legalBasis", "outcome"})
    private record ToldDeadline(
            String duty, LocalDate due, LocalDate workBy, String ruleSet, String legalBasis, String outcome) {}

    @JsonPropertyOrder({"messageId", "pointer", "rule"})
    private record ToldRejection(@Nullable UUID messageId, String pointer, String rule) {}

    @Override
    public void begin(LocalDate today) {
        out.print("{\"cases\":[");
    }

    @Override
    public void tell(TriedCase tried) {
        var course = tried.course();
        line(new ToldCase(
                tried.employmentId().value(),
                course.start(),
                course.end(),
                course.sickDays(),
                tried.weeks(),
                course.gradedAtEnd(),
                tried.repeatedAbsence(),
                tried.deadlines().stream().map(this::told).toList()));
    }

    private ToldDeadline told(TriedDeadline deadline) {
        return new ToldDeadline(
                deadline.duty().stage().name(),
                deadline.due(),
                workBy.of(deadline.due()),
                deadline.ruleSet(),
                deadline.duty().legalBasis().citation(),
                deadline.outcome().name());
    }

    @Override
    public void tell(Rejection rejection) {
        rejections();
        line(new ToldRejection(
                rejection.messageId().orElse(null),
                rejection.broken().pointer(),
                rejection.broken().rule()));
    }

    private void rejections() {
        if (!tellsRejections) {
            tellsRejections = true;
            out.print("\n],\"rejected\":[");
            before = "";
        }
    }

    private void line(Object told) {
        out.print(before + "\n" + json.writeValueAsString(told));
        before = ",";
    }

    @Override
    public void end() {
        rejections();
        out.print("\n]}\n");
        out.flush();
    }
}
