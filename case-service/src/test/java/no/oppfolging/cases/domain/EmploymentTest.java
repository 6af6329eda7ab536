package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.KARI;
import static no.oppfolging.cases.domain.History.MARCH;
import static no.oppfolging.cases.domain.History.ask;
import static no.oppfolging.cases.domain.History.caseFrom;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.History.givenPlanStruck;
import static no.oppfolging.cases.domain.History.isRefused;
import static no.oppfolging.cases.domain.History.judge;
import static no.oppfolging.cases.domain.History.meetingHeld;
import static no.oppfolging.cases.domain.History.planAgreed;
import static no.oppfolging.cases.domain.History.planGiven;
import static no.oppfolging.cases.domain.History.sickNote;
import static no.oppfolging.cases.domain.History.withdraw;
import static no.oppfolging.cases.domain.SomeAbsences.id;
import static no.oppfolging.cases.domain.SomeFacts.lapsed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmployment;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmploymentEnd;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceWithdrawn;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentEndNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.EmploymentNoted;
import no.oppfolging.platform.kernel.PersonId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kari's employment, from when HR tells of it until it is over. */
class EmploymentTest {
    @Nested
    class An_employment_nobody_has_told_of {
        static Stream<EmploymentFollowUpCommand> everything_else() {
            return Stream.of(
                    new NoteEmploymentEnd(JOB, 2, day("2026-03-31")),
                    sickNote("back", 1, "2026-03-05", "2026-03-20"),
                    withdraw("back", 2),
                    meetingHeld("2026-03-05", MARCH),
                    planAgreed(1, "2026-03-05", MARCH),
                    planGiven(1, "2026-03-05"),
                    givenPlanStruck(1),
                    ask(Asker.EMPLOYEE, "2026-03-06"),
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
    class The_end_of_an_employment {
        final History leaver = History.ofKari()
                .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"))
                .on("2026-03-10", new NoteEmploymentEnd(JOB, 2, day("2026-03-31")));

        @Test
        void that_turns_out_to_be_another_day_is_told_anew_though_the_case_is_over() {
            leaver.on("2026-04-01", judge("2026-03-31"));

            assertThat(leaver.when("2026-04-05", new NoteEmploymentEnd(JOB, 3, day("2026-03-20"))))
                    .contains(new CaseClosed(JOB, MARCH, day("2026-03-20"), ClosingReason.EMPLOYMENT_OVER));
            assertThat(leaver.when("2026-06-20", judge("2026-06-19"))).noneMatch(CaseClosed.class::isInstance);
        }

        @Test
        void is_not_the_end_of_a_case_that_begins_after_it() {
            leaver.on("2026-04-01", judge("2026-03-31"))
                    .on("2026-07-04", sickNote("later", 1, "2026-07-04", "2026-07-15"));

            assertThat(leaver.when("2026-07-05", judge("2026-07-04")))
                    .contains(new CaseClosed(
                            JOB, caseFrom("2026-07-04"), day("2026-07-04"), ClosingReason.EMPLOYMENT_OVER));
        }

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
