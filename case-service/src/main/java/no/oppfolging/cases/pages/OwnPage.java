package no.oppfolging.cases.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.oppfolging.cases.domain.Course;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.pages.OtherDates.OtherDate;
import no.oppfolging.cases.read.contact.CaseTalk;
import no.oppfolging.cases.read.derivation.CaseFigures;
import no.oppfolging.cases.read.derivation.CaseFigures.Figures;
import no.oppfolging.cases.read.derivation.ReportedAbsences;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.directory.Employment.Unit;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.web.InTheReadersLanguage;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The employee's own first page of a case: what is reported, what can be done at work, and what happens next. */
@Controller
@InTheReadersLanguage
public final class OwnPage {
    private static final int LATEST_NEWS = 3;

    private final CaseAtHand cases;
    private final ReportedAbsences absences;
    private final CaseFigures figures;
    private final Directory directory;
    private final Clock clock;

    public OwnPage(CaseAtHand cases, ReportedAbsences absences, CaseFigures figures, Directory directory, Clock clock) {
        this.cases = cases;
        this.absences = absences;
        this.figures = figures;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Something that will happen, by a day.
     *
     * @param what the end of the key of its sentence
     * @param legalBasis empty where no law says so
     */
    public record Ahead(LocalDate on, String what, String legalBasis) {
        boolean isLaw() {
            return !legalBasis.isEmpty();
        }
    }

    @GetMapping("/cases/{caseId}/own")
    String show(@PathVariable CaseId caseId, Visit visit, Model model) {
        var talk = cases.show(caseId, visit, model);
        var overview = cases.overview(caseId);
        var now = clock.instant();
        model.addAttribute("today", LegalDay.of(now));
        model.addAttribute(
                "absences",
                absences.of(
                        overview.employmentId(),
                        overview.startedOn(),
                        overview.knownUntil().map(last -> last.plusDays(Course.FREE_DAYS_THAT_END_A_COURSE))));
        var known = figures.of(overview.employmentId(), overview.caseId(), LegalDay.of(now));
        var ahead = ahead(
                known.map(it -> overview.sparing(it.spared())).orElse(overview), talk, OtherDates.of(overview, known));
        model.addAttribute("ahead", ahead);
        model.addAttribute("lawAhead", ahead.stream().anyMatch(Ahead::isLaw));
        model.addAttribute("planWaits", known.filter(Figures::hasPlan).isPresent());
        model.addAttribute("notRelevant", notRelevant(overview));
        model.addAttribute("news", talk.news().stream().limit(LATEST_NEWS).toList());
        model.addAttribute(
                "manager",
                directory
                        .leaderOf(overview.employmentId(), now)
                        .map(cases::nameOf)
                        .orElse(""));
        model.addAttribute("mayGoOn", cases.mayGoOn(overview, visit));
        model.addAttribute("standIns", cases.standIns(overview.employmentId()));
        model.addAttribute(
                "unit",
                directory
                        .employment(overview.employmentId(), now)
                        .flatMap(Employment::unit)
                        .map(Unit::name)
                        .orElse(""));
        return "cases/own";
    }

    /** What the leader has found unnecessary: it is not ahead any more, and may be seen otherwise. */
    private static List<CaseDeadline> notRelevant(CaseOverview overview) {
        return overview.closedOn().isPresent()
                ? List.of()
                : overview.deadlines().stream()
                        .filter(deadline -> deadline.outcome() == Outcome.EXEMPT)
                        .toList();
    }

    /** Also what should have been done, and was not. */
    private static boolean isToBeDone(CaseDeadline deadline) {
        return deadline.outcome() == Outcome.OPEN
                || (deadline.outcome() == Outcome.MISSED && deadline.factOn().isEmpty());
    }

    private static List<Ahead> ahead(CaseOverview overview, CaseTalk talk, List<OtherDate> others) {
        var ahead = new ArrayList<Ahead>();
        if (overview.closedOn().isEmpty()) {
            overview.deadlines().stream()
                    .filter(OwnPage::isToBeDone)
                    .forEach(deadline -> ahead.add(
                            new Ahead(deadline.dueOn(), deadline.stage().name(), deadline.legalBasis())));
            others.stream()
                    .filter(OtherDate::isAhead)
                    .forEach(other ->
                            ahead.add(new Ahead(other.due(), other.stage().name(), other.legalBasis())));
            if (talk.agreed().isPresent()) {
                ahead.add(new Ahead(talk.rhythm().dueOn(), "CONTACT", ""));
            }
        }
        talk.requests().stream()
                .filter(CaseTalk.Request::waits)
                .forEach(request -> ahead.add(new Ahead(request.answerBy(), "ANSWER", "")));
        ahead.sort(Comparator.comparing(Ahead::on));
        return ahead;
    }
}
