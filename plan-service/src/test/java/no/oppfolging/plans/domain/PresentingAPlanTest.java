package no.oppfolging.plans.domain;

import static no.oppfolging.plans.domain.CasePlanExample.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import no.oppfolging.plans.domain.CasePlanCommand.PresentPlan;
import no.oppfolging.plans.domain.CasePlanEvent.SignaturesVoided;
import no.oppfolging.plans.domain.CasePlanEvent.SigningRefused;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.MeasureVerb;
import no.oppfolging.platform.kernel.PersonalText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PresentingAPlanTest {
    static final LocalDate IN_MAY = LocalDate.of(2026, 5, 4);
    static final PersonalText NOTHING = text(" ");

    @Test
    void makes_the_draft_version_one_with_a_digest() {
        plan().given(FOLLOWED).when(present(CONTENT), WEDNESDAY).then(PRESENTED);
    }

    @Test
    void twice_with_the_same_words_presents_once() {
        plan().given(FOLLOWED, PRESENTED)
                .when(new PresentPlan(CASE, PLAN, CONTENT, OTHER_SALT), THURSDAY)
                .thenNothing();
    }

    @Test
    void with_other_words_makes_the_next_version() {
        plan().given(FOLLOWED, PRESENTED)
                .when(new PresentPlan(CASE, PLAN, CHANGED_CONTENT, OTHER_SALT), THURSDAY)
                .then(CHANGED);
    }

    @Test
    void with_other_words_voids_the_signature_that_was_given() {
        plan().given(FOLLOWED, PRESENTED, signedByOla(PRESENTED, WEDNESDAY))
                .when(new PresentPlan(CASE, PLAN, CHANGED_CONTENT, OTHER_SALT), THURSDAY)
                .then(new SignaturesVoided(CASE, PLAN, 1, List.of(Party.MANAGER)), CHANGED);
    }

    @Test
    void with_other_words_asks_anew_after_a_refusal() {
        plan().given(FOLLOWED, PRESENTED, new SigningRefused(CASE, PLAN, 1, KARI, text("For mange vakter")))
                .when(new PresentPlan(CASE, PLAN, CHANGED_CONTENT, OTHER_SALT), THURSDAY)
                .then(CHANGED);
    }

    @Test
    void renews_an_agreed_plan_and_leaves_the_agreement_standing() {
        plan().given(
                        FOLLOWED,
                        PRESENTED,
                        signedByOla(PRESENTED, WEDNESDAY),
                        signedByKari(PRESENTED, WEDNESDAY),
                        agreed(PRESENTED, LegalDay.of(WEDNESDAY)))
                .when(new PresentPlan(CASE, PLAN, CHANGED_CONTENT, OTHER_SALT), THURSDAY)
                .then(CHANGED);
    }

    @Test
    void changes_nothing_in_an_agreed_plan_when_the_words_are_the_same() {
        plan().given(
                        FOLLOWED,
                        PRESENTED,
                        signedByOla(PRESENTED, WEDNESDAY),
                        signedByKari(PRESENTED, WEDNESDAY),
                        agreed(PRESENTED, LegalDay.of(WEDNESDAY)))
                .when(present(CONTENT), THURSDAY)
                .thenNothing();
    }

    @Test
    void goes_on_with_the_plan_there_is() {
        plan().given(FOLLOWED, PRESENTED)
                .when(new PresentPlan(CASE, ANOTHER_PLAN, CHANGED_CONTENT, SALT), THURSDAY)
                .thenRefused("case-has-another-plan", "Saken har alt en plan. Endre den i stedet for å lage en ny.");
    }

    @Test
    void works_on_when_the_words_before_have_been_erased() {
        var erased = PersonalText.erased(KARI);
        var emptied = new PlanContent(
                erased, erased, erased, erased, erased, erased, erased, erased, IN_MAY, true, erased, List.of());
        var presented = new CasePlanEvent.PlanPresented(CASE, PLAN, 1, emptied, erased, PRESENTED.digest());
        plan().given(FOLLOWED, presented)
                .when(new PresentPlan(CASE, PLAN, CHANGED_CONTENT, OTHER_SALT), THURSDAY)
                .then(CHANGED);
    }

    @Test
    void writes_no_text_about_anybody_but_the_employee() {
        var olas = new PersonalText(OLA, SALT.text());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan().given(FOLLOWED)
                        .when(new PresentPlan(CASE, PLAN, CONTENT, olas), WEDNESDAY)
                        .thenNothing());
    }

    @Nested
    class Needs_what_aml_4_6_3_asks_for {
        static final String MISSING =
                "Planen mangler noe loven krever. Fyll ut feltet som er merket (arbeidsmiljøloven § 4-6 tredje ledd).";

        @Test
        void the_tasks_what_can_be_done_the_measures_and_the_way_ahead() {
            missing(sections(NOTHING, text("Skrive"), text("Halve dager"), text("Samtale i mai")));
            missing(sections(text("Kundesenter"), NOTHING, text("Halve dager"), text("Samtale i mai")));
            missing(sections(text("Kundesenter"), text("Skrive"), NOTHING, text("Samtale i mai")));
            missing(sections(text("Kundesenter"), text("Skrive"), text("Halve dager"), NOTHING));
        }

        @Test
        void and_what_cannot_be_done_is_enough_for_who_can_do_nothing_now() {
            var nothingNow = new PlanContent(
                    NOTHING,
                    text("Kundesenter"),
                    NOTHING,
                    text("Alt"),
                    text("Samtaler"),
                    NOTHING,
                    text("Samtale i mai"),
                    NOTHING,
                    IN_MAY,
                    true,
                    NOTHING,
                    List.of());
            plan().given(FOLLOWED).when(present(nothingNow), WEDNESDAY).then(presented(1, nothingNow, SALT));
        }

        private PlanContent sections(
                PersonalText workTasks, PersonalText canDo, PersonalText measures, PersonalText followUp) {
            return new PlanContent(
                    NOTHING, workTasks, canDo, NOTHING, measures, NOTHING, followUp, NOTHING, IN_MAY, true, NOTHING,
                    List.of());
        }

        private void missing(PlanContent content) {
            plan().given(FOLLOWED).when(present(content), WEDNESDAY).thenRefused("plan-section-is-missing", MISSING);
        }
    }

    @Nested
    class A_measure {
        @Test
        void is_presented_with_its_way_its_responsible_and_its_day() {
            plan().given(FOLLOWED)
                    .when(present(with(SWAP_SHIFTS)), WEDNESDAY)
                    .then(presented(1, with(SWAP_SHIFTS), SALT));
        }

        @Test
        void says_what() {
            refused("measure-says-what", "Skriv hva som skal gjøres i hvert tiltak.", measure(" ", IN_MAY));
        }

        @Test
        void is_due_within_a_year() {
            refused(
                    "measure-is-due-within-a-year",
                    "Et tiltak skal være gjort innen ett år.",
                    measure("Bytte vakter", LocalDate.of(2027, 3, 19)));
        }

        @Test
        void may_be_overdue_but_not_for_longer_than_two_years() {
            var overdue = measure("Bytte vakter", LocalDate.of(2024, 3, 18));
            plan().given(FOLLOWED).when(present(with(overdue)), WEDNESDAY).then(presented(1, with(overdue), SALT));

            refused(
                    "measure-was-due-too-long-ago",
                    "Fristen for et tiltak kan ikke ligge mer enn to år tilbake.",
                    measure("Bytte vakter", LocalDate.of(2024, 3, 17)));
        }

        @Test
        void stands_in_the_plan_once() {
            refused(
                    "measure-is-named-twice",
                    "Samme tiltak står i planen to ganger.",
                    SWAP_SHIFTS,
                    measure("Bytte vakter", IN_MAY));
        }

        private static PlannedMeasure measure(String what, LocalDate dueOn) {
            return new PlannedMeasure(SWAP_SHIFTS.id(), MeasureVerb.SWAP, text(what), Party.MANAGER, dueOn);
        }

        private void refused(String rule, String sentence, PlannedMeasure... measures) {
            plan().given(FOLLOWED).when(present(with(measures)), WEDNESDAY).thenRefused(rule, sentence);
        }
    }

    @Test
    void may_say_in_so_many_words_that_something_is_erased_and_is_not_erased_itself() {
        var content = content(PersonalText.ERASED, IN_MAY);

        plan().given(FOLLOWED).when(present(content), WEDNESDAY).then(presented(1, content, SALT));
        assertThat(content.isErased()).isFalse();
    }

    @Nested
    class Is_refused {
        @Test
        void when_a_section_is_a_novel() {
            refused(
                    content("x".repeat(2001), IN_MAY),
                    "plan-section-is-too-long",
                    "Teksten er for lang. Bruk høyst 2000 tegn i hvert felt.");
        }

        @Test
        void when_a_section_has_characters_nobody_can_read() {
            var sentence = "Teksten har tegn som ikke kan vises. Skriv den på nytt.";
            refused(content("Halve\u0002 dager", IN_MAY), "plan-section-is-unreadable", sentence);
            refused(content("Halve \ud83d dager", IN_MAY), "plan-section-is-unreadable", sentence);
            refused(content("Halve \u202edager", IN_MAY), "plan-section-is-unreadable", sentence);
        }

        @Test
        void when_it_is_looked_at_again_today_or_after_more_than_a_year() {
            var sentence = "Planen skal ses på igjen en dag etter i dag og senest om ett år.";
            refused(content("Halve dager", LocalDate.of(2026, 3, 18)), "evaluation-is-within-a-year", sentence);
            refused(content("Halve dager", LocalDate.of(2027, 3, 19)), "evaluation-is-within-a-year", sentence);
        }

        @Test
        void when_the_employee_had_no_part_in_it_and_nobody_says_why() {
            refused(
                    contribution(false, NOTHING),
                    "missing-contribution-needs-reason",
                    "Skriv hvorfor den ansatte ikke har vært med på å lage planen. Ikke skriv noe om helse.");
        }

        @Test
        void when_the_employee_had_part_in_it_and_someone_says_why_not() {
            refused(
                    contribution(true, text("Ikke å treffe")),
                    "contribution-needs-no-reason",
                    "Den ansatte har vært med på å lage planen. La feltet om hvorfor ikke stå tomt.");
        }

        private PlanContent contribution(boolean contributed, PersonalText whyNot) {
            return new PlanContent(
                    NOTHING,
                    text("Kundesenter"),
                    text("Skrive"),
                    NOTHING,
                    text("Halve dager"),
                    NOTHING,
                    text("Samtale i mai"),
                    NOTHING,
                    IN_MAY,
                    contributed,
                    whyNot,
                    List.of());
        }

        private void refused(PlanContent content, String rule, String sentence) {
            plan().given(FOLLOWED).when(present(content), WEDNESDAY).thenRefused(rule, sentence);
        }
    }

    @Nested
    class Is_accepted {
        @Test
        void when_it_is_looked_at_again_tomorrow_or_after_a_year_to_the_day() {
            var tomorrow = content("Halve dager", LocalDate.of(2026, 3, 19));
            var inAYear = content("Halve dager", LocalDate.of(2027, 3, 18));
            plan().given(FOLLOWED).when(present(tomorrow), WEDNESDAY).then(presented(1, tomorrow, SALT));
            plan().given(FOLLOWED).when(present(inAYear), WEDNESDAY).then(presented(1, inAYear, SALT));
        }
    }
}
