package no.oppfolging.cases.domain;

import static java.util.Comparator.comparing;
import static no.oppfolging.cases.domain.Duty.Condition.WHOLLY_AWAY;
import static no.oppfolging.cases.domain.Duty.Condition.WHOLLY_AWAY_OR_ELSE_MET;
import static no.oppfolging.cases.domain.Duty.Condition.WHOLLY_OR_PARTLY_AWAY;
import static no.oppfolging.cases.domain.Stage.ACTIVITY;
import static no.oppfolging.cases.domain.Stage.DM1;
import static no.oppfolging.cases.domain.Stage.DM2;
import static no.oppfolging.cases.domain.Stage.DM3;
import static no.oppfolging.cases.domain.Stage.PLAN;
import static no.oppfolging.cases.domain.Stage.PLAN_TO_DOCTOR;
import static no.oppfolging.cases.domain.Stage.PLAN_TO_NAV;
import static no.oppfolging.cases.domain.Stage.REPORT_TO_NAV;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.oppfolging.cases.domain.Duty.Condition;
import no.oppfolging.cases.domain.Duty.OnDemand;
import no.oppfolging.cases.domain.Duty.Owner;
import no.oppfolging.cases.domain.Duty.Term;
import no.oppfolging.cases.domain.Duty.WeeksBeforeNavsMeeting;
import no.oppfolging.cases.domain.Duty.WithinMonths;
import no.oppfolging.cases.domain.Duty.WithinWeeks;
import no.oppfolging.platform.kernel.LegalBasis;

/** The law as it has stood, rule set by rule set (regelsett); the numbers of weeks stand here and nowhere else. */
public record RuleSets(List<RuleSet> inOrder) {

    /** Norwegian law from 2003; before that no duty is known to us. */
    public static final RuleSets NORWEGIAN_LAW = new RuleSets(List.of(
            from(
                    "2003-01-01",
                    "Ot.prp. nr. 6 (2006–2007), on the law it changed",
                    employer(PLAN, weeks(8), WHOLLY_OR_PARTLY_AWAY, "aml 1977 § 13 nr. 4")),
            from(
                    "2007-03-01",
                    "Ot.prp. nr. 6 (2006–2007)",
                    employer(PLAN, weeks(6), WHOLLY_OR_PARTLY_AWAY, "aml § 4-6 (3)"),
                    employer(DM1, weeks(12), WHOLLY_OR_PARTLY_AWAY, "aml § 4-6 (4)"),
                    employee(ACTIVITY, weeks(8), "ftrl § 8-4"),
                    nav(DM2, new WithinMonths(6), "ftrl § 8-7a")),
            from(
                    "2011-07-01",
                    "Prop. 89 L (2010–2011)",
                    employer(PLAN, weeks(4), WHOLLY_OR_PARTLY_AWAY, "aml § 4-6 (3)"),
                    employer(PLAN_TO_DOCTOR, weeks(4), WHOLLY_OR_PARTLY_AWAY, "aml § 4-6 (3)"),
                    employer(DM1, weeks(7), WHOLLY_OR_PARTLY_AWAY, "aml § 4-6 (4)"),
                    employer(REPORT_TO_NAV, weeks(9), WHOLLY_OR_PARTLY_AWAY, "ftrl § 25-2"),
                    employer(PLAN_TO_NAV, new WeeksBeforeNavsMeeting(1), WHOLLY_OR_PARTLY_AWAY, "ftrl § 25-2"),
                    employee(ACTIVITY, weeks(8), "ftrl § 8-4"),
                    nav(DM2, weeks(26), "ftrl § 8-7a"),
                    nav(DM3, new OnDemand(), "ftrl § 8-7a")),
            from(
                    "2014-07-01",
                    "Prop. 102 L (2013–2014), Lovvedtak 79 (2013–2014)",
                    employer(PLAN, weeks(4), WHOLLY_OR_PARTLY_AWAY, "aml § 4-6 (3)"),
                    employer(PLAN_TO_DOCTOR, weeks(4), WHOLLY_OR_PARTLY_AWAY, "aml § 4-6 (3)"),
                    employer(DM1, weeks(7), WHOLLY_AWAY, "aml § 4-6 (4)"),
                    employer(PLAN_TO_NAV, new WeeksBeforeNavsMeeting(1), WHOLLY_OR_PARTLY_AWAY, "ftrl § 25-2"),
                    employee(ACTIVITY, weeks(8), "ftrl § 8-4"),
                    nav(DM2, weeks(26), "ftrl § 8-7a"),
                    nav(DM3, new OnDemand(), "ftrl § 8-7a")),
            from(
                    "2021-06-01",
                    "nav.no, on ftrl § 8-8 gathering the employee's duties; otherwise as before",
                    employer(PLAN, weeks(4), WHOLLY_OR_PARTLY_AWAY, "aml § 4-6 (3)"),
                    employer(PLAN_TO_DOCTOR, weeks(4), WHOLLY_OR_PARTLY_AWAY, "aml § 4-6 (3)"),
                    employer(DM1, weeks(7), WHOLLY_AWAY, "aml § 4-6 (4)"),
                    employer(PLAN_TO_NAV, new WeeksBeforeNavsMeeting(1), WHOLLY_OR_PARTLY_AWAY, "ftrl § 25-2"),
                    employee(ACTIVITY, weeks(8), "ftrl § 8-8"),
                    nav(DM2, weeks(26), "ftrl § 8-7a"),
                    nav(DM3, new OnDemand(), "ftrl § 8-7a"))));

    public RuleSets {
        inOrder = inOrder.stream().sorted(comparing(RuleSet::validFrom)).toList();
    }

    public Optional<RuleSet> inForce(LocalDate day) {
        return inOrder.stream().filter(rules -> !rules.validFrom().isAfter(day)).reduce((_, later) -> later);
    }

    private static RuleSet from(String validFrom, String source, Duty... duties) {
        return new RuleSet(LocalDate.parse(validFrom), source, List.of(duties));
    }

    private static Duty employer(Stage stage, Term term, Condition condition, String legalBasis) {
        return new Duty(stage, Owner.EMPLOYER, term, condition, LegalBasis.of(legalBasis));
    }

    private static Duty employee(Stage stage, Term term, String legalBasis) {
        return new Duty(stage, Owner.EMPLOYEE, term, WHOLLY_AWAY_OR_ELSE_MET, LegalBasis.of(legalBasis));
    }

    private static Duty nav(Stage stage, Term term, String legalBasis) {
        return new Duty(stage, Owner.NAV, term, WHOLLY_OR_PARTLY_AWAY, LegalBasis.of(legalBasis));
    }

    private static Term weeks(int weeks) {
        return new WithinWeeks(weeks);
    }
}
