package no.oppfolging.plans.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.plans.domain.Duty;
import no.oppfolging.plans.domain.Party;
import no.oppfolging.plans.read.caseplans.FollowedCase;
import no.oppfolging.plans.read.caseplans.PlanSummary;
import no.oppfolging.plans.read.caseplans.PlansOfCases;
import no.oppfolging.plans.workbench.Drafts;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The plans of those one leads, one's own, or the organisation's, and what waits for whom. */
@Controller
public final class PlansPage {
    private final PlansOfCases plans;
    private final Drafts drafts;
    private final Directory directory;
    private final PlanReading reading;
    private final Clock clock;

    public PlansPage(PlansOfCases plans, Drafts drafts, Directory directory, PlanReading reading, Clock clock) {
        this.plans = plans;
        this.drafts = drafts;
        this.directory = directory;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * One line of a list.
     *
     * @param unit where in the organisation the job is; empty where HR's system names none
     * @param due by when the law wants a plan, while it does
     * @param summary empty where no plan has been presented
     * @param overdue how many measures should have been done, of those the reader answers for
     * @param mine it waits for the reader's signature
     */
    public record Line(
            CaseId caseId,
            String name,
            String unit,
            Optional<PlanSummary> summary,
            Optional<LocalDate> due,
            Optional<ZonedDateTime> draftSavedAt,
            int overdue,
            boolean mine) {
        public String standing() {
            return summary.map(it -> it.standing().name()).orElse("NONE");
        }

        private int urgency() {
            if (mine || overdue > 0) {
                return 0;
            }
            return summary.isEmpty() ? 1 : summary.get().agreedOn().isPresent() ? 3 : 2;
        }
    }

    /** Lines that belong together, under a heading. */
    public record Group(String heading, List<Line> lines) {}

    @GetMapping("/plans")
    String list(Visit visit, Model model) {
        var _ = visit.here();
        var groups = new ArrayList<Group>();
        if (visit.caller() instanceof Caller.Person person) {
            var now = clock.instant();
            var saved = savedBy(person.id());
            groups.add(new Group(
                    "led", lines(of(directory.employmentsLedBy(person.id(), now)), Optional.of(Party.MANAGER), saved)));
            groups.add(new Group(
                    "own", lines(of(directory.employmentsOf(person.id(), now)), Optional.of(Party.EMPLOYEE), saved)));
            if (person.roles().contains(Role.HR) || person.roles().contains(Role.AUDITOR)) {
                groups.add(new Group(
                        "organisation",
                        lines(plans.ofOrganisations(person.organisations()), Optional.empty(), Map.of())));
            }
        }
        groups.removeIf(group -> group.lines().isEmpty());
        model.addAttribute("groups", groups);
        return "plans/list";
    }

    /** By the case that goes on, where the one it was written in has become part of another. */
    private Map<CaseId, Instant> savedBy(PersonId author) {
        var saved = new HashMap<CaseId, Instant>();
        drafts.savedBy(author)
                .forEach((caseId, at) -> plans.caseOf(caseId)
                        .ifPresent(followed ->
                                saved.merge(followed.caseId(), at, (one, other) -> one.isAfter(other) ? one : other)));
        return saved;
    }

    private List<FollowedCase> of(List<Employment> employments) {
        return plans.ofEmployments(employments.stream().map(Employment::id).toList());
    }

    private List<Line> lines(List<FollowedCase> cases, Optional<Party> reader, Map<CaseId, Instant> saved) {
        var summaries = plans.summariesOf(cases);
        var running = cases.stream().filter(one -> !one.ended()).toList();
        var overdue = plans.overdueIn(running, LegalDay.of(clock.instant()));
        var units = directory.unitNames(
                cases.stream().map(FollowedCase::employmentId).toList());
        return cases.stream()
                .filter(one -> !one.ended() || summaries.containsKey(one.caseId()))
                .map(one -> line(
                        one,
                        units.getOrDefault(one.employmentId(), ""),
                        Optional.ofNullable(summaries.get(one.caseId())),
                        overdue.getOrDefault(one.caseId(), Map.of()),
                        reader,
                        saved))
                .sorted(Comparator.comparingInt(Line::urgency).thenComparing(Line::name))
                .toList();
    }

    private Line line(
            FollowedCase one,
            String unit,
            Optional<PlanSummary> summary,
            Map<Party, Integer> overdue,
            Optional<Party> reader,
            Map<CaseId, Instant> saved) {
        var mine = reader.isPresent()
                && summary.filter(it -> it.standing().waitsFor(reader.get())).isPresent();
        return new Line(
                one.caseId(),
                reading.nameOf(one.employee()),
                unit,
                summary,
                one.duty().filter(Duty::isOutstanding).map(Duty::dueOn),
                Optional.ofNullable(saved.get(one.caseId())).map(at -> at.atZone(LegalDay.NORWAY)),
                overdueFor(reader, overdue),
                mine);
    }

    /** The employee answers for her own; what either has let slip comes before the leader, and HR. */
    private static int overdueFor(Optional<Party> reader, Map<Party, Integer> overdue) {
        return reader.filter(Party.EMPLOYEE::equals).isPresent()
                ? overdue.getOrDefault(Party.EMPLOYEE, 0)
                : overdue.values().stream().mapToInt(Integer::intValue).sum();
    }
}
