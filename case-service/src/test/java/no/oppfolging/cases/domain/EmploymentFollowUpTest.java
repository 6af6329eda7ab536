package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.KARI;
import static no.oppfolging.cases.domain.History.MEETING;
import static no.oppfolging.cases.domain.History.PLAN;
import static no.oppfolging.cases.domain.History.caseFrom;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.History.meetingHeld;
import static no.oppfolging.cases.domain.History.nine;
import static no.oppfolging.cases.domain.History.openEnded;
import static no.oppfolging.cases.domain.History.other;
import static no.oppfolging.cases.domain.History.planAgreed;
import static no.oppfolging.cases.domain.History.sickNote;
import static no.oppfolging.cases.domain.History.withdraw;
import static no.oppfolging.cases.domain.SomeAbsences.REPORTED;
import static no.oppfolging.cases.domain.SomeAbsences.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AskForDialogueMeeting;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.JudgeDeadlines;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmployment;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmploymentEnd;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceCorrected;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceRegistered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceWithdrawn;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AgreedPlanNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasePeriodChanged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineFoundMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineLapsed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMissed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineNotRequired;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRecalculated;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineSet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingAskedFor;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentEndNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentNoted;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows when HR, the other services and the sweep tell of Kari. Week 10 of 2026 begins on Monday 2 March. */
class EmploymentFollowUpTest {
    static final CaseId MARCH = caseFrom("2026-03-05");

    static final EmploymentId SECOND_JOB = EmploymentId.of("10000000-0000-0000-0000-000000000002");

    static JudgeDeadlines judge(String through) {
        return new JudgeDeadlines(JOB, day(through));
    }

    static AskForDialogueMeeting ask(Asker asker) {
        return new AskForDialogueMeeting(JOB, MARCH, asker);
    }

    static AbsenceRegistered registered(RegisterAbsence command) {
        return new AbsenceRegistered(
                JOB,
                command.absenceId(),
                command.revision(),
                command.kind(),
                command.from(),
                command.to(),
                command.kind().isSickness() && command.grade() != null ? command.grade() : 0,
                REPORTED);
    }

    static AbsenceCorrected corrected(RegisterAbsence command) {
        return new AbsenceCorrected(
                JOB,
                command.absenceId(),
                command.revision(),
                command.kind(),
                command.from(),
                command.to(),
                command.kind().isSickness() && command.grade() != null ? command.grade() : 0,
                REPORTED);
    }

    static CaseOpened opened(CaseId caseId, String start, @Nullable String end) {
        return new CaseOpened(JOB, caseId, KARI, day(start), end == null ? null : day(end));
    }

    static CasePeriodChanged changed(CaseId caseId, String start, @Nullable String end) {
        return new CasePeriodChanged(JOB, caseId, day(start), end == null ? null : day(end));
    }

    static DeadlineSet planDue(CaseId caseId, String due) {
        return new DeadlineSet(JOB, caseId, Stage.PLAN, day(due), "2021-06-01", "aml § 4-6 (3)", false);
    }

    static DeadlineSet meetingDue(CaseId caseId, String due) {
        return new DeadlineSet(JOB, caseId, Stage.DM1, day(due), "2021-06-01", "aml § 4-6 (4)", false);
    }

    static DeadlineMissed missed(Stage stage, String due) {
        return new DeadlineMissed(JOB, MARCH, stage, day(due), false);
    }

    static DeadlineLapsed lapsed(Stage stage, String due) {
        return new DeadlineLapsed(JOB, MARCH, stage, day(due));
    }

    static AgreedPlanNoted agreed(CaseId caseId, int version, String on, String learned) {
        return new AgreedPlanNoted(JOB, caseId, PLAN, version, day(on), nine(learned));
    }

    static DeadlineMet planMet(CaseId caseId, String due, String on) {
        return new DeadlineMet(JOB, caseId, Stage.PLAN, day(due), day(on), PLAN);
    }

