package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.KARI;
import static no.oppfolging.cases.domain.History.MARCH;
import static no.oppfolging.cases.domain.History.MEETING;
import static no.oppfolging.cases.domain.History.caseFrom;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.History.judge;
import static no.oppfolging.cases.domain.History.meetingHeld;
import static no.oppfolging.cases.domain.History.nine;
import static no.oppfolging.cases.domain.History.openEnded;
import static no.oppfolging.cases.domain.History.other;
import static no.oppfolging.cases.domain.History.planAgreed;
import static no.oppfolging.cases.domain.History.sickNote;
import static no.oppfolging.cases.domain.History.withdraw;
import static no.oppfolging.cases.domain.SomeAbsences.id;
import static no.oppfolging.cases.domain.SomeFacts.agreed;
import static no.oppfolging.cases.domain.SomeFacts.changed;
import static no.oppfolging.cases.domain.SomeFacts.doctorsCopyDue;
import static no.oppfolging.cases.domain.SomeFacts.lapsed;
import static no.oppfolging.cases.domain.SomeFacts.meetingDue;
import static no.oppfolging.cases.domain.SomeFacts.opened;
import static no.oppfolging.cases.domain.SomeFacts.planDue;
import static no.oppfolging.cases.domain.SomeFacts.planMet;
import static no.oppfolging.cases.domain.SomeFacts.registered;
import static org.assertj.core.api.Assertions.assertThat;

import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceWithdrawn;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentNoted;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.EmploymentId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which absences of Kari's are one case, and for how long. Week 10 of 2026 begins on Monday 2 March. */
class FollowUpCasesTest {
    private static final EmploymentId SECOND_JOB = EmploymentId.of("10000000-0000-0000-0000-000000000002");

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
                    .containsExactly(
                            registered(inside),
                            changed(MARCH, "2026-03-05", "2026-03-13"),
                            new CaseClosed(JOB, MARCH, day("2026-03-13"), ClosingReason.BACK_AT_WORK));
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
                    .containsExactly(agreed(MARCH, 1, "2026-05-07", "2026-05-08"), doctorsCopyDue(MARCH, "2026-04-01"));
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
                            planMet(may, "2026-05-31", "2026-05-07"),
                            doctorsCopyDue(may, "2026-05-31"));
        }
    }

    @Nested
    class A_case_given_up_before_its_end_was_known {
        @Test
        void is_not_what_a_new_sickness_goes_on_as_when_its_absence_was_a_mistake() {
            var history = History.ofKari()
                    .on("2026-03-05", openEnded("mistake", 1, "2026-03-05"))
                    .on("2026-03-06", withdraw("mistake", 2));
            var real = sickNote("real", 1, "2027-03-01", "2027-06-30");
            var caseId = caseFrom("2027-03-01");

            assertThat(history.when("2027-03-01", real))
                    .containsExactly(
                            registered(real),
                            opened(caseId, "2027-03-01", "2027-06-30"),
                            planDue(caseId, "2027-03-28"),
                            meetingDue(caseId, "2027-04-18"));
        }

        @Test
        void is_not_what_a_new_sickness_goes_on_as_when_it_became_part_of_an_earlier_one() {
            var history = History.ofKari()
                    .on("2026-01-05", sickNote("january", 1, "2026-01-05", "2026-01-09"))
                    .on("2026-03-05", openEnded("march", 1, "2026-03-05"))
                    .on("2026-03-20", planAgreed(1, "2026-03-19", MARCH))
                    .on("2026-03-21", sickNote("february", 1, "2026-01-10", "2026-03-04"))
                    .on("2026-04-30", sickNote("march", 2, "2026-03-05", "2026-04-30"));
            var autumn = sickNote("autumn", 1, "2026-11-02", "2027-01-29");
            var caseId = caseFrom("2026-11-02");

            assertThat(history.when("2026-11-02", autumn))
                    .containsExactly(
                            registered(autumn),
                            opened(caseId, "2026-11-02", "2027-01-29"),
                            planDue(caseId, "2026-11-29"),
                            meetingDue(caseId, "2026-12-20"));
        }

        @Test
        void comes_back_with_its_first_days() {
            var history = History.ofKari()
                    .on("2026-03-05", openEnded("back", 1, "2026-03-05"))
                    .on("2026-03-06", withdraw("back", 2));

            assertThat(history.when("2026-03-09", openEnded("back", 3, "2026-03-05")))
                    .contains(new CaseReopened(JOB, MARCH));
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
        void has_what_is_told_of_its_later_days_in_the_part_that_they_are_of() {
            var history = History.ofKari()
                    .on("2026-03-05", sickNote("long", 1, "2026-03-05", "2026-04-30"))
                    .on("2026-04-20", back);

            assertThat(history.when("2026-04-28", planAgreed(2, "2026-04-27", MARCH)))
                    .contains(planMet(april, "2026-05-03", "2026-04-27"));
            assertThat(history.when("2026-04-28", meetingHeld("2026-03-12", MARCH)))
                    .contains(new DeadlineMet(JOB, MARCH, Stage.DM1, day("2026-04-22"), day("2026-03-12"), MEETING));
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
}
