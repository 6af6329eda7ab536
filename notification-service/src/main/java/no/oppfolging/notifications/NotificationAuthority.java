package no.oppfolging.notifications;

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
import static no.oppfolging.platform.security.Authority.visiting;

import no.oppfolging.notifications.domain.FollowedCaseCommand.FollowCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand.JoinCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand.ResumeCase;
import no.oppfolging.notifications.domain.NoticeCommand.CancelNotice;
import no.oppfolging.notifications.domain.NoticeCommand.DeferNotice;
import no.oppfolging.notifications.domain.NoticeCommand.OrderNotice;
import no.oppfolging.notifications.domain.NoticeCommand.RecordFailure;
import no.oppfolging.notifications.domain.NoticeCommand.RecordSent;
import no.oppfolging.notifications.domain.NoticeCommand.RecordUnknownOutcome;
import no.oppfolging.notifications.domain.NoticeCommand.StartSending;
import no.oppfolging.notifications.read.notices.NoticesEndpoint;
import no.oppfolging.platform.casefile.CaseFile;
import no.oppfolging.platform.casefile.HistoryEndpoint;
import no.oppfolging.platform.casefile.ReadsEndpoint;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Authority.Row;
import no.oppfolging.platform.web.PurposePage;

/** Who may see and do what with notices. */
final class NotificationAuthority {
    private NotificationAuthority() {}

    static Authority table() {
        return Authority.table(
                // The notices of one's own cases and of those one leads; how many stand how, for who keeps it running.
                visiting("GET /notices")
                        .may(EMPLOYEE)
                        .may(MANAGER)
                        .may(Role.SUBSTITUTE)
                        .may(HR)
                        .may(OPERATOR)
                        .never(NAV, DOCTOR)
                        .nothingYet(AUDITOR, DATA_PROTECTION_OFFICER)
                        .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH),

                // A case's notices: what was told, to whom and when. HR and auditors see that it was told and when.
                visiting("GET /notices/cases/{caseId}", "GET /api/cases/{caseId}/notices")
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .may(HR, HR_OF_ORGANISATION, NoticesEndpoint.STATE)
                        .may(AUDITOR, NoticesEndpoint.STATE)
                        .never(OPERATOR, NAV, DOCTOR)
                        .nothingYet(DATA_PROTECTION_OFFICER)
                        .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH),

                // What has happened to them; never to whom, but for the two.
                visiting(HistoryEndpoint.PATH)
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .may(HR, HR_OF_ORGANISATION, "noticeId", "kind")
                        .may(AUDITOR, "noticeId", "kind")
                        .never(OPERATOR, NAV, DOCTOR)
                        .nothingYet(DATA_PROTECTION_OFFICER)
                        .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH),
                visiting(ReadsEndpoint.PATH)
                        .may(EMPLOYEE, SELF)
                        .never(MANAGER, Role.SUBSTITUTE, HR)
                        .never(OPERATOR, NAV, DOCTOR)
                        .nothingYet(AUDITOR, DATA_PROTECTION_OFFICER)
                        .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH),
                CaseFile.keepingReads(),
                PurposePage.authority("/notices"),

                // What follows from news and from time; nobody does it by hand.
                follows(FollowCase.class),
                follows(JoinCase.class),
                follows(ResumeCase.class),
                follows(OrderNotice.class),
                follows(StartSending.class),
                follows(RecordSent.class),
                follows(RecordFailure.class),
                follows(RecordUnknownOutcome.class),
                follows(DeferNotice.class),
                follows(CancelNotice.class));
    }

    private static Row follows(Class<? extends DomainCommand> command) {
        return Authority.commanding(command).itself().neverForOthers();
    }
}
