package no.oppfolging.cases.domain;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every day of an employment from the first reported one to the last, with the one kind that holds for it.
 *
 * @param beyond the day after the last, and like it all that follow: work, unless a record without an end says
 *     otherwise
 */
record Timeline(List<Stretch> stretches, Stretch beyond) {

    /**
     * Days in a row that the same record decides.
     *
     * @param decidedBy the record whose kind holds, or null where no record covers the days
     */
    record Stretch(
            LocalDate from,
            LocalDate to,
            DayKind kind,
            @Nullable Absence decidedBy) {

        int grade() {
            return decidedBy == null ? 0 : decidedBy.grade();
        }

        @Nullable
        UUID absenceId() {
            return decidedBy == null ? null : decidedBy.id();
        }
    }

    /** Lays the records side by side, in whatever order they came; today tells only which empty days are still open. */
    static Timeline of(Collection<Absence> absences, LocalDate today) {
        var horizon = horizon(absences, today);
        var begins = new TreeMap<LocalDate, List<Absence>>();
        var ends = new TreeMap<LocalDate, List<Absence>>();
        var turns = new TreeSet<LocalDate>();
        for (var absence : absences) {
            var dayAfter = absence.lastDayWithin(horizon).plusDays(1);
            begins.computeIfAbsent(absence.from(), _ -> new ArrayList<>()).add(absence);
            ends.computeIfAbsent(dayAfter, _ -> new ArrayList<>()).add(absence);
            turns.add(absence.from());
            turns.add(dayAfter);
        }
        return new Timeline(between(turns, begins, ends, today), beyond(absences, horizon.plusDays(1)));
    }

    /** A record without an end reaches as far as anything is known. */
    private static LocalDate horizon(Collection<Absence> absences, LocalDate today) {
        var horizon = today;
        for (var absence : absences) {
            horizon = absence.lastKnownDay().isAfter(horizon) ? absence.lastKnownDay() : horizon;
        }
        return horizon;
    }

    private static Stretch beyond(Collection<Absence> absences, LocalDate day) {
        var openEnded = new TreeSet<>(Absence.WHAT_DECIDES_FIRST);
        absences.stream().filter(Absence::isOpenEnded).forEach(openEnded::add);
        if (openEnded.isEmpty()) {
            return new Stretch(day, day, DayKind.WORK, null);
        }
        var decidedBy = decisive(openEnded);
        return new Stretch(day, day, decidedBy.kind().dayKind(), decidedBy);
    }

    /** A return to work without an end ends what began before it, and gives way to whatever begins after it. */
    private static Absence decisive(NavigableSet<Absence> covering) {
        var lastReturn = covering.stream().filter(Absence::isOpenReturn).max(comparing(Absence::from));
        return lastReturn
                .map(back -> covering.stream()
                        .filter(absence -> absence.outlasts(back))
                        .findFirst()
                        .orElse(back))
                .orElseGet(covering::first);
    }

    private static List<Stretch> between(
            TreeSet<LocalDate> turns,
            TreeMap<LocalDate, List<Absence>> begins,
            TreeMap<LocalDate, List<Absence>> ends,
            LocalDate today) {
        var stretches = new ArrayList<Stretch>();
        var covering = new TreeSet<>(Absence.WHAT_DECIDES_FIRST);
        for (var turn : turns) {
            ends.getOrDefault(turn, List.of()).forEach(covering::remove);
            covering.addAll(begins.getOrDefault(turn, List.of()));
            var next = turns.higher(turn);
            if (next == null) {
                break;
            }
            var last = next.minusDays(1);
            if (covering.isEmpty()) {
                addUncovered(stretches, turn, last, today);
            } else {
                addDecided(stretches, turn, last, decisive(covering));
            }
        }
        return List.copyOf(stretches);
    }

    private static void addDecided(List<Stretch> stretches, LocalDate from, LocalDate to, Absence decidedBy) {
        var before = stretches.isEmpty() ? null : stretches.getLast();
        if (before != null && decidedBy.equals(before.decidedBy())) {
            stretches.set(stretches.size() - 1, new Stretch(before.from(), to, before.kind(), decidedBy));
        } else {
            stretches.add(new Stretch(from, to, decidedBy.kind().dayKind(), decidedBy));
        }
    }

    private static void addUncovered(List<Stretch> stretches, LocalDate from, LocalDate to, LocalDate today) {
        if (!from.isAfter(today)) {
            stretches.add(new Stretch(from, to.isAfter(today) ? today : to, DayKind.WORK, null));
        }
        if (to.isAfter(today)) {
            var firstOpenDay = from.isAfter(today) ? from : today.plusDays(1);
            stretches.add(new Stretch(firstOpenDay, to, DayKind.UNKNOWN_FUTURE, null));
        }
    }
}
