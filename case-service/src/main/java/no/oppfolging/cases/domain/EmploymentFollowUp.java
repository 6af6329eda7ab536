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
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AskForDialogueMeeting;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.DisputeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExplainLateness;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.JudgeDeadlines;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteDialogueMeetingHeld;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmployment;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmploymentEnd;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanAgreed;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanPresented;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ReviewExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RevokeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.WithdrawAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceCorrected;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceRegistered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceWithdrawn;
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
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DutyExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentEndNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionDisputed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionHeld;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionReviewed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionRevoked;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.LatenessExplained;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.PresentedPlanNoted;
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
                        NotePlanPresented _,
                        AskForDialogueMeeting _,
                        ExemptDuty _,
                        ReviewExemption _,
                        RevokeExemption _,
                        DisputeExemption _,
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
                            law, noted.employmentId(), noted.employee(), noted.revision(), null, Map.of(), Map.of())
                    : this;
        }
    }

    /** An absence as last told, or the fact that it was withdrawn. */
    record ReportedAbsence(long revision, @Nullable Absence absence) {}

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
            Map<UUID, ReportedAbsence> absences,
            Map<CaseId, FollowUpCase> cases)
            implements EmploymentFollowUp {

        /**
         * The stages an employer can meet with what the services tell today. Nav's and the employee's are read off the
         * rule sets where they are shown: nobody in the house can meet or miss them.
         */
        private static final List<Stage> FOLLOWED = List.of(Stage.PLAN, Stage.DM1);

        private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
        private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

        public Employed {
            absences = Collections.unmodifiableMap(new LinkedHashMap<>(absences));
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
                case RegisterAbsence register -> registered(register);
                case WithdrawAbsence withdraw -> withdrawn(withdraw);
                case NoteDialogueMeetingHeld note -> held(note, now);
                case NotePlanAgreed note -> agreed(note, now);
                case NotePlanPresented note -> presented(note, LegalDay.of(now));
                case AskForDialogueMeeting ask -> asked(ask, LegalDay.of(now));
                case ExemptDuty exempt -> about(exempt.caseId(), now).exempted(exempt);
                case ReviewExemption review -> about(review.caseId(), now).reviewed(review);
                case RevokeExemption revoke -> about(revoke.caseId(), now).revoked(revoke);
                case DisputeExemption dispute -> about(dispute.caseId(), now).disputed(dispute);
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
            new DeadlineReckoning(unfolding, courses, FOLLOWED).judge(judge.through());
            new CaseReckoning(unfolding, courses).close(judge.through());
            return unfolding.events();
        }

        private static List<Course> followCourses(Unfolding unfolding) {
            var courses = unfolding.state().courses(unfolding.today());
            new CaseReckoning(unfolding, courses).follow();
            new DeadlineReckoning(unfolding, courses, FOLLOWED).follow();
            return courses;
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

        private List<EmploymentFollowUpEvent> registered(RegisterAbsence register) {
            var absence = described(register);
            var known = absences.get(register.absenceId());
            if (known == null) {
                return List.of(registeredAs(absence, register.revision()));
            }
            if (register.revision() < known.revision()) {
                return List.of();
            }
            if (register.revision() == known.revision()) {
                FollowUpRefused.unless(
                        known.absence() != null && absence.saysTheSameAs(known.absence()),
                        "absence-revision-reused",
                        "absence",
                        register.absenceId());
                return List.of();
            }
            return known.absence() == null
                    ? List.of(registeredAs(absence, register.revision()))
                    : List.of(correctedTo(absence, register.revision()));
        }

        private static Absence described(RegisterAbsence register) {
            var id = register.absenceId();
            var from = register.from();
            var to = register.to();
            var grade = register.grade() == null ? 100 : register.grade();
            FollowUpRefused.unless(to == null || !to.isBefore(from), "absence-ends-before-it-begins", "absence", id);
            FollowUpRefused.unless(to != null || register.kind().mayBeOpen(), "absence-needs-an-end", "absence", id);
            FollowUpRefused.unless(
                    !from.isBefore(EARLIEST) && !(to == null ? from : to).isAfter(LATEST),
                    "absence-outside-the-calendar",
                    "absence",
                    id);
            FollowUpRefused.unless(grade >= 1 && grade <= 100, "absence-grade-out-of-range", "absence", id);
            return new Absence(
                    id, from, to, register.kind(), register.kind().isSickness() ? grade : 0, register.reportedAt());
        }

        private AbsenceRegistered registeredAs(Absence absence, long newRevision) {
            return new AbsenceRegistered(
                    id,
                    absence.id(),
                    newRevision,
                    absence.kind(),
                    absence.from(),
                    absence.to(),
                    absence.grade(),
                    absence.reportedAt());
        }

        private AbsenceCorrected correctedTo(Absence absence, long newRevision) {
            return new AbsenceCorrected(
                    id,
                    absence.id(),
                    newRevision,
                    absence.kind(),
                    absence.from(),
                    absence.to(),
                    absence.grade(),
                    absence.reportedAt());
        }

        private List<EmploymentFollowUpEvent> withdrawn(WithdrawAbsence withdraw) {
            var known = absences.get(withdraw.absenceId());
            if (known == null) {
                throw new FollowUpRefused(
                        "absence-not-known-yet",
                        Map.of("absence", withdraw.absenceId().toString()));
            }
            if (withdraw.revision() < known.revision()) {
                return List.of();
            }
            if (withdraw.revision() == known.revision()) {
                FollowUpRefused.unless(
                        known.absence() == null, "absence-revision-reused", "absence", withdraw.absenceId());
                return List.of();
            }
            return List.of(new AbsenceWithdrawn(id, withdraw.absenceId(), withdraw.revision()));
        }

        private List<EmploymentFollowUpEvent> held(NoteDialogueMeetingHeld note, Instant now) {
            var fact = new Done(Stage.DM1, note.meetingId(), 1, note.heldOn(), now);
            var concerned = concerned(note.caseId());
            hasHappened(note.heldOn(), now);
            return concerned.knows(fact)
                    ? List.of()
                    : List.of(new DialogueMeetingNoted(id, concerned.id(), note.meetingId(), note.heldOn(), now));
        }

        private List<EmploymentFollowUpEvent> agreed(NotePlanAgreed note, Instant now) {
            var fact = new Done(Stage.PLAN, note.planId(), note.version(), note.agreedOn(), now);
            var concerned = concerned(note.caseId());
            hasHappened(note.agreedOn(), now);
            return concerned.knows(fact)
                    ? List.of()
                    : List.of(new AgreedPlanNoted(
                            id, concerned.id(), note.planId(), note.version(), note.agreedOn(), now));
        }

        private List<EmploymentFollowUpEvent> presented(NotePlanPresented note, LocalDate today) {
            var concerned = concerned(note.caseId());
            return concerned.hasPlan()
                    ? List.of()
                    : List.of(new PresentedPlanNoted(id, concerned.id(), note.planId(), note.version(), today));
        }

        private DutyDecisions about(CaseId caseId, Instant now) {
            return new DutyDecisions(id, employee, concerned(caseId), LegalDay.of(now));
        }

        private List<EmploymentFollowUpEvent> asked(AskForDialogueMeeting ask, LocalDate today) {
            var concerned = concerned(ask.caseId());
            return concerned.knows(new DialogueMeetingAsked(ask.askedBy(), today))
                    ? List.of()
                    : List.of(new DialogueMeetingAskedFor(id, concerned.id(), ask.askedBy(), today));
        }

        private static void hasHappened(LocalDate day, Instant now) {
            FollowUpRefused.unless(!day.isAfter(LegalDay.of(now)), "has-not-happened-yet", "day", day);
        }

        private FollowUpCase concerned(CaseId caseId) {
            return standing(caseId)
                    .orElseThrow(() -> new FollowUpRefused("case-not-known", Map.of("case", caseId.toString())));
        }

        /** The case that now stands under the id: an absorbed one is found under its survivor. */
        Optional<FollowUpCase> standing(CaseId caseId) {
            return Optional.ofNullable(cases.get(caseId))
                    .flatMap(known -> known.survivor() == null ? Optional.of(known) : standing(known.survivor()));
        }

        List<Course> courses(LocalDate today) {
            var inForce = absences.values().stream()
                    .map(ReportedAbsence::absence)
                    .filter(Objects::nonNull)
                    .toList();
            return Absences.merge(inForce, law, today);
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
                case AbsenceEvent e -> withAbsence(e);
                case CaseEvent e -> withCases(e);
            };
        }

        private Employed withAbsence(AbsenceEvent event) {
            var all = new LinkedHashMap<>(absences);
            all.put(event.absenceId(), new ReportedAbsence(event.revision(), absence(event)));
            return new Employed(law, id, employee, revision, lastDay, all, cases);
        }

        private static @Nullable Absence absence(AbsenceEvent event) {
            return switch (event) {
                case AbsenceRegistered e ->
                    new Absence(e.absenceId(), e.from(), e.to(), e.kind(), e.grade(), e.reportedAt());
                case AbsenceCorrected e ->
                    new Absence(e.absenceId(), e.from(), e.to(), e.kind(), e.grade(), e.reportedAt());
                case AbsenceWithdrawn _ -> null;
            };
        }

        private Employed withCases(CaseEvent event) {
            return switch (event) {
                case CaseOpened e -> with(FollowUpCase.of(e));
                case CasesMerged e -> merged(e);
                case CaseSplit e -> split(e);
                case CasePeriodChanged _,
                        CaseClosed _,
                        CaseReopened _,
                        DialogueMeetingNoted _,
                        AgreedPlanNoted _,
                        DialogueMeetingAskedFor _,
                        PresentedPlanNoted _,
                        DutyExempted _,
                        ExemptionReviewed _,
                        ExemptionHeld _,
                        ExemptionRevoked _,
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

        /** What was done since the later part began is done there. */
        private Employed split(CaseSplit event) {
            var kept = known(event.kept());
            var moved = kept.factsFrom(event.start());
            return with(kept.without(moved), known(event.created()).withAll(moved));
        }

        private Employed with(FollowUpCase... changed) {
            var all = new LinkedHashMap<>(cases);
            for (var known : changed) {
                all.put(known.id(), known);
            }
            return new Employed(law, id, employee, revision, lastDay, absences, all);
        }

        FollowUpCase known(CaseId caseId) {
            return Objects.requireNonNull(cases.get(caseId), "A case is opened before anything happens to it");
        }
    }
}
