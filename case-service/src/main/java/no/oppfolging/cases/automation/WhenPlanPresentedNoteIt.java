package no.oppfolging.cases.automation;

import java.util.Set;
import java.util.function.Predicate;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanPresented;
import no.oppfolging.cases.inbox.OthersNews;
import no.oppfolging.cases.inbox.OthersNews.PlanPresented;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When a plan has been laid before the two, its case takes note: a duty that is being met is not unnecessary. */
public final class WhenPlanPresentedNoteIt implements MessageHandler {
    private final Commands commands;
    private final Belonging cases;
    private final Predicate<CaseId> withoutDeadlines;

    /** @param withoutDeadlines a case that two have agreed on: nothing is due in it */
    public WhenPlanPresentedNoteIt(Commands commands, Belonging cases, Predicate<CaseId> withoutDeadlines) {
        this.commands = commands;
        this.cases = cases;
        this.withoutDeadlines = withoutDeadlines;
    }

    @Override
    public String name() {
        return "cases.when-plan-presented-note-it";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(OthersNews.PLAN_PRESENTED);
    }

    @Override
    public Outcome handle(Message message) {
        var presented = message.as(PlanPresented.class);
        var caseId = new CaseId(presented.caseId());
        if (withoutDeadlines.test(caseId)) {
            return Outcome.done();
        }
        return cases.employmentOf(caseId)
                .map(employment -> Sending.of(
                        commands,
                        new NotePlanPresented(employment, caseId, presented.planId(), presented.version()),
                        message,
                        this))
                .orElseGet(() -> Outcome.waits("case-not-known-yet"));
    }
}
