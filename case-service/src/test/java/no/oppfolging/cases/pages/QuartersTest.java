package no.oppfolging.cases.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.domain.figures.QuarterFigures;
import no.oppfolging.cases.domain.figures.QuarterFigures.Line;
import org.junit.jupiter.api.Test;

/** The quarters of an organisation, the latest first. */
class QuartersTest {
    @Test
    void are_one_line_where_several_in_a_row_tell_nothing() {
        assertThat(shown(silent("2026-K1"), silent("2025-K4"), telling("2025-K3"), silent("2025-K2")))
                .containsExactly("2025-K4–2026-K1", "2025-K3", "2025-K2");
    }

    @Test
    void are_told_each_by_itself_where_they_tell_something() {
        assertThat(shown(telling("2026-K1"), telling("2025-K4"))).containsExactly("2026-K1", "2025-K4");
        assertThat(shown()).isEmpty();
    }

    private static List<String> shown(QuarterFigures... latestFirst) {
        return Quarters.of(List.of(latestFirst)).stream()
                .map(one -> one.isRun()
                        ? one.first().quarter() + "–" + one.last().quarter()
                        : one.last().quarter())
                .toList();
    }

    private static QuarterFigures silent(String quarter) {
        return figures(quarter, Optional.empty());
    }

    private static QuarterFigures telling(String quarter) {
        return figures(quarter, Optional.of(5));
    }

    private static QuarterFigures figures(String quarter, Optional<Integer> onTime) {
        var lines = Stream.of(new Line(Stage.PLAN, "", onTime, Optional.empty(), Optional.empty()))
                .toList();
        return new QuarterFigures(quarter, lines, List.of());
    }
}
