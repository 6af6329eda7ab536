package no.oppfolging.cases;

import static no.oppfolging.platform.kernel.Actor.Relation.Kind.HR_OF_ORGANISATION;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.LINE_MANAGER;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.SELF;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.SUBSTITUTE;
import static no.oppfolging.platform.kernel.Role.AUDITOR;
import static no.oppfolging.platform.kernel.Role.DATA_PROTECTION_OFFICER;
import static no.oppfolging.platform.kernel.Role.DOCTOR;
import static no.oppfolging.platform.kernel.Role.EMPLOYEE;
import static no.oppfolging.platform.kernel.Role.HR;
import static no.oppfolging.platform.kernel.Role.MANAGER;
import static no.oppfolging.platform.kernel.Role.NAV;
import static no.oppfolging.platform.kernel.Role.OCCUPATIONAL_HEALTH;
import static no.oppfolging.platform.kernel.Role.OPERATOR;
import static no.oppfolging.platform.kernel.Role.SAFETY_REPRESENTATIVE;
import static no.oppfolging.platform.kernel.Role.UNION_REPRESENTATIVE;
import static no.oppfolging.platform.security.Authority.commanding;

import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AnswerDispute;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.DisputeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExplainLateness;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanPresented;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ReviewExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RevokeExemption;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Authority.Row;

/** Who may decide about duties, and who may know why. */
final class DutiesAuthority {
    /**
     * Of a decision: neither why (nor when it is looked at again, which tells of that) a duty is unnecessary nor what
     * the employee says to it.
     */
    private static final String[] WITHOUT_WHY = {"what", "on", "by", "role", "explainedAs"};

    private static final String API = "POST /api/cases/{caseId}/deadlines/{stage}";
    private static final String PAGE = "POST /cases/{caseId}/deadlines/{stage}/decisions";

    private DutiesAuthority() {}

    static Authority table() {
        return Authority.table(
                // That a duty is exempt and why a day was missed; why it is exempt is the two's alone.
                Authority.visiting(
                                "GET /cases/{caseId}/deadlines/{stage}/decisions", "GET /api/cases/{caseId}/decisions")
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .may(HR, HR_OF_ORGANISATION, WITHOUT_WHY)
                        .may(AUDITOR, WITHOUT_WHY)
                        .never(OPERATOR, NAV, DOCTOR)
                        .nothingYet(DATA_PROTECTION_OFFICER)
                        .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH),
                byTheLeader(ExemptDuty.class, API + "/exemptions", PAGE + "/exemptions"),
                byTheLeader(ReviewExemption.class, API + "/exemptions/reviews", PAGE + "/reviews"),
                byTheLeader(RevokeExemption.class, API + "/exemptions/revocations", PAGE + "/revocations"),
                byTheLeader(AnswerDispute.class, API + "/exemptions/disputes/answers", PAGE + "/answers"),
                byTheLeader(ExplainLateness.class, API + "/explanations", PAGE + "/explanations"),
                commanding(DisputeExemption.class, API + "/exemptions/disputes", PAGE + "/disputes")
                        .may(EMPLOYEE, SELF)
                        .neverForOthers(),
                commanding(NotePlanPresented.class).itself().neverForOthers());
    }

    /**
     * The duty lies with whoever leads the employee now (aml § 4-6), and so does the decision that it does not apply.
     */
    private static Row byTheLeader(Class<? extends DomainCommand> command, String... endpoints) {
        return commanding(command, endpoints)
                .may(MANAGER, LINE_MANAGER)
                .may(Role.SUBSTITUTE, SUBSTITUTE)
                .never(EMPLOYEE, OPERATOR, AUDITOR, DATA_PROTECTION_OFFICER)
                .never(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH, DOCTOR, NAV)
                .nothingYet(HR);
    }
}
