package no.oppfolging.notifications.automation;

import java.util.Set;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.NoticeKind;
import no.oppfolging.notifications.inbox.PlanNews;
import no.oppfolging.notifications.inbox.PlanNews.MeasureOverdue;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/**
 * When something in the plan in force has not been done by its day, whoever leads the employee is told, once for all
 * that was due on that day.
 */
public final class WhenMeasureIsOverdueTellTheLeader implements MessageHandler {
    private final Ordering ordering;

    public WhenMeasureIsOverdueTellTheLeader(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public String name() {
        return "notifications.when-measure-is-overdue-tell-the-leader";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(PlanNews.MEASURE_OVERDUE);
    }

    @Override
    public Outcome handle(Message message) {
        var told = message.as(MeasureOverdue.class);
        return ordering.tellTheLeader(
                NoticeKind.MEASURE_OVERDUE,
                new CaseId(told.caseId()),
                About.measure(told.measureId(), told.version()),
                DerivedId.of(told.planId(), "due on " + told.dueOn()),
                message,
                this);
    }
}
