package no.oppfolging.plans;

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
import static no.oppfolging.platform.security.Authority.visiting;

import no.oppfolging.plans.domain.CasePlanCommand.AbsorbCase;
import no.oppfolging.plans.domain.CasePlanCommand.EndCase;
import no.oppfolging.plans.domain.CasePlanCommand.FollowCase;
import no.oppfolging.plans.domain.CasePlanCommand.JoinCase;
import no.oppfolging.plans.domain.CasePlanCommand.LeaveCase;
import no.oppfolging.plans.domain.CasePlanCommand.MarkMeasureDone;
import no.oppfolging.plans.domain.CasePlanCommand.NoteDuty;
import no.oppfolging.plans.domain.CasePlanCommand.NoteMeasureOverdue;
import no.oppfolging.plans.domain.CasePlanCommand.NotePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanCommand.PresentPlan;
import no.oppfolging.plans.domain.CasePlanCommand.RefuseToSign;
import no.oppfolging.plans.domain.CasePlanCommand.ReleaseCase;
import no.oppfolging.plans.domain.CasePlanCommand.ResumeCase;
import no.oppfolging.plans.domain.CasePlanCommand.SignPlan;
import no.oppfolging.plans.domain.CasePlanCommand.StrikePlanGivenToDoctor;
import no.oppfolging.plans.read.caseplans.PlansEndpoint;
import no.oppfolging.platform.casefile.CaseFile;
import no.oppfolging.platform.casefile.HistoryEndpoint;
import no.oppfolging.platform.casefile.ReadsEndpoint;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Authority.Row;
import no.oppfolging.platform.web.PurposePage;

/** Who may see and do what with a case's plan. */
final class PlansAuthority {
    private static final String[] HOW_FAR = {"planId", "version", "by", "agreedOn", "givenOn"};

    private PlansAuthority() {}

    static Authority table(NoticeWriter noticeWriter) {
        return Authority.table(
                // The two see every word; HR and auditors how far it has come. Doctor and Nav get the plan by sending.
                outsiders(visiting("GET /api/cases/{caseId}/plans", "GET /plans/cases/{caseId}")
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .may(HR, HR_OF_ORGANISATION, PlansEndpoint.STATUS)
                        .may(AUDITOR, PlansEndpoint.STATUS)),

                // The plans of one's own cases, of the people one leads, or how far those of the organisation have
                // come.
                outsiders(visiting("GET /plans")
                        .may(EMPLOYEE)
                        .may(MANAGER)
                        .may(Role.SUBSTITUTE)
                        .may(HR, PlansEndpoint.STATUS)
                        .may(AUDITOR, PlansEndpoint.STATUS)),

                // A draft is its author's alone, and its author leads the employee now.
                outsiders(visiting(
                                "GET /plans/cases/{caseId}/draft",
                                "POST /plans/cases/{caseId}/draft",
                                "POST /plans/cases/{caseId}/draft/deletions")
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .never(EMPLOYEE, HR, AUDITOR)),
                outsiders(visiting("GET /plans/cases/{caseId}/plans/{planId}/doctor-copies")
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .never(EMPLOYEE, HR, AUDITOR)),

                // What has happened to it: HR and auditors how far it has come, and never who refused or why.
                outsiders(visiting(HistoryEndpoint.PATH)
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .may(HR, HR_OF_ORGANISATION, HOW_FAR)
                        .may(AUDITOR, HOW_FAR)),
                outsiders(visiting(ReadsEndpoint.PATH)
                        .may(EMPLOYEE, SELF)
                        .never(MANAGER, Role.SUBSTITUTE, HR)
                        .nothingYet(AUDITOR)),
                CaseFile.keepingReads(),
                PurposePage.authority("/plans"),

                // Whom a notice is for, and whether it is still true, asked by the program that sends it.
                visiting("GET /api/plans/{planId}/notice-words", "GET /api/plans/measures/{measureId}/notice-words")
                        .mayProgram(noticeWriter.clientId())
                        .neverForOthers(),

                // The plan is the employer's duty (aml § 4-6 (3)), which whoever leads the employee now has.
                outsiders(commanding(
                                PresentPlan.class,
                                "POST /api/cases/{caseId}/plans/{planId}/versions",
                                "POST /plans/cases/{caseId}/versions")
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .never(EMPLOYEE, HR, AUDITOR)),
                outsiders(commanding(
                                SignPlan.class,
                                "POST /api/cases/{caseId}/plans/{planId}/signatures",
                                "POST /plans/cases/{caseId}/plans/{planId}/signatures")
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .never(HR, AUDITOR)),
                // Whoever of the two knows that it was done says so.
                outsiders(commanding(
                                MarkMeasureDone.class,
                                "POST /api/cases/{caseId}/plans/{planId}/measures/{measureId}/completions",
                                "POST /plans/cases/{caseId}/plans/{planId}/measures/{measureId}/completions")
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .never(HR, AUDITOR)),
                commanding(
                                RefuseToSign.class,
                                "POST /api/cases/{caseId}/plans/{planId}/refusals",
                                "POST /plans/cases/{caseId}/plans/{planId}/refusals")
                        .may(EMPLOYEE, SELF)
                        .neverForOthers(),

                // The plan goes to the doctor from the employer (aml § 4-6 (3)); the employee sees that it has.
                byTheLeader(
                        NotePlanGivenToDoctor.class,
                        "POST /api/cases/{caseId}/plans/{planId}/doctor-copies",
                        "POST /plans/cases/{caseId}/plans/{planId}/doctor-copies"),
                byTheLeader(
                        StrikePlanGivenToDoctor.class,
                        "POST /api/cases/{caseId}/plans/{planId}/doctor-copies/{number}/strikings",
                        "POST /plans/cases/{caseId}/plans/{planId}/doctor-copies/{number}/strikings"),

                // What case-service tells; nobody does it by hand.
                told(FollowCase.class),
                told(JoinCase.class),
                told(AbsorbCase.class),
                told(LeaveCase.class),
                told(ReleaseCase.class),
                told(ResumeCase.class),
                told(EndCase.class),
                told(NoteDuty.class),

                // What follows from time; nobody does it by hand.
                told(NoteMeasureOverdue.class));
    }

    private static Row byTheLeader(Class<? extends DomainCommand> command, String... endpoints) {
        return outsiders(commanding(command, endpoints)
                .may(MANAGER, LINE_MANAGER)
                .may(Role.SUBSTITUTE, SUBSTITUTE)
                .never(EMPLOYEE, HR, AUDITOR));
    }

    private static Row told(Class<? extends DomainCommand> command) {
        return commanding(command).itself().neverForOthers();
    }

    private static Row outsiders(Row row) {
        return row.never(OPERATOR)
                .nothingYet(DATA_PROTECTION_OFFICER, NAV, DOCTOR)
                .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH);
    }
}
