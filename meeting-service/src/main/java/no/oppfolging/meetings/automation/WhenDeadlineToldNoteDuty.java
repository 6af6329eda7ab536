package no.oppfolging.meetings.automation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.NoteDuty;
import no.oppfolging.meetings.domain.Duty;
import no.oppfolging.meetings.domain.Duty.Standing;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.inbox.CaseNews;
import no.oppfolging.meetings.inbox.CaseNews.DeadlineNews;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When a dialogue meeting's deadline is told of, it is known here by when to meet, and whether at all. */
public final class WhenDeadlineToldNoteDuty implements NewsAutomation {
    private static final Map<MessageType, Standing> STANDINGS = Map.of(
            CaseNews.DEADLINE_SET, Standing.OPEN,
            CaseNews.DEADLINE_RECALCULATED, Standing.OPEN,
            CaseNews.DEADLINE_REVIVED, Standing.OPEN,
            CaseNews.DEADLINE_MET, Standing.MET,
            CaseNews.DEADLINE_FOUND_MET, Standing.MET,
            CaseNews.DEADLINE_MISSED, Standing.MISSED,
            CaseNews.DEADLINE_EXEMPTED, Standing.EXEMPT,
            CaseNews.DEADLINE_LAPSED, Standing.LAPSED,
            CaseNews.DEADLINE_NOT_REQUIRED, Standing.NOT_REQUIRED);

    @Override
    public String name() {
        return "meetings.when-deadline-told-note-duty";
    }

    @Override
    public Set<MessageType> types() {
        return STANDINGS.keySet();
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var deadline = message.as(DeadlineNews.class);
        var standing = STANDINGS.get(message.type());
        if (standing == null || !deadline.stage().equals(MeetingKind.DM1.name())) {
            return List.of();
        }
        return List.of(
                new NoteDuty(new CaseId(deadline.caseId()), new Duty(MeetingKind.DM1, deadline.dueOn(), standing)));
    }
}