    static void isRefused(History history, String day, EmploymentFollowUpCommand command, String rule) {
        assertThatThrownBy(() -> history.when(day, command))
                .isInstanceOfSatisfying(
                        FollowUpRefused.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    @Nested
    class An_employment_nobody_has_told_of {
        static Stream<EmploymentFollowUpCommand> everything_else() {
            return Stream.of(
                    new NoteEmploymentEnd(JOB, 2, day("2026-03-31")),
                    sickNote("back", 1, "2026-03-05", "2026-03-20"),
                    withdraw("back", 2),
                    meetingHeld("2026-03-05", MARCH),
                    planAgreed(1, "2026-03-05", MARCH),
                    ask(Asker.EMPLOYEE),
                    judge("2026-03-05"));
        }

        @ParameterizedTest
        @MethodSource("everything_else")
        void makes_everything_else_wait(EmploymentFollowUpCommand command) {
            isRefused(History.ofAnUnknownEmployment(), "2026-03-06", command, "employment-not-known-yet");
        }

        @Test
        void is_known_once_HR_tells_of_it() {
            assertThat(History.ofAnUnknownEmployment().when("2020-01-02", new NoteEmployment(JOB, 1, KARI)))
                    .containsExactly(new EmploymentNoted(JOB, 1, KARI));
        }
    }

    @Nested
    class An_employment {
        @Test
        void told_of_again_gives_nothing() {
            assertThat(History.ofKari().when("2020-01-03", new NoteEmployment(JOB, 1, KARI)))
                    .isEmpty();
        }

        @Test
        void ends_on_a_day() {
            assertThat(History.ofKari().when("2026-03-02", new NoteEmploymentEnd(JOB, 2, day("2026-03-31"))))
                    .containsExactly(new EmploymentEndNoted(JOB, 2, day("2026-03-31")));
        }

        @Test
        void does_not_end_by_old_news() {
            var history = History.ofKari().on("2026-03-02", new NoteEmployment(JOB, 3, KARI));

            assertThat(history.when("2026-03-03", new NoteEmploymentEnd(JOB, 2, day("2026-03-31"))))
                    .isEmpty();
        }

        @Test
        void does_not_end_twice() {
            var history = History.ofKari().on("2026-03-02", new NoteEmploymentEnd(JOB, 2, day("2026-03-31")));

            assertThat(history.when("2026-03-03", new NoteEmploymentEnd(JOB, 2, day("2026-03-31"))))
                    .isEmpty();
        }

        @Test
        void never_passes_to_another_person() {
            var ola = PersonId.of("20000000-0000-0000-0000-000000000002");

            isRefused(
                    History.ofKari(), "2026-03-02", new NoteEmployment(JOB, 2, ola), "employment-has-another-employee");
        }
    }

    @Nested
    class A_sick_note {
        @Test
        void from_a_thursday_opens_a_case_with_plan_and_meeting_due_on_wednesdays() {
            var note = sickNote("back", 1, "2026-03-05", "2026-03-20");

            assertThat(History.ofKari().when("2026-03-05", note))
                    .containsExactly(
                            registered(note),
                            opened(MARCH, "2026-03-05", "2026-03-20"),
                            planDue(MARCH, "2026-04-01"),
                            meetingDue(MARCH, "2026-04-22"));
        }

        @Test
        void from_a_monday_makes_them_due_on_sundays() {
            var note = sickNote("back", 1, "2026-03-02", "2026-03-20");
            var caseId = caseFrom("2026-03-02");

            assertThat(History.ofKari().when("2026-03-02", note))
                    .containsExactly(
                            registered(note),
                            opened(caseId, "2026-03-02", "2026-03-20"),
                            planDue(caseId, "2026-03-29"),
                            meetingDue(caseId, "2026-04-19"));
        }

        @Test
        void without_an_end_opens_a_case_without_one() {
            var note = openEnded("back", 1, "2026-03-05");

            assertThat(History.ofKari().when("2026-03-05", note))
                    .containsExactly(
                            registered(note),
                            opened(MARCH, "2026-03-05", null),
                            planDue(MARCH, "2026-04-01"),
                            meetingDue(MARCH, "2026-04-22"));
        }

        @Test
        void that_says_no_grade_is_whole() {
            var note = new RegisterAbsence(
                    JOB, id("back"), 1, AbsenceKind.SICK_NOTE, day("2026-03-05"), day("2026-03-20"), null, REPORTED);

            assertThat(History.ofKari().when("2026-03-05", note).getFirst())
                    .isEqualTo(registered(sickNote("back", 1, "2026-03-05", "2026-03-20", 100)));
        }

        @Test
        void learned_after_its_own_deadline_is_received_late() {
            var note = sickNote("back", 1, "2026-03-05", "2026-04-30");

            assertThat(History.ofKari().when("2026-04-02", note))
                    .containsExactly(
                            registered(note),
                            opened(MARCH, "2026-03-05", "2026-04-30"),
                            new DeadlineSet(
                                    JOB, MARCH, Stage.PLAN, day("2026-04-01"), "2021-06-01", "aml § 4-6 (3)", true),
                            meetingDue(MARCH, "2026-04-22"));
        }

        @Test
        void learned_on_its_own_due_day_is_not() {
            assertThat(History.ofKari().when("2026-04-01", sickNote("back", 1, "2026-03-05", "2026-04-30")))
                    .contains(planDue(MARCH, "2026-04-01"));
        }

        @Test
        void of_before_2003_opens_a_case_without_deadlines() {
            var note = sickNote("back", 1, "2002-03-04", "2002-05-31");

            assertThat(History.ofKari().when("2026-03-05", note))
                    .containsExactly(registered(note), opened(caseFrom("2002-03-04"), "2002-03-04", "2002-05-31"));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 100})
        void is_for_any_part_of_the_work(int grade) {
            var note = sickNote("back", 1, "2026-03-05", "2026-03-20", grade);

            assertThat(History.ofKari().when("2026-03-05", note)).startsWith(registered(note));
        }

        @Test
        void is_for_any_day_the_calendar_has() {
            var note = sickNote("long", 1, "1970-01-01", "2199-12-31");

            assertThat(History.ofKari().when("2026-03-05", note)).startsWith(registered(note));
        }

        @Test
        void twice_gives_nothing_whenever_it_was_reported() {
            var note = sickNote("back", 1, "2026-03-05", "2026-03-20");
            var again = new RegisterAbsence(
                    JOB, note.absenceId(), 1, note.kind(), note.from(), note.to(), 100, REPORTED.plusSeconds(1));

            assertThat(History.ofKari().on("2026-03-05", note).when("2026-03-06", again))
                    .isEmpty();
        }
    }

    @Nested
    class Vacation {
        @Test
        void is_noted_and_opens_nothing() {
            var vacation = other(AbsenceKind.VACATION, "july", 1, "2026-07-06", "2026-07-26");

            assertThat(History.ofKari().when("2026-03-05", vacation)).containsExactly(registered(vacation));
        }
    }

    @Nested
    class What_HR_cannot_mean_is_refused {
        @Test
        void an_absence_that_ends_before_it_begins() {
            isRefused(
                    History.ofKari(),
                    "2026-03-05",
                    sickNote("back", 1, "2026-03-05", "2026-03-04"),
                    "absence-ends-before-it-begins");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 101, -1})
        void a_grade_below_1_or_above_100(int grade) {
            isRefused(
                    History.ofKari(),
                    "2026-03-05",
                    sickNote("back", 1, "2026-03-05", "2026-03-20", grade),
                    "absence-grade-out-of-range");
        }

        @Test
        void a_vacation_without_an_end() {
            isRefused(
                    History.ofKari(),
                    "2026-03-05",
                    new RegisterAbsence(
                            JOB, id("july"), 1, AbsenceKind.VACATION, day("2026-07-06"), null, null, REPORTED),
                    "absence-needs-an-end");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1969-12-31/2026-03-05", "2026-03-05/2200-01-01"})
        void an_absence_outside_the_calendar(String period) {
            var days = period.split("/", 2);

            isRefused(
                    History.ofKari(),
                    "2026-03-05",
                    sickNote("back", 1, days[0], days[1]),
                    "absence-outside-the-calendar");
        }

        @Test
        void one_revision_that_says_two_things() {
            var history = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-03-20"));

            isRefused(
                    history, "2026-03-06", sickNote("back", 1, "2026-03-05", "2026-03-21"), "absence-revision-reused");
            isRefused(history, "2026-03-06", withdraw("back", 1), "absence-revision-reused");
        }
    }

    @Nested
    class A_correction {
        final RegisterAbsence asFirstTold = sickNote("back", 1, "2026-03-05", "2026-03-20");

        @Test
        void of_the_end_moves_only_the_end() {
            var longer = sickNote("back", 2, "2026-03-05", "2026-03-27");

            assertThat(History.ofKari().on("2026-03-05", asFirstTold).when("2026-03-19", longer))
                    .containsExactly(corrected(longer), changed(MARCH, "2026-03-05", "2026-03-27"));
        }

        @Test
        void of_the_start_moves_every_deadline_and_keeps_the_case() {
            var earlier = sickNote("back", 2, "2026-03-02", "2026-03-20");

            assertThat(History.ofKari().on("2026-03-05", asFirstTold).when("2026-03-30", earlier))
                    .containsExactly(
                            corrected(earlier),
                            changed(MARCH, "2026-03-02", "2026-03-20"),
                            new DeadlineRecalculated(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-01"),
                                    day("2026-03-29"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    true),
                            new DeadlineRecalculated(
                                    JOB,
                                    MARCH,
                                    Stage.DM1,
                                    day("2026-04-22"),
                                    day("2026-04-19"),
                                    "2021-06-01",
                                    "aml § 4-6 (4)",
                                    false));
        }

        @Test
        void with_a_lower_revision_is_old_news() {
            var history = History.ofKari().on("2026-03-05", sickNote("back", 3, "2026-03-05", "2026-03-20"));

            assertThat(history.when("2026-03-06", sickNote("back", 2, "2026-03-05", "2026-03-27")))
                    .isEmpty();
            assertThat(history.when("2026-03-06", withdraw("back", 2))).isEmpty();
        }

        @Test
        void to_a_start_before_the_duty_existed_takes_the_deadline_away() {
            var history = History.ofKari().on("2026-03-05", sickNote("old", 1, "2007-03-05", "2007-03-30"));
            var caseId = caseFrom("2007-03-05");

            assertThat(history.when("2026-03-06", sickNote("old", 2, "2006-11-20", "2007-03-30")))
                    .containsExactly(
                            corrected(sickNote("old", 2, "2006-11-20", "2007-03-30")),
                            changed(caseId, "2006-11-20", "2007-03-30"),
                            new DeadlineRecalculated(
                                    JOB,
                                    caseId,
                                    Stage.PLAN,
                                    day("2007-04-15"),
                                    day("2007-01-14"),
                                    "2003-01-01",
                                    "aml 1977 § 13 nr. 4",
                                    true),
                            new DeadlineNotRequired(JOB, caseId, Stage.DM1, day("2007-05-27")));
        }
    }

    @Nested
    class A_withdrawal {
        final RegisterAbsence note = sickNote("back", 1, "2026-03-05", "2026-03-20");

        @Test
        void waits_for_its_absence() {
            isRefused(History.ofKari(), "2026-03-05", withdraw("back", 2), "absence-not-known-yet");
        }

        @Test
        void closes_a_case_that_nothing_is_left_of() {
            assertThat(History.ofKari().on("2026-03-05", note).when("2026-03-06", withdraw("back", 2)))
                    .containsExactly(
                            new AbsenceWithdrawn(JOB, id("back"), 2),
                            new CaseClosed(JOB, MARCH, day("2026-03-20"), ClosingReason.NOTHING_LEFT));
        }

        @Test
        void twice_gives_nothing() {
            var history = History.ofKari().on("2026-03-05", note).on("2026-03-06", withdraw("back", 2));

            assertThat(history.when("2026-03-07", withdraw("back", 2))).isEmpty();
        }

        @Test
        void is_undone_when_the_absence_is_told_of_again_and_the_case_is_the_same() {
            var history = History.ofKari().on("2026-03-05", note).on("2026-03-06", withdraw("back", 2));
            var again = sickNote("back", 3, "2026-03-05", "2026-03-20");

            assertThat(history.when("2026-03-09", again))
                    .containsExactly(registered(again), new CaseReopened(JOB, MARCH));
        }

        @Test
        void is_undone_even_when_the_case_would_be_over_by_now() {
            var history = History.ofKari().on("2026-03-05", note).on("2026-03-06", withdraw("back", 2));
            var again = sickNote("back", 3, "2026-03-05", "2026-03-20");

            assertThat(history.when("2026-06-01", again))
                    .containsExactly(registered(again), new CaseReopened(JOB, MARCH));
        }

        @Test
        void is_undone_by_another_absence_of_the_same_days() {
            var history = History.ofKari().on("2026-03-05", note).on("2026-03-06", withdraw("back", 2));
            var instead = sickNote("neck", 1, "2026-03-06", "2026-03-20");

            assertThat(history.when("2026-03-09", instead))
                    .containsExactly(
                            registered(instead),
                            new CaseReopened(JOB, MARCH),
                            changed(MARCH, "2026-03-06", "2026-03-20"),
                            new DeadlineRecalculated(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-01"),
                                    day("2026-04-02"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    false),
                            new DeadlineRecalculated(
                                    JOB,
                                    MARCH,
                                    Stage.DM1,
                                    day("2026-04-22"),
                                    day("2026-04-23"),
                                    "2021-06-01",
                                    "aml § 4-6 (4)",
                                    false));
        }
    }

    @Nested
    class Two_absences {
        final History first = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-03-10"));

        @Test
        void fifteen_free_days_apart_are_one_case() {
            var second = sickNote("flu", 1, "2026-03-26", "2026-03-31");

            assertThat(first.when("2026-03-26", second))
                    .containsExactly(registered(second), changed(MARCH, "2026-03-05", "2026-03-31"));
        }

        @Test
        void sixteen_free_days_apart_are_two() {
            var second = sickNote("flu", 1, "2026-03-27", "2026-03-31");
            var caseId = caseFrom("2026-03-27");

            assertThat(first.when("2026-03-27", second))
                    .containsExactly(
                            registered(second),
                            opened(caseId, "2026-03-27", "2026-03-31"),
                            planDue(caseId, "2026-04-23"),
                            meetingDue(caseId, "2026-05-14"));
        }
    }

    /** March and May are two cases until a sick note for April says that they are one. */
    @Nested
    class Cases_that_turn_out_to_be_one {
        final CaseId may = caseFrom("2026-05-04");
        final RegisterAbsence april = sickNote("april", 1, "2026-03-21", "2026-05-03");
        final History twoCases = History.ofKari()
                .on("2026-03-05", sickNote("march", 1, "2026-03-05", "2026-03-20"))
                .on("2026-05-04", sickNote("may", 1, "2026-05-04", "2026-05-29"));

        @Test
        void are_merged_under_the_one_that_began_first() {
            assertThat(twoCases.when("2026-05-05", april))
                    .containsExactly(
                            registered(april),
                            new CasesMerged(JOB, MARCH, may),
                            changed(MARCH, "2026-03-05", "2026-05-29"));
        }

        @Test
        void leave_the_others_alone() {
            var threeCases = History.ofKari()
                    .on("2026-01-05", sickNote("january", 1, "2026-01-05", "2026-01-09"))
                    .on("2026-03-05", sickNote("march", 1, "2026-03-05", "2026-03-20"))
                    .on("2026-05-04", sickNote("may", 1, "2026-05-04", "2026-05-29"));

            assertThat(threeCases.when("2026-05-05", april))
                    .containsExactly(
                            registered(april),
                            new CasesMerged(JOB, MARCH, may),
                            changed(MARCH, "2026-03-05", "2026-05-29"));
        }

        @Test
        void are_split_again_part_by_part_each_under_its_own_id() {
            var july = caseFrom("2026-07-06");
            var one = twoCases.on("2026-07-06", sickNote("july", 1, "2026-07-06", "2026-07-10"))
                    .on("2026-07-07", april)
                    .on("2026-07-07", sickNote("june", 1, "2026-05-30", "2026-07-05"));

            assertThat(one.when("2026-07-08", withdraw("june", 2)))
                    .containsExactly(
                            new AbsenceWithdrawn(JOB, id("june"), 2),
                            changed(MARCH, "2026-03-05", "2026-05-29"),
                            new CaseReopened(JOB, july),
                            new CaseSplit(JOB, MARCH, july, day("2026-07-06")));
        }

        @Test
        void take_news_under_either_id() {
            assertThat(twoCases.on("2026-05-05", april).when("2026-05-08", planAgreed(1, "2026-05-07", may)))
                    .containsExactly(agreed(MARCH, 1, "2026-05-07", "2026-05-08"));
        }

        @Test
        void bring_what_was_done_in_each_to_the_survivor() {
            var history =
                    twoCases.on("2026-05-08", planAgreed(1, "2026-05-07", may)).on("2026-05-09", april);

            assertThat(history.when("2026-05-10", planAgreed(1, "2026-05-07", MARCH)))
                    .isEmpty();
        }

        @Test
        void are_two_again_with_their_own_ids_when_the_link_is_withdrawn() {
            assertThat(twoCases.on("2026-05-05", april).when("2026-05-06", withdraw("april", 2)))
                    .containsExactly(
                            new AbsenceWithdrawn(JOB, id("april"), 2),
                            changed(MARCH, "2026-03-05", "2026-03-20"),
                            new CaseReopened(JOB, may),
                            new CaseSplit(JOB, MARCH, may, day("2026-05-04")));
        }

        @Test
        void keep_what_was_done_in_the_first_part_when_they_are_split() {
            var history = twoCases.on("2026-05-04", planAgreed(1, "2026-03-19", MARCH))
                    .on("2026-05-05", april);

            assertThat(history.when("2026-05-11", withdraw("april", 2)))
                    .containsExactly(
                            new AbsenceWithdrawn(JOB, id("april"), 2),
                            changed(MARCH, "2026-03-05", "2026-03-20"),
                            new CaseReopened(JOB, may),
                            new CaseSplit(JOB, MARCH, may, day("2026-05-04")));
        }

        @Test
        void keep_what_was_done_with_the_part_it_was_done_in_when_they_are_split() {
            var history = twoCases.on("2026-05-05", april).on("2026-05-08", planAgreed(1, "2026-05-07", MARCH));

            assertThat(history.when("2026-05-11", withdraw("april", 2)))
                    .containsExactly(
                            new AbsenceWithdrawn(JOB, id("april"), 2),
                            changed(MARCH, "2026-03-05", "2026-03-20"),
                            new CaseReopened(JOB, may),
                            new CaseSplit(JOB, MARCH, may, day("2026-05-04")),
                            planMet(may, "2026-05-31", "2026-05-07"));
        }
    }

    @Nested
    class A_case_that_turns_out_to_be_two {
        final RegisterAbsence back = other(AbsenceKind.BACK_AT_WORK, "back at work", 1, "2026-03-16", "2026-04-05");
        final CaseId april = caseFrom("2026-04-06");

        @Test
        void is_split_and_its_first_part_keeps_the_id() {
            var history = History.ofKari().on("2026-03-05", sickNote("long", 1, "2026-03-05", "2026-04-30"));

            assertThat(history.when("2026-04-20", back))
                    .containsExactly(
                            registered(back),
                            changed(MARCH, "2026-03-05", "2026-03-15"),
                            opened(april, "2026-04-06", "2026-04-30"),
                            new CaseSplit(JOB, MARCH, april, day("2026-04-06")),
                            planDue(april, "2026-05-03"),
                            meetingDue(april, "2026-05-24"));
        }

        @Test
        void is_no_longer_met_by_what_belongs_to_the_other_part() {
            var history = History.ofKari()
                    .on("2026-03-05", sickNote("long", 1, "2026-03-05", "2026-04-30"))
                    .on("2026-04-08", meetingHeld("2026-04-07", MARCH));

            assertThat(history.when("2026-04-20", back))
                    .containsExactly(
                            registered(back),
                            changed(MARCH, "2026-03-05", "2026-03-15"),
                            opened(april, "2026-04-06", "2026-04-30"),
                            new CaseSplit(JOB, MARCH, april, day("2026-04-06")),
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.DM1,
                                    day("2026-04-22"),
                                    "2021-06-01",
                                    "aml § 4-6 (4)",
                                    false,
                                    false),
                            planDue(april, "2026-05-03"),
                            meetingDue(april, "2026-05-24"),
                            new DeadlineMet(JOB, april, Stage.DM1, day("2026-05-24"), day("2026-04-07"), MEETING));
        }
    }

    @Nested
    class The_id_of_a_case {
        @Test
        void follows_from_the_employment_and_the_first_day() {
            var other =
                    EmploymentFollowUp.unknown(SomeLaw.NORWEGIAN_LAW).evolve(new EmploymentNoted(SECOND_JOB, 1, KARI));
            var note = sickNote("back", 1, "2026-03-05", "2026-03-20");

            assertThat(other.decide(note, nine("2026-03-05")).get(1).caseRef())
                    .hasValue(new CaseId(DerivedId.of(SECOND_JOB.value(), "case/2026-03-05")));
        }

        @Test
        void is_another_one_when_a_case_that_has_moved_on_has_it() {
            var history = History.ofKari()
                    .on("2026-03-05", sickNote("long", 1, "2026-03-05", "2026-06-30"))
                    .on("2026-03-06", sickNote("long", 2, "2026-06-01", "2026-06-30"));

            assertThat(history.when("2026-03-09", sickNote("flu", 1, "2026-03-05", "2026-03-06")))
                    .contains(opened(
                            new CaseId(DerivedId.of(JOB.value(), "case/2026-03-05/2")), "2026-03-05", "2026-03-06"));

            history.on("2026-03-10", sickNote("flu", 2, "2026-03-05", "2026-04-20"))
                    .on("2026-03-11", sickNote("flu", 3, "2026-04-10", "2026-04-20"));

            assertThat(history.when("2026-03-12", sickNote("cold", 1, "2026-03-05", "2026-03-06")))
                    .contains(opened(
                            new CaseId(DerivedId.of(JOB.value(), "case/2026-03-05/3")), "2026-03-05", "2026-03-06"));
        }
    }

    @Nested
    class A_plan_both_have_signed {
        final History sick = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"));

        @Test
        void meets_its_deadline_up_to_the_due_day() {
            assertThat(sick.when("2026-04-02", planAgreed(1, "2026-04-01", MARCH)))
                    .containsExactly(
                            agreed(MARCH, 1, "2026-04-01", "2026-04-02"), planMet(MARCH, "2026-04-01", "2026-04-01"));
        }

        @Test
        void is_noted_but_meets_nothing_the_day_after() {
            assertThat(sick.when("2026-04-02", planAgreed(1, "2026-04-02", MARCH)))
                    .containsExactly(agreed(MARCH, 1, "2026-04-02", "2026-04-02"));
        }

        @Test
        void told_of_twice_gives_nothing() {
            sick.on("2026-03-20", planAgreed(1, "2026-03-19", MARCH));

            assertThat(sick.when("2026-03-21", planAgreed(1, "2026-03-19", MARCH)))
                    .isEmpty();
        }

        @Test
        void is_noted_again_in_its_next_version_without_meeting_the_deadline_twice() {
            sick.on("2026-03-20", planAgreed(1, "2026-03-19", MARCH));

            assertThat(sick.when("2026-03-25", planAgreed(2, "2026-03-25", MARCH)))
                    .containsExactly(agreed(MARCH, 2, "2026-03-25", "2026-03-25"));
        }

        @Test
        void is_refused_before_the_day_it_tells_of() {
            isRefused(sick, "2026-03-18", planAgreed(1, "2026-03-19", MARCH), "has-not-happened-yet");
        }

        @Test
        void is_refused_for_a_case_nobody_knows() {
            isRefused(sick, "2026-03-20", planAgreed(1, "2026-03-19", caseFrom("1999-01-01")), "case-not-known");
        }

        @Test
        void meets_the_deadline_again_when_a_correction_moves_it() {
            sick.on("2026-03-20", planAgreed(1, "2026-03-19", MARCH));

            assertThat(sick.when("2026-03-21", sickNote("back", 2, "2026-03-04", "2026-04-30")))
                    .contains(planMet(MARCH, "2026-03-31", "2026-03-19"));
        }

        @Test
        void stays_met_when_the_employee_is_back_on_the_due_day() {
            sick.on("2026-03-20", planAgreed(1, "2026-03-19", MARCH));
            sick.on("2026-03-25", sickNote("back", 2, "2026-03-05", "2026-03-31"));

            assertThat(sick.when("2026-04-02", judge("2026-04-01"))).isEmpty();
        }
    }

    @Nested
    class A_meeting_held {
        @Test
        void meets_the_deadline_of_the_meeting_and_of_nothing_else() {
            var sick = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"));

            assertThat(sick.when("2026-03-20", meetingHeld("2026-03-19", MARCH)))
                    .containsExactly(
                            new DialogueMeetingNoted(JOB, MARCH, MEETING, day("2026-03-19"), nine("2026-03-20")),
                            new DeadlineMet(JOB, MARCH, Stage.DM1, day("2026-04-22"), day("2026-03-19"), MEETING));
            assertThat(sick.when("2026-03-21", meetingHeld("2026-03-19", MARCH)))
                    .isEmpty();
        }
    }

    @Nested
    class A_meeting_of_tomorrow {
        @Test
        void has_not_happened_yet() {
            var sick = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"));

            isRefused(sick, "2026-03-18", meetingHeld("2026-03-19", MARCH), "has-not-happened-yet");
        }
    }

    @Nested
    class A_due_day_is_judged {
        final History sick = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"));

        @Test
        void only_when_it_is_over() {
            isRefused(sick, "2026-04-01", judge("2026-04-01"), "day-not-over-yet");
        }

        @Test
        void not_by_what_is_heard_up_to_the_day_before() {
            assertThat(sick.when("2026-04-02", judge("2026-03-31"))).isEmpty();
        }

        @Test
        void as_missed_when_nothing_was_done() {
            assertThat(sick.when("2026-04-02", judge("2026-04-01"))).containsExactly(missed(Stage.PLAN, "2026-04-01"));
        }

        @Test
        void once() {
            sick.on("2026-04-02", judge("2026-04-01"));

            assertThat(sick.when("2026-04-02", judge("2026-04-01"))).isEmpty();
        }

        @Test
        void all_at_once_when_the_sweep_comes_late() {
            assertThat(sick.when("2026-04-30", judge("2026-04-29")))
                    .containsExactly(missed(Stage.PLAN, "2026-04-01"), missed(Stage.DM1, "2026-04-22"));
        }

        @Test
        void as_missed_but_received_late_when_nobody_could_know() {
            var late = History.ofKari().on("2026-04-10", sickNote("back", 1, "2026-03-05", "2026-04-30"));

            assertThat(late.when("2026-04-11", judge("2026-04-10")))
                    .containsExactly(new DeadlineMissed(JOB, MARCH, Stage.PLAN, day("2026-04-01"), true));
        }

        @Test
        void as_missed_on_a_day_of_vacation_that_counts() {
            var away = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-03-29"))
                    .on("2026-03-05", other(AbsenceKind.VACATION, "easter", 1, "2026-03-30", "2026-04-06"));

            assertThat(away.when("2026-04-02", judge("2026-04-01"))).containsExactly(missed(Stage.PLAN, "2026-04-01"));
        }

        @Test
        void as_missed_for_an_absence_without_an_end() {
            var open = History.ofKari().on("2026-03-05", openEnded("back", 1, "2026-03-05"));

            assertThat(open.when("2026-04-02", judge("2026-04-01"))).containsExactly(missed(Stage.PLAN, "2026-04-01"));
        }
    }

    @Nested
    class A_fact_learned_after_the_judgement {
        @Test
        void is_found_to_have_met_the_deadline_if_it_was_in_time() {
            var missed = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"))
                    .on("2026-04-02", judge("2026-04-01"));

            assertThat(missed.when("2026-04-07", planAgreed(1, "2026-03-31", MARCH)))
                    .containsExactly(
                            agreed(MARCH, 1, "2026-03-31", "2026-04-07"),
                            new DeadlineFoundMet(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-01"),
                                    day("2026-03-31"),
                                    PLAN,
                                    nine("2026-04-07")));
            assertThat(missed.when("2026-04-08", judge("2026-04-07"))).isEmpty();
        }

        @Test
        void changes_nothing_if_it_was_late() {
            var missed = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"))
                    .on("2026-04-02", judge("2026-04-01"));

            assertThat(missed.when("2026-04-07", planAgreed(1, "2026-04-02", MARCH)))
                    .containsExactly(agreed(MARCH, 1, "2026-04-02", "2026-04-07"));
        }
    }

    @Nested
    class A_deadline_that_falls_on_a_day_at_work {
        final History back = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-03-29"));

        @Test
        void lapses() {
            assertThat(back.when("2026-04-02", judge("2026-04-01"))).containsExactly(lapsed(Stage.PLAN, "2026-04-01"));
        }

        @Test
        void is_revived_by_the_first_new_sick_day_of_the_same_case() {
            back.on("2026-04-02", judge("2026-04-01"));
            var again = sickNote("again", 1, "2026-04-08", "2026-04-30");

            assertThat(back.when("2026-04-08", again))
                    .containsExactly(
                            registered(again),
                            changed(MARCH, "2026-03-05", "2026-04-30"),
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-08"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    true,
                                    false));
            assertThat(back.when("2026-04-09", judge("2026-04-08"))).containsExactly(missed(Stage.PLAN, "2026-04-08"));
        }

        @Test
        void lapses_and_is_revived_in_one_breath_when_the_sweep_comes_late() {
            back.on("2026-04-01", sickNote("again", 1, "2026-04-08", "2026-04-30"));

            assertThat(back.when("2026-04-10", judge("2026-04-09")))
                    .containsExactly(
                            lapsed(Stage.PLAN, "2026-04-01"),
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-08"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    true,
                                    true),
                            new DeadlineMissed(JOB, MARCH, Stage.PLAN, day("2026-04-08"), true));
        }

        @Test
        void is_met_by_a_plan_signed_while_at_work_once_it_is_revived() {
            back.on("2026-04-02", judge("2026-04-01")).on("2026-04-07", planAgreed(1, "2026-04-07", MARCH));

            assertThat(back.when("2026-04-08", sickNote("again", 1, "2026-04-08", "2026-04-30")))
                    .endsWith(
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-08"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    true,
                                    false),
                            planMet(MARCH, "2026-04-08", "2026-04-07"));
        }

