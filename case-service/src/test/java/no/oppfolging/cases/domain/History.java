package no.oppfolging.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.oppfolging.cases.domain.EmploymentFollowUp.Employed;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AskForDialogueMeeting;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.JudgeDeadlines;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteDialogueMeetingHeld;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmployment;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteGivenPlanStruck;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanAgreed;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanGiven;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.WithdrawAbsence;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;

/** The follow-up of Kari's employment, told as what was asked on which day; every morning at nine. */
final class History {
    static final EmploymentId JOB = EmploymentId.of("10000000-0000-0000-0000-000000000001");
    static final PersonId KARI = PersonId.of("20000000-0000-0000-0000-000000000001");
    static final UUID MEETING = UUID.fromString("30000000-0000-0000-0000-000000000001");
    static final UUID PLAN = UUID.fromString("40000000-0000-0000-0000-000000000001");

    /** The case of an absence from Thursday 5 March 2026. */
    static final CaseId MARCH = caseFrom("2026-03-05");

    private EmploymentFollowUp state = EmploymentFollowUp.unknown(SomeLaw.NORWEGIAN_LAW);

    static History ofAnUnknownEmployment() {
        return new History();
    }

    static History ofKari() {
        return new History().on("2020-01-02", new NoteEmployment(JOB, 1, KARI));
    }

    /** What the command led to that morning; it is history from then on. */
    List<EmploymentFollowUpEvent> when(String day, EmploymentFollowUpCommand command) {
        var events = state.decide(command, nine(day));
        for (var event : events) {
            state = state.evolve(event);
        }
        return events;
    }

    History on(String day, EmploymentFollowUpCommand command) {
        when(day, command);
        return this;
    }

    Employed state() {
        return (Employed) state;
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static Instant nine(String day) {
        return LegalDay.begins(day(day)).plusSeconds(9 * 3600);
    }

    /** The case that began with a new absence on that day. */
    static CaseId caseFrom(String start) {
        return new CaseId(DerivedId.of(JOB.value(), "case/" + start));
    }

    static RegisterAbsence sickNote(String name, int revision, String from, String to) {
        return sickNote(name, revision, from, to, 100);
    }

    static RegisterAbsence sickNote(String name, int revision, String from, String to, int grade) {
        return new RegisterAbsence(
                JOB,
                SomeAbsences.id(name),
                revision,
                AbsenceKind.SICK_NOTE,
                day(from),
                day(to),
                grade,
                SomeAbsences.REPORTED);
    }

    static RegisterAbsence openEnded(String name, int revision, String from) {
        return new RegisterAbsence(
                JOB,
                SomeAbsences.id(name),
                revision,
                AbsenceKind.SICK_NOTE,
                day(from),
                null,
                100,
                SomeAbsences.REPORTED);
    }

    static RegisterAbsence other(AbsenceKind kind, String name, int revision, String from, String to) {
        return new RegisterAbsence(
                JOB, SomeAbsences.id(name), revision, kind, day(from), day(to), null, SomeAbsences.REPORTED);
    }

    static WithdrawAbsence withdraw(String name, int revision) {
        return new WithdrawAbsence(JOB, SomeAbsences.id(name), revision);
    }

    static NoteDialogueMeetingHeld meetingHeld(String heldOn, CaseId caseId) {
        return new NoteDialogueMeetingHeld(JOB, caseId, MEETING, day(heldOn));
    }

    static NotePlanAgreed planAgreed(int version, String agreedOn, CaseId caseId) {
        return new NotePlanAgreed(JOB, caseId, PLAN, version, day(agreedOn));
    }

    static NotePlanGiven planGiven(int version, String givenOn) {
        return new NotePlanGiven(JOB, MARCH, PLAN, version, day(givenOn));
    }

    static NoteGivenPlanStruck givenPlanStruck(int version) {
        return new NoteGivenPlanStruck(JOB, MARCH, PLAN, version);
    }

    static JudgeDeadlines judge(String through) {
        return new JudgeDeadlines(JOB, day(through));
    }

    static AskForDialogueMeeting ask(Asker asker, String day) {
        return new AskForDialogueMeeting(JOB, MARCH, asker, day(day));
    }

    static void isRefused(History history, String day, EmploymentFollowUpCommand command, String rule) {
        assertThatThrownBy(() -> history.when(day, command))
                .isInstanceOfSatisfying(
                        FollowUpRefused.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    /** Every living case as its id, its days and its due dates. */
    List<String> cases() {
        return state().casesInOrder()
                .filter(FollowUpCase::isLiving)
                .map(known -> known.id() + " " + known.start() + "/" + known.end() + " " + counted(known))
                .toList();
    }

    private static List<LocalDate> counted(FollowUpCase known) {
        return known.deadlines().values().stream()
                .map(FollowedDeadline::counted)
                .sorted()
                .toList();
    }
}
