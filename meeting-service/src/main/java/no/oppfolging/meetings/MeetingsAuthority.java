package no.oppfolging.meetings;

import static no.oppfolging.platform.kernel.Actor.Relation.Kind.HR_OF_ORGANISATION;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.LINE_MANAGER;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.SELF;
import static no.oppfolging.platform.kernel.Actor.Relation.Kind.SUBSTITUTE;
import static no.oppfolging.platform.kernel.Role.AUDITOR;
import static no.oppfolging.platform.kernel.Role.EMPLOYEE;
import static no.oppfolging.platform.kernel.Role.HR;
import static no.oppfolging.platform.kernel.Role.MANAGER;
import static no.oppfolging.platform.kernel.Role.OPERATOR;
import static no.oppfolging.platform.kernel.Role.SYSTEM;
import static no.oppfolging.platform.security.Authority.commanding;
import static no.oppfolging.platform.security.Authority.visiting;

import no.oppfolging.meetings.domain.CaseMeetingsCommand.AbsorbCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.CancelMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.FollowCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.JoinCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.WaiveNotice;
import no.oppfolging.meetings.read.casemeetings.MeetingsEndpoint;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Authority.Row;

/** Who may see and do what with a case's meetings. */
final class MeetingsAuthority {
    private MeetingsAuthority() {}

    static Authority table() {
        return Authority.table(
                visiting("GET /api/cases/{caseId}/meetings")
                        .may(EMPLOYEE, SELF)
                        .may(MANAGER, LINE_MANAGER)
                        .may(Role.SUBSTITUTE, SUBSTITUTE)
                        .may(HR, HR_OF_ORGANISATION, MeetingsEndpoint.WHEN)
                        .may(AUDITOR, MeetingsEndpoint.WHEN)
                        .never(OPERATOR)
                        .nothingYetForOthers(),
                visiting("GET /api/meetings/{meetingId}/invitation-words")
                        .may(SYSTEM)
                        .neverForOthers(),
                byTheLeader(SummonMeeting.class, "POST /api/cases/{caseId}/meetings"),
                byTheLeader(MoveMeeting.class, "POST /api/cases/{caseId}/meetings/{meetingId}/moves"),
                byTheLeader(CancelMeeting.class, "POST /api/cases/{caseId}/meetings/{meetingId}/cancellations"),
                byTheLeader(HoldMeeting.class, "POST /api/cases/{caseId}/meetings/{meetingId}/holdings"),
                commanding(WaiveNotice.class, "POST /api/cases/{caseId}/meetings/{meetingId}/notice-waivers")
                        .may(EMPLOYEE, SELF)
                        .neverForOthers(),
                commanding(FollowCase.class).itself().neverForOthers(),
                commanding(JoinCase.class).itself().neverForOthers(),
                commanding(AbsorbCase.class).itself().neverForOthers());
    }

    /** The employer's duty lies with whoever leads the employee now (aml § 4-6 (4)). */
    private static Row byTheLeader(Class<? extends DomainCommand> command, String... endpoints) {
        return commanding(command, endpoints)
                .may(MANAGER, LINE_MANAGER)
                .may(Role.SUBSTITUTE, SUBSTITUTE)
                .never(EMPLOYEE, OPERATOR, AUDITOR)
                .nothingYetForOthers();
    }
}
