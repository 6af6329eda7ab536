package no.oppfolging.cases.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;

/** A line manager's day in four lists: what is late, due today, due this week, and what waits for someone else. */
record LeadersDay(Map<Urgency, List<Task>> lists) {

    /** Which list a task stands in, the most pressing first. */
    public enum Urgency {
        /** The day is over, and what the law asks for has not been heard of. */
        LATE,
        DUE_TODAY,
        /** Until Sunday. */
        DUE_THIS_WEEK,
        /** The day is over, but it cannot be judged before somebody else has been heard. */
        WAITING_FOR_OTHERS
    }

    /** One thing to do for one case. */
    public sealed interface Task {
        CaseOverview overview();

        LocalDate on();
    }

    /**
     * Something the law asks for.
     *
     * @param on the day it is to be done by: the law's, or when an exemption is looked at again
     */
    public record LegalTask(CaseOverview overview, CaseDeadline deadline, LocalDate on, Step step) implements Task {
        public String path() {
            return step.pathFor(overview, deadline);
        }
    }

    /**
     * Something the two have agreed on, or the employee waits for.
     *
     * @param on when it should be done; of a proposal, when it was made
     * @param everyDays how often there should be contact, where that is the reason
     */
    public record Errand(CaseOverview overview, Need need, LocalDate on, int everyDays) implements Task {
        public String path() {
            return "/cases/" + overview.caseId() + (need == Need.ANSWER_REQUEST ? "/requests" : "/contact");
        }
    }

    /** What an errand is for; the words for it come from {@code errand.<need>} and {@code errand.step.<need>}. */
    public enum Need {
        GET_IN_TOUCH,
        AGREE_ON_CONTACT,
        ANSWER_PROPOSAL,
        AWAIT_PROPOSAL,
        ANSWER_REQUEST
    }

    /** Where the next step is taken; the words for it come from {@code step.<step>}. */
    public enum Step {
        WRITE_PLAN("/plans/cases/"),
        GIVE_PLAN("/plans/cases/"),
        MEET("/meetings/cases/"),
        SEE_CASE("/cases/"),
        /** Why it was late has to be said; that is soon done, and then the thing itself. */
        EXPLAIN("/cases/"),
        /** Whether the duty is still unnecessary. */
        REVIEW("/cases/"),
        /** The employee finds that it is not. */
        ANSWER("/cases/");

        private final String path;

        Step(String path) {
            this.path = path;
        }

        static Step towards(CaseDeadline deadline) {
            if (deadline.outcome() == Outcome.EXEMPT) {
                return deadline.disputed() ? ANSWER : REVIEW;
            }
            if (deadline.outcome() == Outcome.MISSED && deadline.explainedAs().isEmpty()) {
                return EXPLAIN;
            }
            return switch (deadline.stage()) {
                case PLAN, PLAN_TO_NAV -> WRITE_PLAN;
                case PLAN_TO_DOCTOR -> GIVE_PLAN;
                case DM1 -> MEET;
                case REPORT_TO_NAV, ACTIVITY, DM2, DM3 -> SEE_CASE;
            };
        }

        String pathFor(CaseOverview overview, CaseDeadline deadline) {
            var about = path + overview.caseId();
            return switch (this) {
                case WRITE_PLAN, GIVE_PLAN, MEET, SEE_CASE -> about;
                case EXPLAIN, REVIEW, ANSWER -> about + "/deadlines/" + deadline.stage() + "/decisions";
            };
        }
    }

    /** @param today a legal day */
    static LeadersDay of(List<CaseOverview> cases, List<Errand> errands, LocalDate today) {
        var lists = new EnumMap<Urgency, List<Task>>(Urgency.class);
        for (var overview : cases) {
            for (var deadline : overview.deadlines()) {
                if (overview.closedOn().isEmpty() && binds(deadline, today)) {
                    lists.computeIfAbsent(urgencyOf(deadline, today), _ -> new ArrayList<>())
                            .add(new LegalTask(overview, deadline, dayOf(deadline, today), Step.towards(deadline)));
                }
            }
        }
        for (var errand : errands) {
            urgencyOf(errand, today)
                    .ifPresent(urgency -> lists.computeIfAbsent(urgency, _ -> new ArrayList<>())
                            .add(errand));
        }
        lists.values().forEach(list -> list.sort(Comparator.comparing(Task::on)));
        return new LeadersDay(lists);
    }

    /** What is exempt for good is never looked at again, unless the employee waits for an answer. */
    private static LocalDate dayOf(CaseDeadline deadline, LocalDate today) {
        if (deadline.outcome() != Outcome.EXEMPT) {
            return deadline.dueOn();
        }
        var reviewOn = deadline.reviewOn().orElse(LocalDate.MAX);
        return deadline.disputed() && reviewOn.isAfter(endOfWeek(today)) ? endOfWeek(today) : reviewOn;
    }

    private static boolean binds(CaseDeadline deadline, LocalDate today) {
        return switch (deadline.outcome()) {
            // Late and explained: once it is done as well, nothing is left to do.
            case MISSED -> deadline.factOn().isEmpty() || deadline.explainedAs().isEmpty();
            // The law gives the plan's copy until a day, and wants it as soon as the plan is made.
            case OPEN ->
                deadline.stage() == Stage.PLAN_TO_DOCTOR || !deadline.dueOn().isAfter(endOfWeek(today));
            case EXEMPT -> !dayOf(deadline, today).isAfter(endOfWeek(today));
            case MET, LAPSED, NOT_REQUIRED -> false;
        };
    }

    private static Urgency urgencyOf(CaseDeadline deadline, LocalDate today) {
        if (deadline.outcome() == Outcome.MISSED) {
            return Urgency.LATE;
        }
        if (deadline.outcome() == Outcome.EXEMPT) {
            return dayOf(deadline, today).isAfter(today) ? Urgency.DUE_THIS_WEEK : Urgency.DUE_TODAY;
        }
        if (deadline.dueOn().isBefore(today)) {
            return Urgency.WAITING_FOR_OTHERS;
        }
        return deadline.dueOn().equals(today) ? Urgency.DUE_TODAY : Urgency.DUE_THIS_WEEK;
    }

    /** An answer that somebody waits for is for this week at the latest, whenever it is due. */
    private static Optional<Urgency> urgencyOf(Errand errand, LocalDate today) {
        return switch (errand.need()) {
            case AWAIT_PROPOSAL -> Optional.of(Urgency.WAITING_FOR_OTHERS);
            case ANSWER_PROPOSAL -> Optional.of(Urgency.DUE_THIS_WEEK);
            case ANSWER_REQUEST -> Optional.of(byDay(errand.on(), today));
            case GET_IN_TOUCH, AGREE_ON_CONTACT ->
                Optional.of(errand.on())
                        .filter(due -> !due.isAfter(endOfWeek(today)))
                        .map(due -> byDay(due, today));
        };
    }

    private static Urgency byDay(LocalDate due, LocalDate today) {
        if (due.isBefore(today)) {
            return Urgency.LATE;
        }
        return due.equals(today) ? Urgency.DUE_TODAY : Urgency.DUE_THIS_WEEK;
    }

    private static LocalDate endOfWeek(LocalDate today) {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }
}
