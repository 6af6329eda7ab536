package no.oppfolging.cases.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AnswerDispute;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AskForDialogueMeeting;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.DisputeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExplainLateness;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.JudgeDeadlines;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteDialogueMeetingHeld;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmployment;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmploymentEnd;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteGivenPlanStruck;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanAgreed;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanGiven;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanPresented;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ReviewExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RevokeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.WithdrawAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AgreedPlanNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasePeriodChanged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingAskedFor;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DisputeAnswered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DutyExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentEndNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionDisputed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionHeld;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionReviewed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionRevoked;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.GivenPlanNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.LatenessExplained;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.PresentedPlanNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.StruckGivenPlanNoted;
import no.oppfolging.cases.domain.Fact.DialogueMeetingAsked;
import no.oppfolging.cases.domain.Fact.Done;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** The follow-up of one employment (sykefraværsoppfølging): its absences, the cases they make, and their deadlines. */
public sealed interface EmploymentFollowUp {
    /** What the command leads to; empty when it is already so. Pure: the time is handed in. */
    List<EmploymentFollowUpEvent> decide(EmploymentFollowUpCommand command, Instant now);

    /** The facts alone that the command tells of, without what follows from them; none when they are known. */
    List<EmploymentFollowUpEvent> facts(EmploymentFollowUpCommand command, Instant now);

    /** The state after one more event. Never refuses: what has happened, has happened. */
    EmploymentFollowUp evolve(EmploymentFollowUpEvent event);

    static EmploymentFollowUp unknown(RuleSets law) {
        return new Unknown(law);
    }

    /** Nobody has told of the employment yet; whatever is said about it has to wait. */
    record Unknown(RuleSets law) implements EmploymentFollowUp {
        @Override
        public List<EmploymentFollowUpEvent> decide(EmploymentFollowUpCommand command, Instant now) {
            return facts(command, now);
        }

        @Override
        public List<EmploymentFollowUpEvent> facts(EmploymentFollowUpCommand command, Instant now) {
            return switch (command) {
                case NoteEmployment note ->
                    List.of(new EmploymentNoted(note.employmentId(), note.revision(), note.employee()));
                case NoteEmploymentEnd _,
                        RegisterAbsence _,
                        WithdrawAbsence _,
                        NoteDialogueMeetingHeld _,
                        NotePlanAgreed _,
                        NotePlanGiven _,
                        NoteGivenPlanStruck _,
                        NotePlanPresented _,
                        AskForDialogueMeeting _,
                        ExemptDuty _,
                        ReviewExemption _,
                        RevokeExemption _,
                        DisputeExemption _,
                        AnswerDispute _,
                        ExplainLateness _,
                        JudgeDeadlines _ ->
                    throw new FollowUpRefused(
                            "employment-not-known-yet",
                            Map.of("employment", command.employmentId().toString()));
            };
        }

        @Override
        public EmploymentFollowUp evolve(EmploymentFollowUpEvent event) {
            return event instanceof EmploymentNoted noted
                    ? new Employed(
                            law,
                            noted.employmentId(),
                            noted.employee(),
                            noted.revision(),
                            null,
                            ToldAbsences.none(),
                            Map.of())
                    : this;
        }
    }

