package no.oppfolging.cases.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.oppfolging.cases.domain.Duty;
import no.oppfolging.cases.domain.Duty.Condition;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.domain.TrialRun.TriedDeadline;
import no.oppfolging.cases.read.contact.CaseTalk;
import no.oppfolging.cases.read.contact.CaseTalk.Request;
import no.oppfolging.cases.read.derivation.CaseFigures;
import no.oppfolging.cases.read.derivation.CaseFigures.Figures;
import no.oppfolging.cases.read.history.CaseReaders;
import no.oppfolging.cases.read.history.CaseReaders.Look;
import no.oppfolging.cases.read.history.CaseStory;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.kernel.WorkingCalendar;
import no.oppfolging.platform.messaging.Watermarks;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.security.Sight;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** A case: its dates, what the law asks for and by when, and what has happened. */
@Controller
public final class CasePage {
    private static final int LATEST_READERS = 10;
    private static final Set<String> PRODUCERS = Set.of("meeting", "plan");
    private static final Set<Role> OF_THE_TWO = EnumSet.of(Role.EMPLOYEE, Role.MANAGER, Role.SUBSTITUTE);

    private final CaseOverviews cases;
    private final CaseFigures figures;
    private final CaseStory story;
    private final CaseReaders readers;
    private final CaseAtHand atHand;
    private final Directory directory;
    private final Watermarks watermarks;
    private final WorkingCalendar calendar;
    private final Sentences sentences;
    private final Clock clock;

