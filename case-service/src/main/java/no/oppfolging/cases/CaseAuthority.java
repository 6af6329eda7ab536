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
import static no.oppfolging.platform.kernel.Role.SYSTEM;
import static no.oppfolging.platform.kernel.Role.UNION_REPRESENTATIVE;

import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AskForDialogueMeeting;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.JudgeDeadlines;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteDialogueMeetingHeld;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmployment;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmploymentEnd;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteGivenPlanStruck;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanAgreed;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanGiven;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.WithdrawAbsence;
import no.oppfolging.cases.domain.HrRejection.RejectHrMessage;
import no.oppfolging.cases.domain.figures.QuarterPublication.PublishQuarter;
import no.oppfolging.platform.casefile.CaseFile;
import no.oppfolging.platform.eventlog.CaseHistory.Entry;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Authority.Row;
import no.oppfolging.platform.web.PurposePage;

/** Who may see and do what in case-service. */
final class CaseAuthority {
    /** Of what has happened: absences, duties and how they came out; of contact that there was some, and no more. */
    private static final String[] DAYS_AND_DUTIES = {
        Entry.BY,
        "employmentId",
        "revision",
        "employee",
        "lastDay",
        "absenceId",
        "kind",
        "from",
        "to",
        "grade",
        "reportedAt",
        "caseId",
        "start",
        "end",
        "survivor",
        "absorbed",
        "kept",
        "created",
        "because",
        "meetingId",
        "heldOn",
        "learnedAt",
        "planId",
        "version",
        "agreedOn",
        "askedBy",
        "askedOn",
        "learnedOn",
        "stage",
        "due",
        "previouslyDue",
        "ruleSet",
        "legalBasis",
        "receivedLate",
        "resumed",
        "factOn",
        "fact",
        "decidedOn",
        "revokedOn",
        "disputedOn",
        "explainedOn",
        "since",
        "everyDays"
    };

    private CaseAuthority() {}

    static Authority table() {
        return Authority.table(
                Authority.open("GET /"),

                // The first page of whoever signs in: their cases, or the way to where their work is.
                Authority.visiting("GET /cases")
                        .may(EMPLOYEE)
                        .may(MANAGER)
                        .may(Role.SUBSTITUTE)
                        .may(HR)
                        .may(AUDITOR)
                        .may(OPERATOR)
                        .may(DATA_PROTECTION_OFFICER)
                        .may(NAV)
                        .may(DOCTOR)
                        .may(UNION_REPRESENTATIVE)
                        .may(SAFETY_REPRESENTATIVE)
                        .may(OCCUPATIONAL_HEALTH)
                        .neverForOthers(),

                // One's own cases, those of the people one leads, or those of the organisation.
                Authority.visiting("GET /api/cases")
                        .may(EMPLOYEE)
                        .may(MANAGER)
                        .may(Role.SUBSTITUTE)
                        .may(HR)
                        .may(AUDITOR)
                        .never(OPERATOR)
                        .nothingYet(DATA_PROTECTION_OFFICER, NAV, DOCTOR)
                        .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH),

                // All cases of the organisation: dates and deadlines, never anybody's words.
                Authority.visiting(
                                "GET /cases/all",
                                "GET /cases/all.csv",
                                "GET /cases/dashboard",
                                "GET /cases/completeness")
                        .may(HR)
                        .may(AUDITOR)
                        .neverForOthers(),

                // Absences that HR hands in by hand, by the rules of the messages on the topic.
                Authority.visiting("GET /cases/absences", "POST /cases/absences/previews", "POST /cases/absences")
                        .may(HR)
                        .neverForOthers(),

                // The same over HTTP, also by HR's own system; no other program is taken for it.
                Authority.visiting("POST /api/hr/messages").may(HR).may(SYSTEM).neverForOthers(),

                // A case: dates, deadlines and how they stand. HR and auditors see these, never anybody's words.
                Authority.visiting("GET /cases/{caseId}", "GET /api/cases/{caseId}")
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .may(HR, HR_OF_ORGANISATION, DAYS_AND_DUTIES)
                        .may(AUDITOR, DAYS_AND_DUTIES)
                        .never(OPERATOR, NAV, DOCTOR)
                        .nothingYet(DATA_PROTECTION_OFFICER)
                        .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH),

                // Why a deadline falls on its day, and what a grade would change: days, messages' ids and the law.
                Authority.visiting(
                                "GET /cases/{caseId}/deadlines/{stage}",
                                "GET /api/cases/{caseId}/deadlines/{stage}/derivation",
                                "GET /cases/{caseId}/simulation",
                                "GET /api/cases/{caseId}/simulation")
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .may(HR, HR_OF_ORGANISATION)
                        .may(AUDITOR)
                        .never(OPERATOR, NAV, DOCTOR)
                        .nothingYet(DATA_PROTECTION_OFFICER)
                        .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH),

                // What has happened, by all four services' logs.
                Authority.visiting("GET /cases/{caseId}/history", "GET /api/cases/{caseId}/history")
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .may(HR, HR_OF_ORGANISATION, DAYS_AND_DUTIES)
                        .may(AUDITOR, DAYS_AND_DUTIES)
                        .never(OPERATOR, NAV, DOCTOR)
                        .nothingYet(DATA_PROTECTION_OFFICER)
                        .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH),

                // Who has read it, by all four services' logs: the employee's to know.
                Authority.visiting("GET /api/cases/{caseId}/reads")
                        .may(EMPLOYEE, SELF)
                        .never(MANAGER, Role.SUBSTITUTE, HR)
                        .never(OPERATOR, NAV, DOCTOR)
                        .nothingYet(AUDITOR, DATA_PROTECTION_OFFICER)
                        .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH),
                CaseFile.keepingReads(),
                PurposePage.authority("/cases"),

                // What HR's system tells, or HR for it.
                toldOrHandedIn(RegisterAbsence.class),
                toldOrHandedIn(WithdrawAbsence.class),

                // What other systems tell; nobody does it by hand.
                told(NoteEmployment.class),
                told(NoteEmploymentEnd.class),
                told(NoteDialogueMeetingHeld.class),
                told(NotePlanAgreed.class),
                told(NotePlanGiven.class),
                told(NoteGivenPlanStruck.class),
                told(JudgeDeadlines.class),
                told(RejectHrMessage.class),
                told(PublishQuarter.class),
                // The employee asks by a request of theirs; that others find it useful is still to come.
                Authority.commanding(AskForDialogueMeeting.class).itself().nothingYetForOthers());
    }

    private static Row told(Class<? extends DomainCommand> command) {
        return Authority.commanding(command).itself().neverForOthers();
    }

    private static Row toldOrHandedIn(Class<? extends DomainCommand> command) {
        return Authority.commanding(command, "POST /api/hr/messages", "POST /cases/absences")
                .itself()
                .may(HR, HR_OF_ORGANISATION)
                .may(SYSTEM)
                .neverForOthers();
    }
}
