package no.oppfolging.plans.domain;

import static no.oppfolging.plans.domain.CasePlanExample.*;

import java.time.LocalDate;
import no.oppfolging.plans.domain.CasePlanCommand.AbsorbCase;
import no.oppfolging.plans.domain.CasePlanCommand.EndCase;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CasesThatPartTest {
    static final LocalDate FRIDAY = LocalDate.of(2026, 3, 20);
    static final Duty DUE = new Duty(LocalDate.of(2026, 3, 29), Duty.Standing.OPEN);

    @Nested
    class The_part_that_leaves {
        final CaseJoined joined = new CaseJoined(CASE, OTHER_CASE);

        @Test
        void stands_by_itself_again_and_once() {
            plan().given(FOLLOWED, joined).when(new ResumeCase(CASE), WEDNESDAY).then(new CaseResumed(CASE));
            plan().given(FOLLOWED, joined, new CaseResumed(CASE))
                    .when(new ResumeCase(CASE), WEDNESDAY)
                    .thenNothing();
        }

        @Test
        void leaves_once() {
            plan().given(FOLLOWED, joined).when(new LeaveCase(CASE), WEDNESDAY).then(new CaseResumed(CASE));
            plan().given(FOLLOWED, joined, new CaseResumed(CASE))
                    .when(new LeaveCase(CASE), WEDNESDAY)
                    .thenNothing();
        }

        @Test
        void stays_over_when_it_was() {
            var ended = new CaseEnded(CASE, FRIDAY);
            plan().given(FOLLOWED, joined, ended)
                    .when(new LeaveCase(CASE), THURSDAY)
                    .then(new CaseResumed(CASE), ended);
            plan().given(FOLLOWED, joined, new CaseResumed(CASE), ended)
                    .when(new LeaveCase(CASE), THURSDAY)
                    .thenNothing();
        }

        @Test
        void presents_again() {
            plan().given(FOLLOWED, joined, new CaseResumed(CASE))
                    .when(present(CONTENT), WEDNESDAY)
                    .then(PRESENTED);
        }

        @Test
        void has_the_plan_it_had_before() {
            plan().given(FOLLOWED, PRESENTED, signedByOla(PRESENTED, WEDNESDAY), joined, new CaseResumed(CASE))
                    .when(kariSigns(PRESENTED), THURSDAY)
                    .then(signedByKari(PRESENTED, THURSDAY), agreed(PRESENTED, LegalDay.of(THURSDAY)));
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
            plan().given(FOLLOWED, ended).when(new ResumeCase(CASE), THURSDAY).then(new CaseResumed(CASE));
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
