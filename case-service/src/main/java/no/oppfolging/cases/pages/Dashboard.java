package no.oppfolging.cases.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;

/**
 * How an organisation keeps its deadlines in one quarter (styringstall), so told that nobody can be found in it.
 *
 * <p>Every number is rounded down to a multiple of five, and what is below five is not told, none told apart from few.
 * So whatever is added to or taken from whatever, between units, totals, reasons and quarters, comes to a multiple of
 * five: never to 1, 2, 3 or 4. Quarters do not overlap, and each is told once: nobody can watch a number move.
 *
 * @param quarter such as {@code 2026-K1}: the one in which the days fell due
 */
public record Dashboard(String quarter, List<Line> lines, List<Why> whys) {
    static final int LEAST = 5;
    private static final int MONTHS_IN_A_QUARTER = 3;

    public Dashboard {
        lines = List.copyOf(lines);
        whys = List.copyOf(whys);
    }

    /** One deadline that was judged; {@code unit} is empty where HR's system names none. */
    record Counted(
            Stage stage,
            LocalDate due,
            String unit,
            Outcome outcome,
            boolean receivedLate,
            Optional<LatenessReason> why) {}

    /**
     * One duty in one unit, or in all of them together.
     *
     * @param unit empty for all together
     * @param onTime empty where it is below five, or nothing
     */
    public record Line(
            Stage stage, String unit, Optional<Integer> onTime, Optional<Integer> late, Optional<Integer> exempt) {
        /** Of the days that were kept or not, how many in a hundred were kept; only where both may be told. */
        public Optional<Integer> onTimeRate() {
            return onTime.flatMap(kept -> late.map(missed -> 100 * kept / (kept + missed)));
        }
    }

    /** Why days were missed, for the whole organisation. */
    public record Why(String reason, Optional<Integer> late) {}

    static Dashboard of(String quarter, List<Counted> all) {
        var counted =
                all.stream().filter(one -> quarterOf(one.due()).equals(quarter)).toList();
        var lines = new ArrayList<Line>();
        for (var stage : List.of(Stage.PLAN, Stage.DM1)) {
            var ofStage = counted.stream().filter(one -> one.stage() == stage).toList();
            lines.add(line(stage, "", ofStage));
            ofStage.stream()
                    .map(Counted::unit)
                    .filter(unit -> !unit.isEmpty())
                    .distinct()
                    .sorted()
                    .map(unit -> line(
                            stage,
                            unit,
                            ofStage.stream()
                                    .filter(one -> one.unit().equals(unit))
                                    .toList()))
                    .forEach(lines::add);
        }
        return new Dashboard(quarter, lines, whys(counted));
    }

    private static Line line(Stage stage, String unit, List<Counted> counted) {
        return new Line(
                stage,
                unit,
                told(counted, one -> one.outcome() == Outcome.MET),
                told(counted, one -> one.outcome() == Outcome.MISSED),
                told(counted, one -> one.outcome() == Outcome.EXEMPT));
    }

    private static List<Why> whys(List<Counted> counted) {
        var missed =
                counted.stream().filter(one -> one.outcome() == Outcome.MISSED).toList();
        return Stream.concat(
                        Arrays.stream(LatenessReason.values())
                                .map(reason -> new Why(
                                        reason.name(),
                                        told(missed, one -> one.why().equals(Optional.of(reason))))),
                        Stream.of(
                                new Why(
                                        "unexplained",
                                        told(missed, one -> one.why().isEmpty())),
                                new Why("received", told(missed, Counted::receivedLate))))
                .toList();
    }

    private static Optional<Integer> told(List<Counted> counted, Predicate<Counted> which) {
        var count = Math.toIntExact(counted.stream().filter(which).count());
        return count < LEAST ? Optional.empty() : Optional.of(count / LEAST * LEAST);
    }

    static String quarterOf(LocalDate day) {
        return day.getYear() + "-K" + ((day.getMonthValue() - 1) / MONTHS_IN_A_QUARTER + 1);
    }
}
