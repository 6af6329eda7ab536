package no.oppfolging.plans.automation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.NoteDuty;
import no.oppfolging.plans.domain.Duty;
import no.oppfolging.plans.domain.Duty.Standing;
import no.oppfolging.plans.inbox.CaseNews;
import no.oppfolging.plans.inbox.CaseNews.DeadlineNews;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When the plan's deadline is told of, it is known here by when there must be one, and whether at all. */
public final class WhenDeadlineToldNoteDuty implements NewsAutomation {
    private static final String PLAN = "PLAN";
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
        return "plans.when-deadline-told-note-duty";
    }

    @Override
    public Set<MessageType> types() {
        return STANDINGS.keySet();
    }

    @Override
    public List<DomainCommand> react(Message message) {
        var deadline = message.as(DeadlineNews.class);
        var standing = STANDINGS.get(message.type());
        if (standing == null || !deadline.stage().equals(PLAN)) {
            return List.of();
        }
        return List.of(new NoteDuty(new CaseId(deadline.caseId()), new Duty(deadline.dueOn(), standing)));
    }
}
