package no.oppfolging.notifications.automation;

import java.util.Set;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.CancellationReason;
import no.oppfolging.notifications.domain.NoticeKind;
import no.oppfolging.notifications.inbox.PlanNews;
import no.oppfolging.notifications.inbox.PlanNews.PlanTold;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When a version of the plan has been presented, whoever leads the employee is told that it waits to be signed. */
public final class WhenPlanPresentedTellTheLeader implements MessageHandler {
    private final Ordering ordering;

    public WhenPlanPresentedTellTheLeader(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public String name() {
        return "notifications.when-plan-presented-tell-the-leader";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(PlanNews.PLAN_PRESENTED);
    }

    @Override
    public Outcome handle(Message message) {
        var told = message.as(PlanTold.class);
        var caseId = new CaseId(told.caseId());
        var version = About.plan(told.planId(), told.version());
        ordering.cancel(caseId, version, version::replaces, CancellationReason.PLAN_CHANGED, message, this);
        return ordering.tellTheLeader(NoticeKind.PLAN_AWAITS_SIGNATURE, caseId, version, message, this);
    }
}
