package no.oppfolging.plans.domain;

import static no.oppfolging.plans.domain.CasePlanExample.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import no.oppfolging.plans.domain.CasePlanCommand.RefuseToSign;
import no.oppfolging.plans.domain.CasePlanCommand.SignPlan;
import no.oppfolging.plans.domain.CasePlanEvent.SignaturesVoided;
import no.oppfolging.plans.domain.CasePlanEvent.SigningRefused;
import no.oppfolging.platform.kernel.LegalDay;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SigningAPlanTest {
    static final RefuseToSign REFUSE = new RefuseToSign(CASE, PLAN, 1, KARI, text("For mange vakter"));
    static final SigningRefused REFUSED = new SigningRefused(CASE, PLAN, 1, KARI, text("For mange vakter"));

    @Nested
    class A_presented_plan {
        @Test
        void is_signed_by_the_manager_first() {
            plan().given(FOLLOWED, PRESENTED)
                    .when(olaSigns(PRESENTED), WEDNESDAY)
                    .then(signedByOla(PRESENTED, WEDNESDAY));
        }

        @Test
        void or_by_the_employee_first() {
            plan().given(FOLLOWED, PRESENTED)
                    .when(kariSigns(PRESENTED), WEDNESDAY)
                    .then(signedByKari(PRESENTED, WEDNESDAY));
        }

        @Test
        void is_not_signed_by_someone_else_as_the_employee() {
            plan().given(FOLLOWED, PRESENTED)
                    .when(sign(PRESENTED, Party.EMPLOYEE, OLA), WEDNESDAY)
                    .thenRefused(
                            "only-the-employee-answers-as-employee", "Bare den ansatte selv kan svare som ansatt.");
        }

        @Test
        void is_not_signed_by_the_employee_as_the_manager() {
            plan().given(FOLLOWED, PRESENTED)
                    .when(sign(PRESENTED, Party.MANAGER, KARI), WEDNESDAY)
                    .thenRefused(
                            "employee-does-not-sign-as-manager", "Den ansatte kan ikke også underskrive som leder.");
        }

        @Test
        void is_another_plan_than_another_plan() {
            plan().given(FOLLOWED, PRESENTED)
                    .when(
                            new SignPlan(CASE, ANOTHER_PLAN, 1, PRESENTED.digest(), Party.EMPLOYEE, KARI, WITH_BANKID),
                            WEDNESDAY)
                    .thenRefused(
                            "case-has-another-plan", "Saken har alt en plan. Endre den i stedet for å lage en ny.");
        }
    }

    @Nested
    class A_plan_signed_by_one {
        @Test
        void is_agreed_when_the_employee_signs_too() {
            plan().given(FOLLOWED, PRESENTED, signedByOla(PRESENTED, WEDNESDAY))
                    .when(kariSigns(PRESENTED), THURSDAY)
                    .then(signedByKari(PRESENTED, THURSDAY), agreed(PRESENTED, LocalDate.of(2026, 3, 19)));
        }

        @Test
        void is_agreed_when_the_manager_signs_too_on_the_norwegian_day_it_was() {
            plan().given(FOLLOWED, PRESENTED, signedByKari(PRESENTED, WEDNESDAY))
                    .when(olaSigns(PRESENTED), LATE_ON_FRIDAY)
                    .then(signedByOla(PRESENTED, LATE_ON_FRIDAY), agreed(PRESENTED, LocalDate.of(2026, 3, 20)));
        }

        @Test
        void is_signed_by_each_once_however_often_they_ask() {
            plan().given(FOLLOWED, PRESENTED, signedByOla(PRESENTED, WEDNESDAY))
                    .when(olaSigns(PRESENTED), THURSDAY)
                    .thenNothing();
            plan().given(FOLLOWED, PRESENTED, signedByKari(PRESENTED, WEDNESDAY))
                    .when(kariSigns(PRESENTED), THURSDAY)
                    .thenNothing();
        }
    }

    @Nested
    class A_plan_that_has_changed_since_it_was_read {
        static final String SENTENCE = "Planen er endret siden du leste den. Les versjon 2 før du svarer.";

        @Test
        void is_not_signed_in_its_old_version() {
            plan().given(FOLLOWED, PRESENTED, CHANGED)
                    .when(kariSigns(PRESENTED), THURSDAY)
                    .thenRefused("plan-has-changed", SENTENCE);
        }

        @Test
        void is_not_signed_with_the_old_digest_under_the_new_number() {
            var mixed = new SignPlan(CASE, PLAN, 2, PRESENTED.digest(), Party.EMPLOYEE, KARI, WITH_BANKID);
            plan().given(FOLLOWED, PRESENTED, CHANGED).when(mixed, THURSDAY).thenRefused("plan-has-changed", SENTENCE);
        }

        @Test
        void is_not_refused_in_its_old_version() {
            plan().given(FOLLOWED, PRESENTED, CHANGED).when(REFUSE, THURSDAY).thenRefused("plan-has-changed", SENTENCE);
        }

        @Test
        void needs_the_signature_it_had_once_more() {
            var voided = new SignaturesVoided(CASE, PLAN, 1, List.of(Party.MANAGER));
            plan().given(FOLLOWED, PRESENTED, signedByOla(PRESENTED, WEDNESDAY), voided, CHANGED)
                    .when(kariSigns(CHANGED), THURSDAY)
                    .then(signedByKari(CHANGED, THURSDAY));
            plan().given(
                            FOLLOWED,
                            PRESENTED,
                            signedByOla(PRESENTED, WEDNESDAY),
                            voided,
                            CHANGED,
                            signedByKari(CHANGED, THURSDAY))
                    .when(olaSigns(CHANGED), THURSDAY)
                    .then(signedByOla(CHANGED, THURSDAY), agreed(CHANGED, LocalDate.of(2026, 3, 19)));
        }
    }

    @Nested
    class The_employee {
        @Test
        void may_refuse_and_say_why() {
            plan().given(FOLLOWED, PRESENTED).when(REFUSE, WEDNESDAY).then(REFUSED);
        }

        @Test
        void refuses_once_for_the_same_reason() {
            plan().given(FOLLOWED, PRESENTED, REFUSED).when(REFUSE, THURSDAY).thenNothing();
        }

        @Test
        void may_think_again_and_sign() {
            plan().given(FOLLOWED, PRESENTED, signedByOla(PRESENTED, WEDNESDAY), REFUSED)
                    .when(kariSigns(PRESENTED), THURSDAY)
                    .then(signedByKari(PRESENTED, THURSDAY), agreed(PRESENTED, LegalDay.of(THURSDAY)));
        }

        @Test
        void does_not_stop_the_manager_from_signing() {
            plan().given(FOLLOWED, PRESENTED, REFUSED)
                    .when(olaSigns(PRESENTED), THURSDAY)
                    .then(signedByOla(PRESENTED, THURSDAY));
        }

        @Test
        void does_not_refuse_what_has_been_signed() {
            plan().given(FOLLOWED, PRESENTED, signedByKari(PRESENTED, WEDNESDAY))
                    .when(REFUSE, THURSDAY)
                    .thenRefused("plan-is-already-signed", "Den ansatte har alt underskrevet denne versjonen.");
        }

        @Test
        void is_the_only_one_who_refuses() {
            plan().given(FOLLOWED, PRESENTED)
                    .when(new RefuseToSign(CASE, PLAN, 1, OLA, text("Nei")), WEDNESDAY)
                    .thenRefused(
                            "only-the-employee-answers-as-employee", "Bare den ansatte selv kan svare som ansatt.");
        }
    }

    @Nested
    class An_agreed_plan {
        final CasePlanEvent agreed = agreed(PRESENTED, LegalDay.of(THURSDAY));

        @Test
        void is_signed_already() {
            plan().given(
                            FOLLOWED,
                            PRESENTED,
                            signedByOla(PRESENTED, WEDNESDAY),
                            signedByKari(PRESENTED, THURSDAY),
                            agreed)
                    .when(kariSigns(PRESENTED), LATE_ON_FRIDAY)
                    .thenNothing();
        }

        @Test
        void is_refused_no_more() {
            plan().given(
                            FOLLOWED,
                            PRESENTED,
                            signedByOla(PRESENTED, WEDNESDAY),
                            signedByKari(PRESENTED, THURSDAY),
                            agreed)
                    .when(REFUSE, LATE_ON_FRIDAY)
                    .thenRefused("plan-is-already-signed", "Den ansatte har alt underskrevet denne versjonen.");
        }
    }

    @Test
    void a_plan_that_nobody_has_presented_is_neither_signed_nor_refused() {
        refusedBeforePresented(kariSigns(PRESENTED));
        refusedBeforePresented(REFUSE);
    }

    @Test
    void a_version_is_told_by_its_digest_to_the_last_digit() {
        var close = new PlanDigest("0" + PRESENTED.digest().sha256().substring(1));
        var almost = new SignPlan(CASE, PLAN, 1, close, Party.EMPLOYEE, KARI, WITH_BANKID);
        plan().given(FOLLOWED, PRESENTED)
                .when(almost, WEDNESDAY)
                .thenRefused("plan-has-changed", "Planen er endret siden du leste den. Les versjon 1 før du svarer.");
    }

    @Test
    void an_issuer_tells_in_codes_how_someone_signed_in() {
        assertThat(SignInMethod.of("https://issuer.example", "urn:bankid:bid;LOA=4", List.of("BID"))
                        .acr())
                .isEqualTo("urn:bankid:bid;LOA=4");
        assertThat(SignInMethod.of("https://issuer.example/a%20realm", "", null).acr())
                .isEqualTo(SignInMethod.UNSTATED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignInMethod.of("https://issuer.example", "Kari Nordmann, 010180 12345", null));
        assertThatIllegalArgumentException().isThrownBy(() -> SignInMethod.of("not an address", null, List.of()));
    }

    private static void refusedBeforePresented(CasePlanCommand command) {
        plan().given(FOLLOWED)
                .when(command, WEDNESDAY)
                .thenRefused("plan-is-not-presented", "Planen er ikke lagt fram ennå.");
    }
}
