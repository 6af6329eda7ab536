package no.oppfolging.plans.domain;

import java.util.Locale;
import java.util.Map;
import no.oppfolging.platform.kernel.Refusal;

/** A rule about a case's plan said no. */
public final class PlanRefused extends Refusal {
    /** The rules, by their lasting names. */
    public enum Rule {
        CASE_IS_NOT_FOLLOWED_YET,
        CASE_BELONGS_TO_ANOTHER_EMPLOYMENT,
        CASE_IS_PART_OF_ANOTHER,
        CASE_HAS_ANOTHER_PLAN,
        PLAN_IS_NOT_PRESENTED,
        PLAN_HAS_CHANGED,
        PLAN_SECTION_IS_MISSING,
        PLAN_SECTION_IS_TOO_LONG,
        PLAN_SECTION_IS_UNREADABLE,
        MISSING_CONTRIBUTION_NEEDS_REASON,
        CONTRIBUTION_NEEDS_NO_REASON,
        EVALUATION_IS_WITHIN_A_YEAR,
        MEASURE_SAYS_WHAT,
        MEASURE_IS_DUE_WITHIN_A_YEAR,
        MEASURE_WAS_DUE_TOO_LONG_AGO,
        MEASURE_IS_NAMED_TWICE,
        MEASURE_IS_NOT_IN_FORCE,
        PLAN_HAS_TOO_MANY_MEASURES,
        PLAN_IS_NOT_IN_FORCE,
        PLAN_IS_GIVEN_ONCE_AGREED,
        PLAN_IS_GIVEN_ALREADY,
        ONLY_THE_EMPLOYEE_ANSWERS_AS_EMPLOYEE,
        EMPLOYEE_DOES_NOT_SIGN_AS_MANAGER,
        PLAN_IS_ALREADY_SIGNED;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    PlanRefused(Rule rule, Map<String, String> arguments) {
        super(rule.slug(), arguments);
    }

    static void unless(boolean kept, Rule rule) {
        unless(kept, rule, Map.of());
    }

    static void unless(boolean kept, Rule rule, Map<String, String> arguments) {
        if (!kept) {
            throw new PlanRefused(rule, arguments);
        }
    }
}
