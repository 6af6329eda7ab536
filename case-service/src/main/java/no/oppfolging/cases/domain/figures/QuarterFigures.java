package no.oppfolging.cases.domain.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;

/**
 * How an organisation kept its deadlines in one quarter (kvartalstall), so told that nobody can be found in it.
 *
 * <p>Every number is rounded down to a multiple of five, and what is below five is not told, none told apart from few:
 * a cell that is not told may be 0 to 4, whatever is added to or taken from whatever. Totals are those of what is told
 * and say nothing of the rest; every unit is named, also one that nobody is away from; and why days were missed is told
 * only where that, held against the units, leaves each cell that is not told free to be none. Quarters do not overlap,
 * and each is told once: nobody can watch a number move.
 *
 * @param quarter such as {@code 2026-K1}: the one in which the days fell due
 * @param whys empty where they would tell too much
 */
public record QuarterFigures(String quarter, List<Line> lines, List<Why> whys) {
    static final int LEAST = 5;
    private static final int MONTHS_IN_A_QUARTER = 3;
    private static final String RECEIVED = "received";
    private static final List<Stage> DUTIES = List.of(Stage.PLAN, Stage.DM1);

    public QuarterFigures {
        lines = List.copyOf(lines);
        whys = List.copyOf(whys);
    }

    /** Whether no number is told, of any unit. */
    public boolean tellsNothing() {
        return lines.stream()
                .allMatch(line -> line.onTime().isEmpty()
                        && line.late().isEmpty()
                        && line.exempt().isEmpty());
    }

    /** One deadline that was judged; {@code unit} is empty where HR's system names none. */
    public record Counted(
            Stage stage,
            LocalDate due,
            String unit,
            Outcome outcome,
            boolean receivedLate,
            Optional<LatenessReason> why) {}

    /**
     * One duty in one unit, or in all of them together.
     *
     * @param unit empty for what is told of all of them together
     * @param onTime empty where it is below five, or nothing
     */
    public record Line(
            Stage stage, String unit, Optional<Integer> onTime, Optional<Integer> late, Optional<Integer> exempt) {
        /** Of the days that are told as kept or not, how many in a hundred were kept. */
        public Optional<Integer> onTimeRate() {
            return onTime.flatMap(kept -> late.map(missed -> 100 * kept / (kept + missed)));
        }
    }

    /** Why days were missed, for the whole organisation. */
    public record Why(String reason, Optional<Integer> late) {}

    /** @param units all there are */
    public static QuarterFigures of(String quarter, List<String> units, List<Counted> all) {
        var counted = all.stream()
                .filter(one ->
                        DUTIES.contains(one.stage()) && quarterOf(one.due()).equals(quarter))
                .toList();
        var lines = new ArrayList<Line>();
        for (var stage : DUTIES) {
            var ofUnits = units.stream()
                    .map(unit -> line(
                            stage,
                            unit,
                            counted.stream()
                                    .filter(one ->
                                            one.stage() == stage && one.unit().equals(unit))
                                    .toList()))
                    .toList();
            lines.add(total(stage, ofUnits));
            lines.addAll(ofUnits);
        }
        var late = lines.stream()
                .filter(line -> !line.unit().isEmpty())
                .map(Line::late)
                .toList();
        var whys = whys(counted);
        return new QuarterFigures(quarter, lines, tellTooMuch(late, whys) ? List.of() : whys);
    }

    private static Line total(Stage stage, List<Line> ofUnits) {
        return new Line(stage, "", sum(ofUnits, Line::onTime), sum(ofUnits, Line::late), sum(ofUnits, Line::exempt));
    }

    private static Optional<Integer> sum(List<Line> lines, Function<Line, Optional<Integer>> cell) {
        return lines.stream().map(cell).flatMap(Optional::stream).reduce(Integer::sum);
    }

    /** The same days stand by unit and by reason: neither may pin what the other does not tell. */
    private static boolean tellTooMuch(List<Optional<Integer>> byUnit, List<Why> whys) {
        var byReason = whys.stream()
                .filter(why -> !why.reason().equals(RECEIVED))
                .map(Why::late)
                .toList();
        var received = whys.stream()
                .filter(why -> why.reason().equals(RECEIVED))
                .flatMap(why -> why.late().stream())
                .reduce(0, Integer::sum);
        return pins(Math.max(atLeast(byUnit), received), byReason)
                || pins(Math.max(atLeast(byReason), received), byUnit);
    }

    /** Whether so many at least leave no cell that is not told free to be none. */
    private static boolean pins(int atLeast, List<Optional<Integer>> cells) {
        var told = cells.stream().flatMap(Optional::stream).toList();
        var untold = cells.size() - told.size();
        var most = told.stream().mapToInt(number -> number + LEAST - 1).sum() + (LEAST - 1) * (untold - 1);
        return untold > 0 && atLeast > most;
    }

    private static int atLeast(List<Optional<Integer>> cells) {
        return cells.stream()
                .flatMap(Optional::stream)
                .mapToInt(Integer::intValue)
                .sum();
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
                                new Why(RECEIVED, told(missed, Counted::receivedLate))))
                .toList();
    }

    private static Optional<Integer> told(List<Counted> counted, Predicate<Counted> which) {
        var count = Math.toIntExact(counted.stream().filter(which).count());
        return count < LEAST ? Optional.empty() : Optional.of(count / LEAST * LEAST);
    }

    public static String quarterOf(LocalDate day) {
        return day.getYear() + "-K" + ((day.getMonthValue() - 1) / MONTHS_IN_A_QUARTER + 1);
    }
}