        @Test
        void is_due_on_an_earlier_day_when_an_earlier_sick_day_is_learned() {
            back.on("2026-04-02", judge("2026-04-01"))
                    .on("2026-04-08", sickNote("again", 1, "2026-04-08", "2026-04-30"));

            assertThat(back.when("2026-04-09", sickNote("before", 1, "2026-04-06", "2026-04-07")))
                    .containsExactly(
                            registered(sickNote("before", 1, "2026-04-06", "2026-04-07")),
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-06"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    true,
                                    true));
        }

        @Test
        void lapses_again_when_the_new_sick_days_are_withdrawn() {
            back.on("2026-04-02", judge("2026-04-01"))
                    .on("2026-04-08", sickNote("again", 1, "2026-04-08", "2026-04-30"));

            assertThat(back.when("2026-04-09", withdraw("again", 2)))
                    .containsExactly(
                            new AbsenceWithdrawn(JOB, id("again"), 2),
                            changed(MARCH, "2026-03-05", "2026-03-29"),
                            lapsed(Stage.PLAN, "2026-04-08"));
        }

        @Test
        void is_open_again_when_the_day_turns_out_to_have_been_sick() {
            back.on("2026-04-02", judge("2026-04-01"));

            assertThat(back.when("2026-04-07", sickNote("back", 2, "2026-03-05", "2026-04-10")))
                    .endsWith(new DeadlineRevived(
                            JOB, MARCH, Stage.PLAN, day("2026-04-01"), "2021-06-01", "aml § 4-6 (3)", false, true));
        }
    }

    @Nested
    class A_missed_deadline {
        @Test
        void lapses_when_the_employee_turns_out_to_have_been_at_work_that_day() {
            var missed = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-10"))
                    .on("2026-04-02", judge("2026-04-01"));

            assertThat(missed.when("2026-04-07", sickNote("back", 2, "2026-03-05", "2026-03-31")))
                    .containsExactly(
                            corrected(sickNote("back", 2, "2026-03-05", "2026-03-31")),
                            changed(MARCH, "2026-03-05", "2026-03-31"),
                            lapsed(Stage.PLAN, "2026-04-01"));
        }
    }

    @Nested
    class The_dialogue_meeting_of_someone_partly_at_work {
        final History graded = History.ofKari()
                .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-14", 100))
                .on("2026-04-01", planAgreed(1, "2026-04-01", MARCH))
                .on("2026-04-14", sickNote("partly", 1, "2026-04-15", "2026-04-30", 50));

        @Test
        void is_not_required() {
            assertThat(graded.when("2026-04-23", judge("2026-04-22")))
                    .containsExactly(new DeadlineNotRequired(JOB, MARCH, Stage.DM1, day("2026-04-22")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-04-16", "2026-04-22"})
        void is_required_when_someone_has_asked_for_it_in_time(String askedOn) {
            assertThat(graded.when(askedOn, ask(Asker.EMPLOYEE)))
                    .containsExactly(new DialogueMeetingAskedFor(JOB, MARCH, Asker.EMPLOYEE, day(askedOn)));
            assertThat(graded.when("2026-04-23", judge("2026-04-22"))).containsExactly(missed(Stage.DM1, "2026-04-22"));
        }

        @Test
        void stays_not_required_when_someone_asks_after_the_day() {
            graded.on("2026-04-23", judge("2026-04-22"));

            assertThat(graded.when("2026-04-23", ask(Asker.PRACTITIONER)))
                    .containsExactly(new DialogueMeetingAskedFor(JOB, MARCH, Asker.PRACTITIONER, day("2026-04-23")));
        }

        @Test
        void is_asked_for_once_by_each() {
            graded.on("2026-04-16", ask(Asker.EMPLOYEE));

            assertThat(graded.when("2026-04-17", ask(Asker.EMPLOYEE))).isEmpty();
            assertThat(graded.when("2026-04-17", ask(Asker.EMPLOYER)))
                    .containsExactly(new DialogueMeetingAskedFor(JOB, MARCH, Asker.EMPLOYER, day("2026-04-17")));
        }

        @Test
        void is_open_again_when_the_employee_turns_out_to_have_been_wholly_away() {
            graded.on("2026-04-23", judge("2026-04-22"));

            assertThat(graded.when("2026-04-24", sickNote("partly", 2, "2026-04-15", "2026-04-30", 100)))
                    .endsWith(new DeadlineRevived(
                            JOB, MARCH, Stage.DM1, day("2026-04-22"), "2021-06-01", "aml § 4-6 (4)", false, true));
        }

        @Test
        void is_no_longer_missed_when_the_employee_turns_out_to_have_been_partly_at_work() {
            var missed = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"))
                    .on("2026-04-01", planAgreed(1, "2026-04-01", MARCH))
                    .on("2026-04-23", judge("2026-04-22"));

            assertThat(missed.when("2026-04-24", sickNote("back", 2, "2026-03-05", "2026-04-30", 60)))
                    .containsExactly(
                            corrected(sickNote("back", 2, "2026-03-05", "2026-04-30", 60)),
                            new DeadlineNotRequired(JOB, MARCH, Stage.DM1, day("2026-04-22")));
        }

        @Test
        void was_required_of_everyone_by_the_rules_of_2011() {
            var old = History.ofKari().on("2026-01-02", sickNote("old", 1, "2012-03-05", "2012-06-29", 50));

            assertThat(old.when("2026-01-03", judge("2026-01-02")))
                    .contains(new DeadlineMissed(JOB, caseFrom("2012-03-05"), Stage.DM1, day("2012-04-22"), true));
        }

        @Test
        void does_not_lift_the_plan() {
            var partly = History.ofKari().on("2026-03-05", sickNote("partly", 1, "2026-03-05", "2026-04-30", 20));

            assertThat(partly.when("2026-04-02", judge("2026-04-01")))
                    .containsExactly(missed(Stage.PLAN, "2026-04-01"));
        }
    }

    @Nested
    class A_case {
        final History over = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-03-10"));

        @Test
        void is_closed_after_sixteen_free_days() {
            assertThat(over.when("2026-03-26", judge("2026-03-25"))).isEmpty();
            assertThat(over.when("2026-03-27", judge("2026-03-26")))
                    .containsExactly(new CaseClosed(JOB, MARCH, day("2026-03-10"), ClosingReason.BACK_AT_WORK));
            assertThat(over.when("2026-03-27", judge("2026-03-26"))).isEmpty();
        }

        @Test
        void lapses_its_deadlines_on_their_own_days_even_when_it_is_closed() {
            over.on("2026-03-27", judge("2026-03-26"));

            assertThat(over.when("2026-04-02", judge("2026-04-01"))).containsExactly(lapsed(Stage.PLAN, "2026-04-01"));
        }

        @Test
        void is_reopened_when_an_absence_inside_the_sixteen_days_is_learned() {
            over.on("2026-03-27", judge("2026-03-26"));
            var inside = sickNote("inside", 1, "2026-03-26", "2026-04-30");

            assertThat(over.when("2026-03-30", inside))
                    .containsExactly(
                            registered(inside),
                            new CaseReopened(JOB, MARCH),
                            changed(MARCH, "2026-03-05", "2026-04-30"));
        }

        @Test
        void stays_closed_when_what_is_learned_is_over_too() {
            over.on("2026-04-20", judge("2026-03-26"));
            var inside = sickNote("inside", 1, "2026-03-12", "2026-03-13");

            assertThat(over.when("2026-04-20", inside))
                    .containsExactly(registered(inside), changed(MARCH, "2026-03-05", "2026-03-13"));
        }
    }

    @Nested
    class The_end_of_an_employment {
        final History leaver = History.ofKari()
                .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"))
                .on("2026-03-10", new NoteEmploymentEnd(JOB, 2, day("2026-03-31")));

        @Test
        void closes_the_case_on_the_last_day() {
            assertThat(leaver.when("2026-03-31", judge("2026-03-30"))).isEmpty();
            assertThat(leaver.when("2026-04-01", judge("2026-03-31")))
                    .containsExactly(new CaseClosed(JOB, MARCH, day("2026-03-31"), ClosingReason.EMPLOYMENT_OVER));
        }

        @Test
        void lapses_what_would_have_been_due_later() {
            leaver.on("2026-04-01", judge("2026-03-31"));

            assertThat(leaver.when("2026-04-02", judge("2026-04-01")))
                    .containsExactly(lapsed(Stage.PLAN, "2026-04-01"));
        }

        @Test
        void lapses_what_was_judged_before_it_was_known() {
            var missed = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"))
                    .on("2026-04-02", judge("2026-04-01"));

            assertThat(missed.when("2026-04-03", new NoteEmploymentEnd(JOB, 2, day("2026-03-31"))))
                    .containsExactly(
                            new EmploymentEndNoted(JOB, 2, day("2026-03-31")), lapsed(Stage.PLAN, "2026-04-01"));
        }

        @Test
        void is_taken_back_when_HR_tells_of_the_employment_again() {
            leaver.on("2026-04-01", judge("2026-03-31"));

            assertThat(leaver.when("2026-04-02", new NoteEmployment(JOB, 3, KARI)))
                    .containsExactly(new EmploymentNoted(JOB, 3, KARI), new CaseReopened(JOB, MARCH));
        }
    }

    @Nested
    class An_event_that_has_happened {
        @Test
        void is_never_refused_by_an_employment_nobody_has_told_of() {
            var unknown = EmploymentFollowUp.unknown(SomeLaw.NORWEGIAN_LAW);

            assertThat(unknown.evolve(new AbsenceWithdrawn(JOB, id("back"), 2))).isEqualTo(unknown);
        }

        @Test
        void belongs_to_the_employments_stream_and_to_its_case() {
            List<EmploymentFollowUpEvent> events =
                    History.ofKari().when("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-03-20"));

            assertThat(judge("2026-03-05").target()).isEqualTo(JOB);
            assertThat(events).allSatisfy(event -> assertThat(event.stream()).isEqualTo(JOB));
            assertThat(events)
                    .extracting(event -> event.caseRef().isPresent())
                    .containsExactly(false, true, true, true);
            assertThat(new CasesMerged(JOB, MARCH, caseFrom("2026-05-04")).caseRef())
                    .hasValue(MARCH);
            assertThat(new CaseSplit(JOB, MARCH, caseFrom("2026-05-04"), LocalDate.parse("2026-05-04")).caseRef())
                    .hasValue(MARCH);
        }
    }
}
