package no.oppfolging.cases.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.figures.QuarterFigures;
import no.oppfolging.cases.domain.figures.QuarterFigures.Counted;
import no.oppfolging.cases.law.AbsenceCost;
import no.oppfolging.cases.read.dashboard.EarlierPublications;
import no.oppfolging.cases.read.dashboard.PublishedQuarters;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.cases.write.QuarterPublisher;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.directory.Employment.Unit;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * How the organisation keeps its deadlines, quarter by quarter: on time, late and why, by unit, and never by person.
 */
@Controller
public final class DashboardPage {
    /** So long after a quarter its days have been judged, and what was late has had time to be explained. */
    private static final int DAYS_UNTIL_PUBLISHED = 14;

    private static final int QUARTERS = 8;
    private static final int MONTHS_IN_A_QUARTER = 3;

    private final CaseOverviews cases;
    private final Directory directory;
    private final PublishedQuarters published;
    private final EarlierPublications earlier;
    private final QuarterPublisher publisher;
    private final AbsenceCost cost;
    private final BooleanSupplier everythingIsSeen;
    private final Clock clock;

    /**
     * @param everythingIsSeen whether the view of cases shows all that is in the log; nothing is told for ever before
     */
    public DashboardPage(
            CaseOverviews cases,
            Directory directory,
            PublishedQuarters published,
            EarlierPublications earlier,
            QuarterPublisher publisher,
            AbsenceCost cost,
            BooleanSupplier everythingIsSeen,
            Clock clock) {
        this.cases = cases;
        this.directory = directory;
        this.published = published;
        this.earlier = earlier;
        this.publisher = publisher;
        this.cost = cost;
        this.everythingIsSeen = everythingIsSeen;
        this.clock = clock;
    }

    /**
     * What one organisation's quarters come to, the latest first.
     *
     * @param waits whether one is not told yet, because not all of its days have been judged
     */
    public record OfOrganisation(OrganisationNumber organisation, List<Quarters> quarters, boolean waits) {}

    @GetMapping("/cases/dashboard")
    String show(Visit visit, Model model) {
        var _ = visit.here();
        var organisations = visit.caller().organisations().stream()
                .sorted(Comparator.comparing(OrganisationNumber::value))
                .toList();
        var today = LegalDay.of(clock.instant());
        var everythingIsSeen = this.everythingIsSeen.getAsBoolean();
        model.addAttribute(
                "organisations",
                organisations.stream()
                        .map(one -> ofOrganisation(one, over(today), everythingIsSeen))
                        .toList());
        model.addAttribute("until", DAYS_UNTIL_PUBLISHED);
        model.addAttribute("cost", cost.on(today).orElse(null));
        model.addAttribute("outdatedCost", cost.lastKnown(today).orElse(null));
        return "cases/dashboard";
    }

    private OfOrganisation ofOrganisation(
            OrganisationNumber organisation, List<String> quarters, boolean everythingIsSeen) {
        var told = new HashMap<>(published.of(organisation));
        quarters.stream()
                .filter(quarter -> !told.containsKey(quarter))
                .forEach(quarter -> toldBefore(organisation, quarter).ifPresent(figures -> told.put(quarter, figures)));
        if (everythingIsSeen && !told.keySet().containsAll(quarters)) {
            var counted = counted(organisation);
            var units = directory.unitNamesIn(organisation);
            quarters.stream()
                    .filter(quarter -> !told.containsKey(quarter) && isJudged(quarter, counted))
                    .forEach(quarter -> told.put(
                            quarter, publisher.tell(organisation, QuarterFigures.of(quarter, units, counted))));
        }
        return new OfOrganisation(
                organisation,
                Quarters.of(quarters.stream()
                        .filter(told::containsKey)
                        .map(told::get)
                        .toList()),
                !told.keySet().containsAll(quarters));
    }

    private Optional<QuarterFigures> toldBefore(OrganisationNumber organisation, String quarter) {
        return publisher
                .told(organisation, quarter)
                .or(() -> earlier.of(organisation, quarter).map(figures -> publisher.tell(organisation, figures)));
    }

    private static boolean isJudged(String quarter, List<Counted> counted) {
        return counted.stream()
                .filter(one -> QuarterFigures.quarterOf(one.due()).equals(quarter))
                .noneMatch(one -> one.outcome() == Outcome.OPEN);
    }

    /** The quarters that are over and may be told of, the latest first. */
    private static List<String> over(LocalDate today) {
        var quarters = new ArrayList<String>();
        var lastDay = today.minusDays(DAYS_UNTIL_PUBLISHED);
        var within = lastDay.withDayOfMonth(1).minusMonths((lastDay.getMonthValue() - 1) % MONTHS_IN_A_QUARTER);
        for (var one = 1; one <= QUARTERS; one++) {
            quarters.add(QuarterFigures.quarterOf(within.minusMonths((long) MONTHS_IN_A_QUARTER * one)));
        }
        return quarters;
    }

    private List<Counted> counted(OrganisationNumber organisation) {
        var all = cases.ofOrganisations(List.of(organisation));
        var employments = directory.employments(
                all.stream().map(CaseOverview::employmentId).toList());
        return all.stream()
                .flatMap(overview -> overview.deadlines().stream()
                        .map(deadline -> new Counted(
                                deadline.stage(),
                                deadline.dueOn(),
                                Optional.ofNullable(employments.get(overview.employmentId()))
                                        .flatMap(Employment::unit)
                                        .map(Unit::name)
                                        .orElse(""),
                                deadline.outcome(),
                                deadline.receivedLate(),
                                deadline.explainedAs())))
                .toList();
    }
}
