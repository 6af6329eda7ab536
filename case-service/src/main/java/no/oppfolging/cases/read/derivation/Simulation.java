package no.oppfolging.cases.read.derivation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.oppfolging.cases.domain.Stage;

/**
 * What a grade from a day on would change (hva om): which deadlines would appear, vanish or move. Nothing is stored.
 *
 * @param to the last day of it; empty while nobody knows
 */
public record Simulation(LocalDate from, Optional<LocalDate> to, int grade, List<SimulatedDeadline> deadlines) {

    /**
     * One stage, as it would come to be if nothing else happened.
     *
     * @param due the day something has to be done by as things are; empty when nothing has
     * @param wouldBeDue the same with the grade
     */
    public record SimulatedDeadline(
            Stage stage, Optional<LocalDate> due, Optional<LocalDate> wouldBeDue, Change change) {
        static SimulatedDeadline of(Stage stage, Optional<LocalDate> due, Optional<LocalDate> wouldBeDue) {
            return new SimulatedDeadline(stage, due, wouldBeDue, change(due, wouldBeDue));
        }

        private static Change change(Optional<LocalDate> due, Optional<LocalDate> wouldBeDue) {
            if (due.equals(wouldBeDue)) {
                return Change.NONE;
            }
            if (due.isEmpty()) {
                return Change.APPEARS;
            }
            return wouldBeDue.isEmpty() ? Change.VANISHES : Change.MOVES;
        }
    }

    /** What would become of a deadline. */
    public enum Change {
        NONE,
        APPEARS,
        VANISHES,
        MOVES
    }
}
