package no.oppfolging.cases.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.read.agreed.AgreedFollowUps;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.directory.Employment.Unit;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.NotAllowed;
import no.oppfolging.platform.web.InTheReadersLanguage;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page: the cases of those one leads and one's own. Who has none and an office is led to where its work is:
 * HR and auditors to the list of all, who keeps the product running to the messages. Somebody from outside who is not
 * invited to anything is told so.
 */
@Controller
@InTheReadersLanguage
public final class CasesPage {
    private static final int SOON = 7;

    private final CaseOverviews cases;
    private final Directory directory;
    private final Errands errands;
    private final AgreedFollowUps agreed;
    private final OwedDuties duties;
    private final Clock clock;

    public CasesPage(
            CaseOverviews cases,
            Directory directory,
            Errands errands,
            AgreedFollowUps agreed,
            OwedDuties duties,
            Clock clock) {
        this.cases = cases;
        this.duties = duties;
        this.agreed = agreed;
        this.directory = directory;
        this.errands = errands;
        this.clock = clock;
    }

    /** One line of a list: who it is about and where they work, and what comes next. */
    public record Line(
            CaseOverview overview,
            String name,
            String unit,
            Optional<CaseDeadline> next,
            String standing,
            boolean agreed) {}

    /** Somebody for whom a case may be opened without an absence. */
    public record Followable(EmploymentId employmentId, String name, String unit) {}

    /** One task of a line manager's day, and who it is about. */
    public record TaskLine(LeadersDay.Task task, String name) {
        public boolean errand() {
            return task instanceof LeadersDay.Errand;
        }
    }

    /** One of the four lists of a line manager's day. */
    public record DayList(LeadersDay.Urgency urgency, List<TaskLine> tasks) {}

    /** Lines that belong together, under a heading. */
    public record Group(String heading, List<Line> lines) {}

    @GetMapping("/")
    String front() {
        return "redirect:/cases";
    }

    @GetMapping("/cases")
    String list(Visit visit, Model model) {
        var groups = new ArrayList<Group>();
        if (isLetIn(visit) && visit.caller() instanceof Caller.Person person) {
            var now = clock.instant();
            var led = ofEmployments(directory.employmentsLedBy(person.id(), now));
            if (!led.isEmpty()) {
                model.addAttribute("day", dayOf(led, LegalDay.of(now)));
            }
            model.addAttribute("followable", followable(person, now));
            groups.add(new Group("led", lines(led)));
            groups.add(new Group("own", lines(ofEmployments(directory.employmentsOf(person.id(), now)))));
        }
        groups.removeIf(group -> group.lines().isEmpty());
        if (groups.isEmpty()) {
            var elsewhere = workplaceOf(visit.caller());
            if (elsewhere.isPresent()) {
                return "redirect:" + elsewhere.get();
            }
        }
        model.addAttribute("groups", groups);
        model.addAttribute("employed", visit.caller().roles().contains(Role.EMPLOYEE));
        return "cases/list";
    }

    /** Whoever holds no role at all has a first page too. */
    private static boolean isLetIn(Visit visit) {
        try {
            var _ = visit.here();
            return true;
        } catch (NotAllowed e) {
            if (visit.caller().roles().isEmpty()) {
                return false;
            }
            throw e;
        }
    }

    private static Optional<String> workplaceOf(Caller caller) {
        if (caller.roles().contains(Role.HR) || caller.roles().contains(Role.AUDITOR)) {
            return Optional.of("/cases/all");
        }
        return caller.roles().contains(Role.OPERATOR) ? Optional.of("/cases/messages") : Optional.empty();
    }

    private List<DayList> dayOf(List<CaseOverview> led, LocalDate today) {
        return LeadersDay.of(led, errands.of(led), today).lists().entrySet().stream()
                .map(list -> new DayList(
                        list.getKey(),
                        list.getValue().stream()
                                .map(task -> new TaskLine(
                                        task, nameOf(task.overview().employee())))
                                .toList()))
                .toList();
    }

    /** Those one leads, and oneself, in name order. */
    private List<Followable> followable(Caller.Person person, Instant now) {
        return Stream.concat(
                        directory.employmentsOf(person.id(), now).stream(),
                        directory.employmentsLedBy(person.id(), now).stream())
                .filter(employment -> !employment.ended())
                .map(employment -> new Followable(
                        employment.id(),
                        nameOf(employment.employee()),
                        employment.unit().map(Unit::name).orElse("")))
                .distinct()
                .sorted(Comparator.comparing(Followable::name))
                .toList();
    }

    private List<CaseOverview> ofEmployments(List<Employment> employments) {
        return cases.ofEmployments(employments.stream().map(Employment::id).toList()).stream()
                .map(duties::in)
                .toList();
    }

    private List<Line> lines(List<CaseOverview> overviews) {
        var today = LegalDay.of(clock.instant());
        var units = directory.unitNames(
                overviews.stream().map(CaseOverview::employmentId).toList());
        var agreedOn = agreed.among(overviews.stream().map(CaseOverview::caseId).toList());
        return overviews.stream()
                .map(overview -> line(
                        overview,
                        units.getOrDefault(overview.employmentId(), ""),
                        today,
                        agreedOn.contains(overview.caseId())))
                .sorted(Comparator.comparing(
                                (Line line) -> line.overview().closedOn().isPresent())
                        .thenComparing(
                                line -> line.next().map(CaseDeadline::dueOn).orElse(LocalDate.MAX)))
                .toList();
    }

    private Line line(CaseOverview overview, String unit, LocalDate today, boolean isAgreed) {
        return new Line(
                overview, nameOf(overview.employee()), unit, overview.next(), standing(overview, today), isAgreed);
    }

    /** How what comes next stands; where nothing does, whether something was missed and has not been done since. */
    static String standing(CaseOverview overview, LocalDate today) {
        if (overview.closedOn().isPresent()) {
            return "CLOSED";
        }
        var isLate = overview.deadlines().stream()
                .anyMatch(deadline -> deadline.outcome() == Outcome.MISSED
                        && deadline.factOn().isEmpty());
        return overview.next()
                .map(next -> standing(next, today))
                .orElse(isLate ? Outcome.MISSED.name() : "NOTHING_DUE");
    }

    static String standing(CaseDeadline deadline, LocalDate today) {
        if (deadline.outcome() != Outcome.OPEN) {
            return deadline.outcome().name();
        }
        if (deadline.dueOn().isBefore(today)) {
            return "WAITING";
        }
        return deadline.dueOn().isAfter(today.plusDays(SOON)) ? "OPEN" : "DUE_SOON";
    }

    private String nameOf(PersonId person) {
        return directory.displayName(person).map(PersonalText::text).orElse(PersonalText.ERASED);
    }
}