    /**
     * Someone is or was employed.
     *
     * @param revision the HR system's count of what it has said about the employment
     * @param lastDay the last day of the employment, once it is known to end
     */
    record Employed(
            RuleSets law,
            EmploymentId id,
            PersonId employee,
            long revision,
            @Nullable LocalDate lastDay,
            ToldAbsences absences,
            Map<CaseId, FollowUpCase> cases)
            implements EmploymentFollowUp {

        /**
         * The stages an employer can meet with what the services tell today. Nav's and the employee's are read off the
         * rule sets where they are shown: nobody in the house can meet or miss them.
         */
        private static final List<Stage> FOLLOWED = List.of(Stage.PLAN, Stage.DM1);

        /** A plan goes to the doctor once there is one; until then what is owed is the plan. */
        private static final List<Stage> FOLLOWED_WITH_A_PLAN = List.of(Stage.PLAN, Stage.PLAN_TO_DOCTOR, Stage.DM1);

        public Employed {
            cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
        }

        @Override
        public List<EmploymentFollowUpEvent> decide(EmploymentFollowUpCommand command, Instant now) {
            return command instanceof JudgeDeadlines judge ? judged(judge, now) : whatFollows(facts(command, now), now);
        }

        @Override
        public List<EmploymentFollowUpEvent> facts(EmploymentFollowUpCommand command, Instant now) {
            return switch (command) {
                case NoteEmployment note -> noted(note);
                case NoteEmploymentEnd note -> ended(note);
                case RegisterAbsence register -> absences.registered(id, register);
                case WithdrawAbsence withdraw -> absences.withdrawn(id, withdraw);
                case NoteDialogueMeetingHeld note -> held(note, now);
                case NotePlanAgreed note -> agreed(note, now);
                case NotePlanGiven note -> given(note, now);
                case NoteGivenPlanStruck note -> struck(note);
                case NotePlanPresented note -> presented(note, LegalDay.of(now));
                case AskForDialogueMeeting ask -> asked(ask);
                case ExemptDuty exempt -> about(exempt.caseId(), now).exempted(exempt);
                case ReviewExemption review -> about(review.caseId(), now).reviewed(review);
                case RevokeExemption revoke -> about(revoke.caseId(), now).revoked(revoke);
                case DisputeExemption dispute -> about(dispute.caseId(), now).disputed(dispute);
                case AnswerDispute answer -> about(answer.caseId(), now).answered(answer);
                case ExplainLateness explain -> about(explain.caseId(), now).explained(explain);
                case JudgeDeadlines _ -> List.of();
            };
        }

        /** A fact changes what the courses are, and these what is due; without a fact nothing follows. */
        private List<EmploymentFollowUpEvent> whatFollows(List<EmploymentFollowUpEvent> facts, Instant now) {
            if (facts.isEmpty()) {
                return List.of();
            }
            var unfolding = new Unfolding(this, now);
            facts.forEach(unfolding::happens);
            followCourses(unfolding);
            return unfolding.events();
        }

        private List<EmploymentFollowUpEvent> judged(JudgeDeadlines judge, Instant now) {
            FollowUpRefused.unless(
                    judge.through().isBefore(LegalDay.of(now)), "day-not-over-yet", "day", judge.through());
            var unfolding = new Unfolding(this, now);
            var courses = followCourses(unfolding);
            new DeadlineReckoning(unfolding, courses, Employed::followed).judge(judge.through());
            new CaseReckoning(unfolding, courses).close(judge.through());
            return unfolding.events();
        }

        private static List<Course> followCourses(Unfolding unfolding) {
            var courses = unfolding.state().courses(unfolding.today());
            new CaseReckoning(unfolding, courses).follow();
            new DeadlineReckoning(unfolding, courses, Employed::followed).follow();
            return courses;
        }

        private static List<Stage> followed(FollowUpCase one) {
            return one.owesTheDoctorAPlan() ? FOLLOWED_WITH_A_PLAN : FOLLOWED;
        }

        private List<EmploymentFollowUpEvent> noted(NoteEmployment note) {
            FollowUpRefused.unless(
                    note.employee().equals(employee), "employment-has-another-employee", "employment", id);
            return note.revision() <= revision
                    ? List.of()
                    : List.of(new EmploymentNoted(id, note.revision(), note.employee()));
        }

        private List<EmploymentFollowUpEvent> ended(NoteEmploymentEnd note) {
            return note.revision() <= revision
                    ? List.of()
                    : List.of(new EmploymentEndNoted(id, note.revision(), note.lastDay()));
        }

        private List<EmploymentFollowUpEvent> held(NoteDialogueMeetingHeld note, Instant now) {
            var fact = new Done(Stage.DM1, note.meetingId(), 1, note.heldOn(), now);
            var concerned = concerned(note.caseId(), note.heldOn());
            hasHappened(note.heldOn(), now);
            return concerned.knows(fact)
                    ? List.of()
                    : List.of(new DialogueMeetingNoted(id, concerned.id(), note.meetingId(), note.heldOn(), now));
        }

        private List<EmploymentFollowUpEvent> agreed(NotePlanAgreed note, Instant now) {
            var fact = new Done(Stage.PLAN, note.planId(), note.version(), note.agreedOn(), now);
            var concerned = concerned(note.caseId(), note.agreedOn());
            hasHappened(note.agreedOn(), now);
            return concerned.knows(fact)
                    ? List.of()
                    : List.of(new AgreedPlanNoted(
                            id, concerned.id(), note.planId(), note.version(), note.agreedOn(), now));
        }

        private List<EmploymentFollowUpEvent> given(NotePlanGiven note, Instant now) {
            var fact = new Done(Stage.PLAN_TO_DOCTOR, note.planId(), note.version(), note.givenOn(), now);
            var concerned = having(Stage.PLAN, note.planId(), note.version(), note.caseId());
            hasHappened(note.givenOn(), now);
            return concerned.knows(fact)
                    ? List.of()
                    : List.of(
                            new GivenPlanNoted(id, concerned.id(), note.planId(), note.version(), note.givenOn(), now));
        }

        private List<EmploymentFollowUpEvent> struck(NoteGivenPlanStruck note) {
            var concerned = having(Stage.PLAN_TO_DOCTOR, note.planId(), note.version(), note.caseId());
            return concerned.given(note.planId(), note.version()).isEmpty()
                    ? List.of()
                    : List.of(new StruckGivenPlanNoted(id, concerned.id(), note.planId(), note.version()));
        }

        private List<EmploymentFollowUpEvent> presented(NotePlanPresented note, LocalDate today) {
            var concerned = concerned(note.caseId(), today);
            return concerned.hasPlan()
                    ? List.of()
                    : List.of(new PresentedPlanNoted(id, concerned.id(), note.planId(), note.version(), today));
        }

        private DutyDecisions about(CaseId caseId, Instant now) {
            return new DutyDecisions(this, concerned(caseId), LegalDay.of(now));
        }

        private List<EmploymentFollowUpEvent> asked(AskForDialogueMeeting ask) {
            var concerned = concerned(ask.caseId());
            return concerned.knows(new DialogueMeetingAsked(ask.askedBy(), ask.askedOn()))
                    ? List.of()
                    : List.of(new DialogueMeetingAskedFor(id, concerned.id(), ask.askedBy(), ask.askedOn()));
        }

        private static void hasHappened(LocalDate day, Instant now) {
            FollowUpRefused.unless(!day.isAfter(LegalDay.of(now)), "has-not-happened-yet", "day", day);
        }

        /** What is told of under the id of a case belongs to the part that was split off from it, if that had begun. */
        private FollowUpCase concerned(CaseId caseId, LocalDate on) {
            var named = concerned(caseId);
            return casesInOrder()
                    .filter(part ->
                            part.isLiving() && named.id().equals(part.splitFrom()) && !on.isBefore(part.start()))
                    .reduce((_, later) -> later)
                    .map(part -> concerned(part.id(), on))
                    .orElse(named);
        }

        private FollowUpCase concerned(CaseId caseId) {
            return standing(caseId)
                    .orElseThrow(() -> new FollowUpRefused("case-not-known", Map.of("case", caseId.toString())));
        }

        /** A plan goes with its days when a case is split, and is still told of under the id it was made under. */
        private FollowUpCase having(Stage stage, UUID planId, int version, CaseId toldOf) {
            var named = concerned(toldOf);
            return Stream.concat(Stream.of(named), casesInOrder().filter(FollowUpCase::isLiving))
                    .filter(known -> known.has(stage, planId, version))
                    .findFirst()
                    .orElse(named);
        }

        /** The case that now stands under the id: an absorbed one is found under its survivor. */
        Optional<FollowUpCase> standing(CaseId caseId) {
            return Optional.ofNullable(cases.get(caseId))
                    .flatMap(known -> known.survivor() == null ? Optional.of(known) : standing(known.survivor()));
        }

        List<Course> courses(LocalDate today) {
            return Absences.merge(absences.inForce(), law, today);
        }

        Stream<FollowUpCase> casesInOrder() {
            return cases.values().stream().sorted(FollowUpCase.EARLIEST_FIRST);
        }

        boolean isEmployedOn(LocalDate day) {
            return lastDay == null || !day.isAfter(lastDay);
        }

        @Override
        public Employed evolve(EmploymentFollowUpEvent event) {
            return switch (event) {
                case EmploymentNoted e -> new Employed(law, id, e.employee(), e.revision(), null, absences, cases);
                case EmploymentEndNoted e ->
                    new Employed(law, id, employee, e.revision(), e.lastDay(), absences, cases);
                case AbsenceEvent e -> new Employed(law, id, employee, revision, lastDay, absences.evolve(e), cases);
                case CaseEvent e -> withCases(e);
            };
        }

        private Employed withCases(CaseEvent event) {
            return switch (event) {
                case CaseOpened e -> with(FollowUpCase.of(e));
                case CasesMerged e -> merged(e);
                case CaseSplit e -> split(e);
                case StruckGivenPlanNoted _, ExemptionReviewed _, ExemptionRevoked _, DisputeAnswered _ ->
                    inEveryPart(event);
                case CasePeriodChanged _,
                        CaseClosed _,
                        CaseReopened _,
                        DialogueMeetingNoted _,
                        AgreedPlanNoted _,
                        GivenPlanNoted _,
                        DialogueMeetingAskedFor _,
                        PresentedPlanNoted _,
                        DutyExempted _,
                        ExemptionHeld _,
                        ExemptionDisputed _,
                        LatenessExplained _,
                        DeadlineEvent _ -> with(known(event.caseId()).evolve(event));
            };
        }

        /** The survivor has all that was done in both; the absorbed one remembers its own part. */
        private Employed merged(CasesMerged event) {
            var absorbed = known(event.absorbed());
            return with(known(event.survivor()).withAll(absorbed.facts()), absorbed.evolve(event));
        }

        /** What was done in a part is seen otherwise there too, should it become a case of its own again. */
        private Employed inEveryPart(CaseEvent event) {
            var whole = known(event.caseId());
            return with(cases.values().stream()
                    .filter(part -> standing(part.id()).filter(whole::equals).isPresent())
                    .map(part -> part.evolve(event))
                    .toArray(FollowUpCase[]::new));
        }

        /** What was done since the later part began is done there. */
        private Employed split(CaseSplit event) {
            var kept = known(event.kept());
            var moved = kept.factsFrom(event.start());
            return with(
                    kept.without(moved), known(event.created()).withAll(moved).splitFrom(event.kept()));
        }

        private Employed with(FollowUpCase... changed) {
            var all = new LinkedHashMap<>(cases);
            for (var known : changed) {
                all.put(known.id(), known);
            }
            return new Employed(law, id, employee, revision, lastDay, absences, all);
        }

        /** What had been done by the end of a day, with nothing made of it yet. */
        Employed unjudged(LocalDate day) {
            var all = new LinkedHashMap<>(cases);
            all.replaceAll((_, known) -> known.unjudged(day));
            return new Employed(law, id, employee, revision, lastDay, absences, all);
        }

        FollowUpCase known(CaseId caseId) {
            return Objects.requireNonNull(cases.get(caseId), "A case is opened before anything happens to it");
        }
    }
}
