package no.oppfolging.cases.domain.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.domain.figures.QuarterFigures.Counted;
import no.oppfolging.cases.domain.figures.QuarterFigures.Line;
import no.oppfolging.cases.domain.figures.QuarterFigures.Why;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuarterFiguresTest {
    private static final List<String> UNITS = List.of("Butikken", "Kontoret", "Lageret");
    private static final List<String> QUARTERS = List.of("2025-K3", "2025-K4", "2026-K1");

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_cell_is_below_five_and_no_difference_of_tables_totals_or_quarters_is_one_to_four(long seed) {
        var dashboards = dashboards(new Random(seed));
        var told = dashboards.stream().flatMap(QuarterFiguresTest::numbers).toList();

        assertThat(told).isNotEmpty().allMatch(number -> number >= 5);
        for (var one : told) {
            for (var other : told) {
                assertThat(Math.abs(one - other)).isNotIn(1, 2, 3, 4);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_cell_that_is_not_told_could_be_none_by_all_that_is_told(long seed) {
        for (var dashboard : dashboards(new Random(seed))) {
            var units = cells(dashboard.lines().stream()
                    .filter(line -> !line.unit().isEmpty())
                    .map(Line::late));
            var reasons = cells(dashboard.whys().stream()
                    .filter(why -> !why.reason().equals("received"))
                    .map(Why::late));
            units.forEach(hidden ->
                    hidden.couldBeNone(units, reasons, dashboard.whys().isEmpty()));
            reasons.forEach(hidden -> hidden.couldBeNone(reasons, units, false));
        }
    }

    @Test
    void a_total_is_that_of_what_is_told() {
        var counted = new ArrayList<Counted>();
        UNITS.forEach(unit -> IntStream.range(0, 4).forEach(_ -> counted.add(plan(unit, Outcome.MISSED, null))));

        assertThat(QuarterFigures.of("2026-K1", UNITS, counted).lines())
                .filteredOn(line -> line.stage() == Stage.PLAN)
                .extracting(Line::late)
                .containsOnly(Optional.empty());
    }

    @Test
    void tells_on_time_late_and_why_by_unit_and_for_what_is_told_of_them_together() {
        var counted = new ArrayList<Counted>();
        IntStream.range(0, 12).forEach(_ -> counted.add(plan("Lageret", Outcome.MET, null)));
        IntStream.range(0, 7).forEach(_ -> counted.add(plan("Lageret", Outcome.MISSED, LatenessReason.WORKLOAD)));
        IntStream.range(0, 3).forEach(_ -> counted.add(plan("Butikken", Outcome.MISSED, null)));

        var dashboard = QuarterFigures.of("2026-K1", UNITS, counted);

        assertThat(dashboard.lines())
                .startsWith(
                        new Line(Stage.PLAN, "", Optional.of(10), Optional.of(5), Optional.empty()),
                        new Line(Stage.PLAN, "Butikken", Optional.empty(), Optional.empty(), Optional.empty()),
                        new Line(Stage.PLAN, "Kontoret", Optional.empty(), Optional.empty(), Optional.empty()),
                        new Line(Stage.PLAN, "Lageret", Optional.of(10), Optional.of(5), Optional.empty()));
        assertThat(dashboard.whys()).contains(new Why("WORKLOAD", Optional.of(5)));
    }

    @Test
    void does_not_tell_why_where_the_units_would_leave_one_reason_no_way_to_be_none() {
        var counted = new ArrayList<Counted>();
        Stream.of(LatenessReason.values())
                .forEach(reason ->
                        IntStream.range(0, 9).forEach(_ -> counted.add(plan("Lageret", Outcome.MISSED, reason))));
        IntStream.range(0, 4).forEach(_ -> counted.add(plan("Lageret", Outcome.MISSED, null)));

        assertThat(QuarterFigures.of("2026-K1", UNITS, counted).whys()).isEmpty();
    }

    @Test
    void counts_a_deadline_in_the_quarter_its_day_lies_in() {
        assertThat(QuarterFigures.quarterOf(LocalDate.parse("2026-03-31"))).isEqualTo("2026-K1");
        assertThat(QuarterFigures.quarterOf(LocalDate.parse("2026-04-01"))).isEqualTo("2026-K2");
        assertThat(QuarterFigures.quarterOf(LocalDate.parse("2026-12-31"))).isEqualTo("2026-K4");
    }

    private static Counted plan(String unit, Outcome outcome, @Nullable LatenessReason why) {
        return new Counted(Stage.PLAN, LocalDate.parse("2026-02-15"), unit, outcome, false, Optional.ofNullable(why));
    }

    private static List<QuarterFigures> dashboards(Random random) {
        var units = Stream.concat(UNITS.stream(), Stream.of("")).toList();
        var reasons = LatenessReason.values();
        var few = 1 + random.nextInt(reasons.length);
        var all = IntStream.range(0, 60 + random.nextInt(300))
                .mapToObj(_ -> new Counted(
                        random.nextBoolean() ? Stage.PLAN : Stage.DM1,
                        LocalDate.parse("2025-07-01").plusDays(random.nextInt(274)),
                        units.get(random.nextInt(units.size())),
                        random.nextBoolean() ? Outcome.MISSED : any(Outcome.values(), random),
                        random.nextInt(10) == 0,
                        random.nextBoolean() ? Optional.empty() : Optional.of(reasons[random.nextInt(few)])))
                .toList();
        return QUARTERS.stream()
                .map(quarter -> QuarterFigures.of(quarter, UNITS, all))
                .toList();
    }

    private static <T> T any(T[] all, Random random) {
        return all[random.nextInt(all.length)];
    }

    private static Stream<Integer> numbers(QuarterFigures dashboard) {
        return Stream.concat(
                dashboard.lines().stream()
                        .flatMap(line -> Stream.of(line.onTime(), line.late(), line.exempt())
                                .flatMap(Optional::stream)),
                dashboard.whys().stream().flatMap(why -> why.late().stream()));
    }

    /** What a reader knows of a number: it lies between these, both included. */
    private record Cell(int least, int most, boolean told) {
        /** Two ways to divide the same days must be able to come to the same sum when this one is none. */
        void couldBeNone(List<Cell> amongThese, List<Cell> others, boolean nothingElseIsTold) {
            if (told || nothingElseIsTold || others.isEmpty()) {
                return;
            }
            var most = amongThese.stream().mapToInt(Cell::most).sum() - this.most;
            var atLeast = others.stream().mapToInt(Cell::least).sum();
            assertThat(atLeast).isLessThanOrEqualTo(most);
        }
    }

    private static List<Cell> cells(Stream<Optional<Integer>> told) {
        return told.map(number -> number.map(it -> new Cell(it, it + 4, true)).orElseGet(() -> new Cell(0, 4, false)))
                .toList();
    }
}