    public CasePage(
            CaseOverviews cases,
            CaseFigures figures,
            CaseStory story,
            CaseReaders readers,
            CaseAtHand atHand,
            Directory directory,
            Watermarks watermarks,
            WorkingCalendar calendar,
            Sentences sentences,
            Clock clock) {
        this.cases = cases;
        this.figures = figures;
        this.story = story;
        this.readers = readers;
        this.atHand = atHand;
        this.directory = directory;
        this.watermarks = watermarks;
        this.calendar = calendar;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * A deadline as the page shows it.
     *
     * @param advised whether the due day is no working day, so that an earlier one is
     * @param idle whether the case was closed before the day
     * @param spared whether it asks nothing of anybody as things are
     * @param onlyIf how absent the employee must be on the due day, until that day is judged
     */
    public record DeadlineLine(
            CaseDeadline deadline,
            String standing,
            LocalDate workBy,
            boolean advised,
            boolean idle,
            boolean spared,
            Optional<Condition> onlyIf) {}

    /** Somebody who has looked at the case, by name where the directory knows them. */
    public record Reader(Look look, String name) {}

    @GetMapping("/cases/{caseId}")
    String show(@PathVariable UUID caseId, Visit visit, Model model, Locale language) {
        var sight = visit.to(new CaseId(caseId));
        var overview = known(caseId).seenBy(sight);
        var now = clock.instant();
        var today = LegalDay.of(now);
        model.addAttribute("overview", overview);
        model.addAttribute("employee", nameOf(overview.employee()));
        model.addAttribute(
                "manager",
                directory
                        .leaderOf(overview.employmentId(), now)
                        .map(this::nameOf)
                        .orElse(""));
        model.addAttribute("mayGoOn", atHand.mayGoOn(overview, visit));
        model.addAttribute("standIns", atHand.standIns(overview.employmentId()));
        model.addAttribute("week", weekOf(overview, today));
        var known = figures.of(overview.employmentId(), overview.caseId(), today);
        var spared = known.map(Figures::spared).orElse(Set.of());
        model.addAttribute(
                "deadlines",
                overview.deadlines().stream()
                        .map(one ->
                                line(one, overview.closedOn().isPresent(), spared.contains(one.stage()), known, today))
                        .toList());
        model.addAttribute("figures", known.orElse(null));
        model.addAttribute("otherDates", OtherDates.of(overview, known));
        model.addAttribute("ownDays", atHand.ownDays(overview));
        model.addAttribute("awaited", awaited(overview, today));
        var lastDay = overview.closedOn().or(overview::knownUntil);
        addHistory(
                model,
                overview,
                sight,
                now,
                now,
                one -> !one.isBookkeeping() && one.concerns(overview.startedOn(), lastDay),
                language);
        addReaders(model, overview, sight);
        addContact(model, overview, sight, today);
        return "cases/case";
    }

    /** The agreed rhythm and the last contact; what was said is for the two alone. */
    private void addContact(Model model, CaseOverview overview, Sight sight, LocalDate today) {
        var role = sight.actor().role();
        var isOneOfTheTwo = OF_THE_TWO.contains(role);
        var talk = atHand.maybe(overview);
        talk.ifPresent(known -> {
            model.addAttribute("rhythm", known.rhythm());
            model.addAttribute(
                    "silent", overview.closedOn().isEmpty() && known.rhythm().isSilent(today));
            model.addAttribute(
                    "waitingRequests",
                    known.requests().stream().filter(Request::waits).count());
        });
        model.addAttribute("ofTheTwo", isOneOfTheTwo);
        model.addAttribute("agreed", atHand.agreed(overview.caseId()));
        model.addAttribute(
                "handOver", isOneOfTheTwo && talk.flatMap(CaseTalk::handOver).isPresent());
        model.addAttribute("seesRequests", isOneOfTheTwo || role == Role.HR);
    }

    /** The employee sees who else has looked; nobody but the employee does. */
    private void addReaders(Model model, CaseOverview overview, Sight sight) {
        var own = sight.actor().role() == Role.EMPLOYEE;
        model.addAttribute("own", own);
        if (own) {
            var known = readers.of(overview.caseId());
            var self = overview.employee().toString();
            model.addAttribute("unasked", known.missing());
            var names = new HashMap<String, String>();
            var others = known.reads().stream()
                    .filter(look -> !look.by().equals(self))
                    .map(look -> new Reader(
                            look, names.computeIfAbsent(look.by() + look.role(), _ -> nameOf(look.by(), look.role()))))
                    .toList();
            model.addAttribute("readers", others.stream().limit(LATEST_READERS).toList());
            model.addAttribute(
                    "earlierReaders", others.stream().skip(LATEST_READERS).toList());
        }
    }

    /** The case as it stood at the end of a day, or at any instant. */
    @GetMapping("/cases/{caseId}/history")
    String history(
            @PathVariable UUID caseId,
            @ModelAttribute(AsOf.TYPED) AsOf asOf,
            BindingResult faults,
            Visit visit,
            Model model,
            Locale language) {
        var sight = visit.to(new CaseId(caseId));
        var overview = known(caseId);
        var now = clock.instant();
        var asked = asOf.read(faults, now);
        // Nobody knows what will be known.
        var at = asked.isAfter(now) ? now : asked;
        model.addAttribute("overview", overview);
        model.addAttribute("employee", nameOf(overview.employee()));
        model.addAttribute("on", LegalDay.of(at));
        model.addAttribute("at", at.atZone(LegalDay.NORWAY));
        addHistory(model, overview, sight, at, now, one -> true, language);
        return "cases/history";
    }

    /** What has happened is asked for once; what was known at an instant is the part of it recorded by then. */
    private void addHistory(
            Model model,
            CaseOverview overview,
            Sight sight,
            Instant knownAt,
            Instant now,
            Predicate<Happening> shown,
            Locale language) {
        var sealedBefore = atHand.horizon(overview, sight.actor().role()).ofAll();
        var known = story.of(overview.caseId(), overview.employmentId(), now, sight, sealedBefore);
        var told = known.told().stream()
                .filter(one -> !one.recordedAt().isAfter(knownAt))
                .toList();
        model.addAttribute("missing", known.missing());
        model.addAttribute("stops", TimeLineStop.of(known.told()));
        model.addAttribute("disputed", disputed(told));
        model.addAttribute(
                "closedBecause",
                told.stream()
                        .filter(one -> one.simpleName().equals("CaseClosed"))
                        .map(one -> one.detail("because"))
                        .reduce("", (_, latest) -> latest));
        model.addAttribute(
                "picture",
                CasePicture.of(
                        overview.startedOn(),
                        overview.closedOn(),
                        LegalDay.of(knownAt),
                        told,
                        key -> sentences.of(key, language)));
        model.addAttribute(
                "happenings",
                told.stream()
                        .map(one -> new Happening(one, byWhom(one)))
                        .filter(shown)
                        .toList()
                        .reversed());
    }

    /** The stages whose exemption, as it stands, the employee sees otherwise. */
    private static Set<String> disputed(List<CaseStory.Told> told) {
        var disputed = new HashSet<String>();
        for (var one : told) {
            switch (one.simpleName()) {
                case "ExemptionDisputed" -> disputed.add(one.detail("stage"));
                case "DutyExempted", "ExemptionRevoked" -> disputed.remove(one.detail("stage"));
                default -> {}
            }
        }
        return disputed;
    }

    private String byWhom(CaseStory.Told told) {
        return nameOf(told.by(), told.role());
    }

    /** Empty where the directory knows none, as for a program or somebody from outside. */
    private String nameOf(String by, String role) {
        return by.isEmpty() || role.equals(Role.SYSTEM.name())
                ? ""
                : directory.displayName(PersonId.of(by)).map(PersonalText::text).orElse("");
    }

    private CaseOverview known(UUID caseId) {
        return cases.of(new CaseId(caseId)).orElseThrow(NotKnown::new);
    }

    /** What is still open in a closed case waits for its day alone, and asks nothing of anybody. */
    private DeadlineLine line(
            CaseDeadline deadline, boolean closed, boolean spared, Optional<Figures> known, LocalDate today) {
        var workBy = calendar.lastWorkingDayUpTo(deadline.dueOn());
        var open = deadline.outcome() == Outcome.OPEN;
        var asked = open && !closed;
        return new DeadlineLine(
                deadline,
                open && (closed || spared) ? Outcome.OPEN.name() : CasesPage.standing(deadline, today),
                workBy,
                asked && !spared && !workBy.equals(deadline.dueOn()),
                open && closed,
                asked && spared,
                known.filter(_ -> asked).flatMap(reckoned -> conditionOf(deadline.stage(), reckoned)));
    }

    private static Optional<Condition> conditionOf(Stage stage, Figures known) {
        return known.deadlines().stream()
                .map(TriedDeadline::duty)
                .filter(duty -> duty.stage() == stage)
                .map(Duty::condition)
                .findFirst();
    }

    /** Whose news a due day still waits for before it can be judged. */
    private List<String> awaited(CaseOverview overview, LocalDate today) {
        return overview.next()
                .map(CaseDeadline::dueOn)
                .filter(due -> due.isBefore(today))
                .map(due -> watermarks.awaited(
                        PRODUCERS,
                        LegalDay.begins(due.plusDays(1)),
                        cases.familyOf(overview.caseId()).stream()
                                .map(CaseId::value)
                                .collect(Collectors.toSet())))
                .map(List::copyOf)
                .orElse(List.of());
    }

    private static long weekOf(CaseOverview overview, LocalDate today) {
        var last = overview.closedOn().orElse(today);
        return Math.max(0, ChronoUnit.DAYS.between(overview.startedOn(), last)) / 7 + 1;
    }

    private String nameOf(PersonId person) {
        return directory.displayName(person).map(PersonalText::text).orElse(PersonalText.ERASED);
    }
}
