package no.oppfolging.cases.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.oppfolging.cases.domain.Duty.Owner;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.domain.TrialRun.TriedDeadline;
import no.oppfolging.cases.read.derivation.CaseFigures.Figures;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;

/**
 * The law's dates that no event follows, because nothing here tells whether what they ask for was done: the employee's
 * activity, Nav's meeting; and the plan to the doctor until there is a plan to give.
 */
final class OtherDates {
    private OtherDates() {}

    /**
     * One of them.
     *
     * @param outcome empty where the day has passed and nobody here knows what became of it
     */
    public record OtherDate(Stage stage, Owner owner, LocalDate due, String legalBasis, Optional<Outcome> outcome) {
        public boolean isAhead() {
            return outcome.filter(Outcome.OPEN::equals).isPresent();
        }
    }

    /** Of a case that is closed, only what fell within it; the report of 2011 is told in words of its own. */
    static List<OtherDate> of(CaseOverview overview, Optional<Figures> figures) {
        var followed = followed(overview);
        return figures.map(Figures::deadlines).orElse(List.of()).stream()
                .filter(one -> !followed.contains(one.duty().stage()))
                .filter(one -> one.duty().stage() != Stage.REPORT_TO_NAV)
                .filter(one -> overview.closedOn().filter(one.due()::isAfter).isEmpty())
                .map(OtherDates::other)
                .toList();
    }

    static Set<Stage> followed(CaseOverview overview) {
        return overview.deadlines().stream().map(CaseDeadline::stage).collect(Collectors.toSet());
    }

    private static OtherDate other(TriedDeadline one) {
        return new OtherDate(
                one.duty().stage(),
                one.duty().owner(),
                one.due(),
                one.duty().legalBasis().citation(),
                Optional.of(one.outcome()).filter(outcome -> outcome != Outcome.MISSED));
    }
}
