package no.oppfolging.cases.pages;

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
import no.oppfolging.cases.pages.Dashboard.Counted;
import no.oppfolging.cases.pages.Dashboard.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardTest {
    private static final List<String> QUARTERS = List.of("2025-K3", "2025-K4", "2026-K1");

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_cell_is_below_five_and_no_difference_of_tables_totals_or_quarters_is_one_to_four(long seed) {
        var dashboards = dashboards(new Random(seed));
        var told = dashboards.stream().flatMap(DashboardTest::numbers).toList();

        assertThat(told).isNotEmpty().allMatch(number -> number >= 5);
        for (var one : told) {
            for (var other : told) {
                assertThat(Math.abs(one - other)).isNotIn(1, 2, 3, 4);
            }
        }
        for (var dashboard : dashboards) {
            assertThat(whatIsLeftOfTotals(dashboard)).allMatch(left -> Math.abs(left) % 5 == 0);
            assertThat(sumOf(dashboard.whys().stream().flatMap(why -> why.late().stream())) % 5)
                    .isZero();
        }
        for (var one : dashboards) {
            for (var other : dashboards) {
                assertThat(Math.abs(sumOf(numbers(one)) - sumOf(numbers(other))))
                        .isNotIn(1, 2, 3, 4);
            }
        }
    }

    @Test
    void tells_on_time_late_and_why_by_unit_and_for_all_together() {
        var counted = new ArrayList<Counted>();
        IntStream.range(0, 12).forEach(_ -> counted.add(plan("Lageret", Outcome.MET, null)));
        IntStream.range(0, 7).forEach(_ -> counted.add(plan("Lageret", Outcome.MISSED, LatenessReason.WORKLOAD)));
        IntStream.range(0, 3).forEach(_ -> counted.add(plan("Butikken", Outcome.MISSED, null)));

        var dashboard = Dashboard.of("2026-K1", counted);

        assertThat(dashboard.lines())
                .containsExactly(
                        new Line(Stage.PLAN, "", Optional.of(10), Optional.of(10), Optional.empty()),
                        new Line(Stage.PLAN, "Butikken", Optional.empty(), Optional.empty(), Optional.empty()),
                        new Line(Stage.PLAN, "Lageret", Optional.of(10), Optional.of(5), Optional.empty()),
                        new Line(Stage.DM1, "", Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(dashboard.lines().getFirst().onTimeRate()).contains(50);
        assertThat(dashboard.whys()).contains(new Dashboard.Why("WORKLOAD", Optional.of(5)));
    }

    @Test
    void counts_a_deadline_in_the_quarter_its_day_lies_in() {
        assertThat(Dashboard.quarterOf(LocalDate.parse("2026-03-31"))).isEqualTo("2026-K1");
        assertThat(Dashboard.quarterOf(LocalDate.parse("2026-04-01"))).isEqualTo("2026-K2");
        assertThat(Dashboard.quarterOf(LocalDate.parse("2026-12-31"))).isEqualTo("2026-K4");
    }

    private static Counted plan(String unit, Outcome outcome, @Nullable LatenessReason why) {
        return new Counted(Stage.PLAN, LocalDate.parse("2026-02-15"), unit, outcome, false, Optional.ofNullable(why));
    }

    private static List<Dashboard> dashboards(Random random) {
        var units = List.of("Lageret", "Butikken", "Kontoret", "");
        var all = IntStream.range(0, 60 + random.nextInt(300))
                .mapToObj(_ -> new Counted(
                        random.nextBoolean() ? Stage.PLAN : Stage.DM1,
                        LocalDate.parse("2025-07-01").plusDays(random.nextInt(274)),
                        units.get(random.nextInt(units.size())),
                        any(Outcome.values(), random),
                        random.nextBoolean(),
                        random.nextBoolean() ? Optional.empty() : Optional.of(any(LatenessReason.values(), random))))
                .toList();
        return QUARTERS.stream().map(quarter -> Dashboard.of(quarter, all)).toList();
    }

    private static <T> T any(T[] all, Random random) {
        return all[random.nextInt(all.length)];
    }

    private static Stream<Integer> numbers(Dashboard dashboard) {
        return Stream.concat(
                dashboard.lines().stream()
                        .flatMap(line -> Stream.of(line.onTime(), line.late(), line.exempt())
                                .flatMap(Optional::stream)),
                dashboard.whys().stream().flatMap(why -> why.late().stream()));
    }

    /** Each total less what its units are told as. */
    private static List<Integer> whatIsLeftOfTotals(Dashboard dashboard) {
        return dashboard.lines().stream()
                .filter(line -> line.unit().isEmpty())
                .flatMap(total -> Stream.of(
                        total.onTime().orElse(0)
                                - sumOf(unitsOf(dashboard, total).flatMap(line -> line.onTime().stream())),
                        total.late().orElse(0)
                                - sumOf(unitsOf(dashboard, total).flatMap(line -> line.late().stream()))))
                .toList();
    }

    private static Stream<Line> unitsOf(Dashboard dashboard, Line total) {
        return dashboard.lines().stream()
                .filter(line -> line.stage() == total.stage() && !line.unit().isEmpty());
    }

    private static int sumOf(Stream<Integer> numbers) {
        return numbers.mapToInt(Integer::intValue).sum();
    }
}
