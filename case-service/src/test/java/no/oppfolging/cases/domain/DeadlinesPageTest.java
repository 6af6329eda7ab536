package no.oppfolging.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/deadlines.md} says what the rule sets say. */
class DeadlinesPageTest {
    static final List<Stage> COLUMNS =
            List.of(Stage.PLAN, Stage.PLAN_TO_DOCTOR, Stage.DM1, Stage.REPORT_TO_NAV, Stage.ACTIVITY, Stage.DM2);

    @Test
    void shows_the_rule_sets_as_they_are() throws IOException {
        var page = Files.readAllLines(Path.of("../docs/deadlines.md"));

        assertThat(page)
                .containsSubsequence(SomeLaw.NORWEGIAN_LAW.inOrder().stream()
                        .map(DeadlinesPageTest::row)
                        .toList());
        assertThat(page.stream().filter(line -> line.startsWith("| `"))).hasSameSizeAs(SomeLaw.NORWEGIAN_LAW.inOrder());
    }

    static String row(RuleSet rules) {
        return COLUMNS.stream()
                .map(stage -> rules.duty(stage).map(DeadlinesPageTest::cell).orElse("–"))
                .collect(Collectors.joining(" | ", "| `" + rules.id() + "` | ", " |"));
    }

    static String cell(Duty duty) {
        var term = switch (duty.term()) {
            case Duty.WithinWeeks within -> within.weeks() + " weeks";
            case Duty.WithinMonths within -> within.months() + " months";
            case Duty.WeeksBeforeNavsMeeting before -> before.weeks() + " weeks before Nav's meeting";
            case Duty.OnDemand _ -> "on demand";
        };
        return switch (duty.condition()) {
            case WHOLLY_OR_PARTLY_AWAY -> term;
            case WHOLLY_AWAY -> term + ", wholly away";
            case WHOLLY_AWAY_OR_ELSE_MET -> term + ", or partly at work";
        };
    }
}
