package no.oppfolging.notifications.automation;

import java.util.Set;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.CancellationReason;
import no.oppfolging.notifications.inbox.PlanNews;
import no.oppfolging.notifications.inbox.PlanNews.PlanSigned;
import no.oppfolging.notifications.inbox.PlanNews.PlanTold;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When a version of the plan no longer waits for the manager's signature, nobody is told that it does. */
public final class WhenPlanIsSignedOrChangedCancelNotices implements MessageHandler {
    private final Ordering ordering;

    public WhenPlanIsSignedOrChangedCancelNotices(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public String name() {
        return "notifications.when-plan-is-signed-or-changed-cancel-notices";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(PlanNews.PLAN_SIGNED, PlanNews.PLAN_AGREED, PlanNews.PLAN_SIGNATURES_VOIDED);
    }

    @Override
    public Outcome handle(Message message) {
        if (!message.type().equals(PlanNews.PLAN_SIGNED)
                || message.as(PlanSigned.class).isByTheManager()) {
            var reason = message.type().equals(PlanNews.PLAN_SIGNATURES_VOIDED)
                    ? CancellationReason.PLAN_CHANGED
                    : CancellationReason.PLAN_SIGNED;
            var told = message.as(PlanTold.class);
            var version = About.plan(told.planId(), told.version());
            ordering.cancel(new CaseId(told.caseId()), version, version::replaces, reason, message, this);
        }
        return Outcome.done();
    }
}
