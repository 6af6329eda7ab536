package no.oppfolging.meetings;

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

import no.oppfolging.meetings.domain.CaseMeetingsCommand.AbsorbCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.CancelMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EndCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EnterConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.FollowCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.JoinCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.LeaveCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.NoteDuty;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ReleaseCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ResumeCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.StrikeConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.TakeOverMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.WaiveNotice;
import no.oppfolging.meetings.read.casemeetings.MeetingsEndpoint;
import no.oppfolging.platform.casefile.CaseFile;
import no.oppfolging.platform.casefile.HistoryEndpoint;
import no.oppfolging.platform.casefile.ReadsEndpoint;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Authority.Row;
import no.oppfolging.platform.web.PurposePage;

/** Who may see and do what with a case's meetings. */
final class MeetingsAuthority {
    /** Of what has happened to a meeting: never where, or with whom. */
    private static final String[] WHEN_IT_IS_HELD = {
        "meetingId", "kind", "appointment.startsAt", "appointment.endsAt", "previouslyStartsAt", "shortNotice", "heldOn"
    };

    private MeetingsAuthority() {}

    static Authority table(NoticeWriter noticeWriter) {
        return Authority.table(
                // When meetings are, one's own, of those one leads, or of the organisation.
                visiting("GET /meetings")
                        .may(EMPLOYEE)
                        .may(MANAGER)
                        .may(Role.SUBSTITUTE)
                        .may(HR)
                        .may(AUDITOR)
                        .never(OPERATOR)
                        .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH)
                        .nothingYet(DOCTOR, NAV, DATA_PROTECTION_OFFICER),

                // A case's meetings. Who was summoned and came is for the auditor to see too, of what § 4-6 (5) names.
                // Whoever comes along will see the one they are invited to; that is still to come.
                visiting("GET /api/cases/{caseId}/meetings", "GET /meetings/cases/{caseId}")
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .may(HR, HR_OF_ORGANISATION, MeetingsEndpoint.WHEN)
                        .may(AUDITOR, MeetingsEndpoint.WHEN, MeetingsEndpoint.WHO_TO_THE_DIALOGUE_MEETING)
                        .never(OPERATOR)
                        .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH)
                        .nothingYet(DOCTOR, NAV, DATA_PROTECTION_OFFICER),
                visiting(HistoryEndpoint.PATH)
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .may(HR, HR_OF_ORGANISATION, WHEN_IT_IS_HELD)
                        .may(AUDITOR, WHEN_IT_IS_HELD)
                        .never(OPERATOR)
                        .nothingYet(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH)
                        .nothingYet(DOCTOR, NAV, DATA_PROTECTION_OFFICER),
                visiting(ReadsEndpoint.PATH)
                        .may(EMPLOYEE, SELF)
                        .never(OPERATOR, MANAGER, Role.SUBSTITUTE, HR)
                        .nothingYetForOthers(),
                visiting("GET /api/meetings/{meetingId}/invitation-words")
                        .mayProgram(noticeWriter.clientId())
                        .neverForOthers(),
                byTheLeader(
                        SummonMeeting.class,
                        "POST /api/cases/{caseId}/meetings",
                        "GET /meetings/cases/{caseId}/summons",
                        "POST /meetings/cases/{caseId}/summons"),
                byTheLeader(
                        EnterConversation.class,
                        "POST /api/cases/{caseId}/meetings/conversations",
                        "GET /meetings/cases/{caseId}/conversations",
                        "POST /meetings/cases/{caseId}/conversations"),
                byTheLeader(
                        StrikeConversation.class,
                        "POST /api/cases/{caseId}/meetings/{meetingId}/strikings",
                        "POST /meetings/cases/{caseId}/{meetingId}/strikings"),
                byTheLeader(
                        MoveMeeting.class,
                        "POST /api/cases/{caseId}/meetings/{meetingId}/moves",
                        "GET /meetings/cases/{caseId}/{meetingId}/moves",
                        "POST /meetings/cases/{caseId}/{meetingId}/moves"),
                byTheLeader(
                        CancelMeeting.class,
                        "POST /api/cases/{caseId}/meetings/{meetingId}/cancellations",
                        "GET /meetings/cases/{caseId}/{meetingId}/cancellations",
                        "POST /meetings/cases/{caseId}/{meetingId}/cancellations"),
                byTheLeader(
                        HoldMeeting.class,
                        "POST /api/cases/{caseId}/meetings/{meetingId}/holdings",
                        "GET /meetings/cases/{caseId}/{meetingId}/holdings",
                        "POST /meetings/cases/{caseId}/{meetingId}/holdings"),
                commanding(
                                WaiveNotice.class,
                                "POST /api/cases/{caseId}/meetings/{meetingId}/notice-waivers",
                                "POST /meetings/cases/{caseId}/{meetingId}/notice-waivers")
                        .may(EMPLOYEE, SELF)
                        .neverForOthers(),
                CaseFile.keepingReads(),
                PurposePage.authority("/meetings"),
                told(FollowCase.class),
                told(JoinCase.class),
                told(AbsorbCase.class),
                told(LeaveCase.class),
                told(ReleaseCase.class),
                told(ResumeCase.class),
                told(EndCase.class),
                told(NoteDuty.class),
                told(TakeOverMeeting.class));
    }

    /** What follows from case-service's news; nobody does it by hand. */
    private static Row told(Class<? extends DomainCommand> command) {
        return commanding(command).itself().neverForOthers();
    }

    /** The employer's duty lies with whoever leads the employee now (aml § 4-6 (4)). */
    private static Row byTheLeader(Class<? extends DomainCommand> command, String... endpoints) {
        return commanding(command, endpoints)
                .may(MANAGER, LINE_MANAGER)
                .may(Role.SUBSTITUTE, SUBSTITUTE)
                .never(EMPLOYEE, OPERATOR, AUDITOR, DATA_PROTECTION_OFFICER)
                .never(UNION_REPRESENTATIVE, SAFETY_REPRESENTATIVE, OCCUPATIONAL_HEALTH, DOCTOR, NAV)
                .nothingYet(HR);
    }
}
