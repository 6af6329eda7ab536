package no.oppfolging.plans.domain;

import static no.oppfolging.plans.domain.CasePlanExample.*;

import no.oppfolging.plans.domain.CasePlanCommand.AbsorbCase;
import no.oppfolging.plans.domain.CasePlanCommand.FollowCase;
import no.oppfolging.plans.domain.CasePlanCommand.JoinCase;
import no.oppfolging.plans.domain.CasePlanEvent.CaseAbsorbed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseFollowed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseJoined;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FollowingACaseTest {
    static final CaseId THIRD_CASE = CaseId.of("00000000-0000-0000-0000-0000000000c3");

    @Nested
    class A_case_nobody_has_told_of {
        @Test
        void is_followed_when_it_is_opened() {
            plan().when(new FollowCase(CASE, EMPLOYMENT, KARI), WEDNESDAY)
                    .then(new CaseFollowed(CASE, EMPLOYMENT, KARI));
        }

        @Test
        void has_no_plan_neither_joins_nor_absorbs() {
            refused(present(CONTENT));
            refused(kariSigns(PRESENTED));
            refused(new JoinCase(CASE, OTHER_CASE, EARLIER));
            refused(new AbsorbCase(CASE, OTHER_CASE));
        }

        private void refused(CasePlanCommand command) {
            plan().when(command, WEDNESDAY)
                    .thenRefused("case-is-not-followed-yet", "Vi kjenner ikke saken ennå. Prøv igjen om litt.");
        }
    }

    @Nested
    class A_followed_case {
        @Test
        void is_followed_once_however_often_it_is_told() {
            plan().given(FOLLOWED)
                    .when(new FollowCase(CASE, EMPLOYMENT, KARI), WEDNESDAY)
                    .thenNothing();
        }

        @Test
        void is_never_handed_to_another_employee() {
            plan().given(FOLLOWED)
                    .when(new FollowCase(CASE, EMPLOYMENT, SIRI), WEDNESDAY)
                    .thenRefused("case-belongs-to-another-employment", "Saken hører til et annet arbeidsforhold.");
        }

        @Test
        void absorbs_another_once_whatever_became_of_the_plan() {
            var absorbed = new CaseAbsorbed(CASE, OTHER_CASE);
            plan().given(FOLLOWED)
                    .when(new AbsorbCase(CASE, OTHER_CASE), WEDNESDAY)
                    .then(absorbed);
            plan().given(FOLLOWED, absorbed, PRESENTED)
                    .when(new AbsorbCase(CASE, OTHER_CASE), WEDNESDAY)
                    .thenNothing();
            plan().given(
                            FOLLOWED,
                            PRESENTED,
                            signedByOla(PRESENTED, WEDNESDAY),
                            signedByKari(PRESENTED, WEDNESDAY),
                            agreed(PRESENTED, LegalDay.of(WEDNESDAY)),
                            absorbed)
                    .when(new AbsorbCase(CASE, OTHER_CASE), WEDNESDAY)
                    .thenNothing();
        }

        @Test
        void joins_another() {
            plan().given(FOLLOWED)
                    .when(new JoinCase(CASE, OTHER_CASE, EARLIER), WEDNESDAY)
                    .then(new CaseJoined(CASE, OTHER_CASE, EARLIER));
        }
    }

    @Nested
    class A_case_that_has_become_part_of_another {
        final CaseJoined joined = new CaseJoined(CASE, OTHER_CASE, EARLIER);

        @Test
        void joins_once_however_often_it_is_told() {
            plan().given(FOLLOWED, joined)
                    .when(new JoinCase(CASE, OTHER_CASE, EARLIER), WEDNESDAY)
                    .thenNothing();
        }

        @Test
        void moves_on_to_the_case_that_its_survivor_joined() {
            plan().given(FOLLOWED, joined)
                    .when(new JoinCase(CASE, THIRD_CASE, LATER), WEDNESDAY)
                    .then(new CaseJoined(CASE, THIRD_CASE, LATER));
        }

        @Test
        void leaves_new_versions_to_the_survivor() {
            plan().given(FOLLOWED, joined)
                    .when(present(CONTENT), WEDNESDAY)
                    .thenRefused(
                            "case-is-part-of-another",
                            "Saken er slått sammen med en annen. Legg fram planen i saken den nå er en del av.");
        }

        @Test
        void still_has_the_version_it_had_signed_by_both() {
            plan().given(FOLLOWED, PRESENTED, joined, signedByOla(PRESENTED, WEDNESDAY))
                    .when(kariSigns(PRESENTED), THURSDAY)
                    .then(signedByKari(PRESENTED, THURSDAY), agreed(PRESENTED, LegalDay.of(THURSDAY)));
        }
    }
}
