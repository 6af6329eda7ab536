package no.oppfolging.plans.domain;

import static no.oppfolging.plans.domain.CasePlanExample.*;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.oppfolging.plans.domain.CasePlanCommand.AbsorbCase;
import no.oppfolging.plans.domain.CasePlanCommand.EndCase;
import no.oppfolging.plans.domain.CasePlanCommand.JoinCase;
import no.oppfolging.plans.domain.CasePlanCommand.LeaveCase;
import no.oppfolging.plans.domain.CasePlanCommand.NoteDuty;
import no.oppfolging.plans.domain.CasePlanCommand.ReleaseCase;
import no.oppfolging.plans.domain.CasePlanCommand.ResumeCase;
import no.oppfolging.plans.domain.CasePlanEvent.CaseAbsorbed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseEnded;
import no.oppfolging.plans.domain.CasePlanEvent.CaseJoined;
import no.oppfolging.plans.domain.CasePlanEvent.CaseReleased;
import no.oppfolging.plans.domain.CasePlanEvent.CaseResumed;
import no.oppfolging.plans.domain.CasePlanEvent.PlanDutyNoted;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.ToldAt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CasesThatPartTest {
    static final LocalDate FRIDAY = LocalDate.of(2026, 3, 20);
    static final Duty DUE = new Duty(LocalDate.of(2026, 3, 29), Duty.Standing.OPEN);

    @Nested
    class The_part_that_leaves {
        final CaseJoined joined = new CaseJoined(CASE, OTHER_CASE, EARLIER);

        @Test
        void stands_by_itself_again_and_once() {
            plan().given(FOLLOWED, joined)
                    .when(new ResumeCase(CASE, LATER), WEDNESDAY)
                    .then(new CaseResumed(CASE, LATER));
            plan().given(FOLLOWED, joined, new CaseResumed(CASE, LATER))
                    .when(new ResumeCase(CASE, LATER), WEDNESDAY)
                    .thenNothing();
        }

        @Test
        void leaves_once() {
            plan().given(FOLLOWED, joined)
                    .when(new LeaveCase(CASE, LATER), WEDNESDAY)
                    .then(new CaseResumed(CASE, LATER));
            plan().given(FOLLOWED, joined, new CaseResumed(CASE, LATER))
                    .when(new LeaveCase(CASE, LATER), WEDNESDAY)
                    .thenNothing();
        }

        @Test
        void stays_over_when_it_was() {
            var ended = new CaseEnded(CASE, FRIDAY);
            plan().given(FOLLOWED, joined, ended)
                    .when(new LeaveCase(CASE, LATER), THURSDAY)
                    .then(new CaseResumed(CASE, LATER), ended);
            plan().given(FOLLOWED, joined, new CaseResumed(CASE, LATER), ended)
                    .when(new LeaveCase(CASE, LATER), THURSDAY)
                    .thenNothing();
        }

        @Test
        void presents_again() {
            plan().given(FOLLOWED, joined, new CaseResumed(CASE, LATER))
                    .when(present(CONTENT), WEDNESDAY)
                    .then(PRESENTED);
        }

        @Test
        void has_the_plan_it_had_before() {
            plan().given(FOLLOWED, PRESENTED, signedByOla(PRESENTED, WEDNESDAY), joined, new CaseResumed(CASE, LATER))
                    .when(kariSigns(PRESENTED), THURSDAY)
                    .then(signedByKari(PRESENTED, THURSDAY), agreed(PRESENTED, LegalDay.of(THURSDAY)));
        }
    }

    /** What is told of a case under its own key may be heard before or after what is told of it under another's. */
    @Nested
    class News_of_several_cases_heard_in_any_order {
        final List<CasePlanCommand> ofItself = List.of(
                new ResumeCase(CASE, new ToldAt(3)), new EndCase(CASE, FRIDAY), new ResumeCase(CASE, new ToldAt(9)));
        final List<CasePlanCommand> ofTheOther = List.of(
                new JoinCase(CASE, OTHER_CASE, new ToldAt(2)),
                new LeaveCase(CASE, new ToldAt(4)),
                new JoinCase(CASE, OTHER_CASE, new ToldAt(8)));

        @Test
        void leaves_the_case_by_itself_when_that_was_told_last() {
            plan().given(FOLLOWED)
                    .whenHeardInAnyOrder(ofItself, ofTheOther, WEDNESDAY)
                    .thenAsAfter(new CaseResumed(CASE, new ToldAt(9)));
        }

        @Test
        void leaves_it_part_of_the_other_when_that_was_told_last() {
            var andJoinedAgain = Stream.concat(
                            ofTheOther.stream(), Stream.of(new JoinCase(CASE, OTHER_CASE, new ToldAt(12))))
                    .toList();
            plan().given(FOLLOWED)
                    .whenHeardInAnyOrder(ofItself, andJoinedAgain, WEDNESDAY)
                    .thenAsAfter(new CaseJoined(CASE, OTHER_CASE, new ToldAt(12)));
        }

        @Test
        void leaves_it_over_when_that_is_the_last_news_of_itself() {
            var andLeft = Stream.concat(ofTheOther.stream(), Stream.of(new LeaveCase(CASE, new ToldAt(10))))
                    .toList();
            plan().given(FOLLOWED)
                    .whenHeardInAnyOrder(ofItself.subList(0, 2), andLeft, WEDNESDAY)
                    .thenAsAfter(new CaseResumed(CASE, new ToldAt(10)), new CaseEnded(CASE, FRIDAY));
        }
    }

    @Nested
    class The_part_that_stays {
        final CaseAbsorbed absorbed = new CaseAbsorbed(CASE, OTHER_CASE);

        @Test
        void lets_the_other_go_once() {
            plan().given(FOLLOWED, absorbed)
                    .when(new ReleaseCase(CASE, OTHER_CASE), WEDNESDAY)
                    .then(new CaseReleased(CASE, OTHER_CASE));
            plan().given(FOLLOWED, absorbed, new CaseReleased(CASE, OTHER_CASE))
                    .when(new ReleaseCase(CASE, OTHER_CASE), WEDNESDAY)
                    .thenNothing();
        }

        @Test
        void may_absorb_it_again() {
            plan().given(FOLLOWED, absorbed, new CaseReleased(CASE, OTHER_CASE))
                    .when(new AbsorbCase(CASE, OTHER_CASE), WEDNESDAY)
                    .then(absorbed);
        }
    }

    @Nested
    class A_case_that_is_over {
        final CaseEnded ended = new CaseEnded(CASE, FRIDAY);

        @Test
        void ends_once_and_goes_on_when_told() {
            plan().given(FOLLOWED).when(new EndCase(CASE, FRIDAY), THURSDAY).then(ended);
            plan().given(FOLLOWED, ended)
                    .when(new EndCase(CASE, FRIDAY), THURSDAY)
                    .thenNothing();
            plan().given(FOLLOWED, ended)
                    .when(new ResumeCase(CASE, LATER), THURSDAY)
                    .then(new CaseResumed(CASE, LATER));
        }

        @Test
        void still_has_its_plan_signed() {
            plan().given(FOLLOWED, PRESENTED, ended)
                    .when(kariSigns(PRESENTED), THURSDAY)
                    .then(signedByKari(PRESENTED, THURSDAY));
        }
    }

    @Nested
    class What_the_law_asks {
        @Test
        void is_noted_when_it_is_another_than_before() {
            var noted = new PlanDutyNoted(CASE, DUE);
            plan().given(FOLLOWED).when(new NoteDuty(CASE, DUE), WEDNESDAY).then(noted);
            plan().given(FOLLOWED, noted)
                    .when(new NoteDuty(CASE, DUE), THURSDAY)
                    .thenNothing();
        }
    }
}
